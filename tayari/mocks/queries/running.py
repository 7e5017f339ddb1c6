"""The sittings that run now."""

from datetime import datetime

from django.db.models import Max

from tayari.mocks.models import Sitting


def last_contact() -> datetime | None:
    """When a candidate of a running sitting was last answered."""
    found: datetime | None = Sitting.objects.running().aggregate(last=Max("last_contact_at"))["last"]
    return found
