"""What happens to sittings when a guest becomes a member."""

from tayari.accounts.models import Person
from tayari.mocks.models import Sitting


def move_sittings(guest: Person, member: Person) -> int:
    """Give the member the guest's sittings; runs inside the merge's transaction."""
    return Sitting.objects.of(guest).update(person=member)
