"""The next edition of a briefing: opening it closes the one before."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from tayari.audit.actions import entries
from tayari.live.actions import events
from tayari.live.actions.posts import lock
from tayari.live.models import CoveragePage, Edition


class Refused(ValueError):
    """The edition cannot be opened; the message says why."""


@transaction.atomic
def open_next(*, coverage_key: UUID, day: date, title: Mapping[str, str], by: Any, now: datetime) -> Edition:
    """The edition of `day`, which must come after every other. Raises Refused, and posts.NoCoverage."""
    page = lock(coverage_key)
    if page.form != CoveragePage.Form.BRIEFING or page.state != CoveragePage.State.OPEN:
        raise Refused("Only a briefing that goes on has a next edition.")
    newest = page.newest_edition()
    if newest and newest.date >= day:
        raise Refused(f"The newest edition is that of {newest.date}: the next has a later day.")
    edition = Edition.objects.create(coverage_key=coverage_key, date=day, title=dict(title))
    # The page around the posts is different now: who follows gets it anew.
    events.tell_of_page(coverage_key, now=now)
    entries.record("editions.open", edition, by=by, now=now, coverage=str(coverage_key), day=day.isoformat())
    return edition
