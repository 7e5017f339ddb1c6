"""Which compensatory time a person has in a paper."""

from collections.abc import Sequence

from django.db.models import Q

from tayari.accounts.models import Person
from tayari.mocks.models import Accommodation, Paper


def share_of(person: Person, paper: Paper) -> str:
    """The share as `Sitting.share` keeps it, `1/3` or `1/3 2:1/2`; empty when there is none. One query.

    What was said last of this paper holds; where nothing was, what was said last of all papers. What was said last of a
    section goes before either.
    """
    rows = Accommodation.objects.filter(Q(paper=paper) | Q(paper=None), person=person).order_by("at", "id")
    held: dict[tuple[bool, int | None], str] = {}
    for pk, section, share in rows.values_list("paper_id", "section", "share"):
        held[pk is not None, section] = share
    every = held.get((True, None), held.get((False, None), ""))
    own = sorted((section, share) for (_, section), share in held.items() if section and share)
    return " ".join([*filter(None, [every]), *(f"{section}:{share}" for section, share in own)])


def granted() -> Sequence[Accommodation]:
    """Every row, the newest first, with its person, paper and editor."""
    return Accommodation.objects.select_related("person", "paper", "by")
