"""Which compensatory time a person has in a paper."""

from collections.abc import Sequence

from django.db.models import Q

from tayari.accounts.models import Person
from tayari.mocks.models import Accommodation, Paper


def share_of(person: Person, paper: Paper) -> str:
    """The share as `Sitting.share` keeps it, `1/3`; empty when there is none. One query.

    What was said last of this paper holds; where nothing was, what was said last of all papers.
    """
    rows = Accommodation.objects.filter(Q(paper=paper) | Q(paper=None), person=person).order_by("-at", "-id")
    told = list(rows.values_list("paper_id", "share"))
    own = [share for pk, share in told if pk]
    every = [share for pk, share in told if not pk]
    return next(iter([*own, *every]), "")


def granted() -> Sequence[Accommodation]:
    """Every row, the newest first, with its person, paper and editor."""
    return Accommodation.objects.select_related("person", "paper", "by")
