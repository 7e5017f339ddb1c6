"""Grants compensatory time to a person, or takes it away."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.accounts.models import Person
from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.mocks.models import Accommodation, Paper
from tayari.rules import marking


class NoShare(ValueError):
    """The share is none that a clock can be made longer by; the message says how to write it."""


@transaction.atomic
def grant(
    *,
    person: Person,
    paper: Paper | None,
    share: str,
    reason: str,
    section: int | None = None,
    by: Any,
    now: datetime,
) -> Accommodation:
    """From now on the person's sittings have this much more time, in one section of a paper where it is given; sittings
    that run keep theirs. Raises NoShare.

    An empty share takes away what was granted before.
    """
    share, reason = share.strip(), reason.strip()
    try:
        fits = not share or 0 < marking.parse(share) <= 2
    except marking.NotMarks:
        fits = False
    if not fits:
        raise NoShare(f"{share!r} is no share of the time; write 1/3 for 20 minutes an hour")
    if section is not None and not (paper and paper.sections.filter(number=section).exists()):
        raise NoShare(f"there is no section {section}: name a paper and the number of one of its sections")
    if not reason:
        raise NoShare("say what it rests on")
    locked(Person.objects.all()).get(pk=person.pk)
    made = Accommodation.objects.create(
        person=person, paper=paper, section=section, share=share, reason=reason, by=by, at=now
    )
    # The reason may tell of a person's health: the audit says that there was one, the row what it was.
    told = {"share": share, "paper": paper.ref if paper else "", **({"section": section} if section else {})}
    entries.record("accommodations.grant", made, by=by, now=now, **told)
    return made
