"""What drafts from facts start from: the site's facts as material, and what the bank holds already."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tayari.bank.models import Question
from tayari.facts.packing.bases import STANDING, site_base
from tayari.rules.drafts import Material


def material(as_of: date) -> Material:
    """The site's facts, to draw on. A value that even a draft or disputed fact gives is not offered as wrong."""
    return Material(site_base(STANDING), as_of)


def contents() -> list[Mapping[str, Any]]:
    """What each question of the bank asks, drafts with the published. One query."""
    return list(Question.objects.exclude(state=Question.State.RETIRED).values_list("content", flat=True))


def subjects(held: Material) -> list[tuple[str, str]]:
    """Entities about which something may be asked, by name, with how many facts there are."""
    counts: dict[str, int] = {}
    for known in held.known:
        if held.may_be_asked(known):
            counts[known.fact.subject] = counts.get(known.fact.subject, 0) + 1
    told = [(ref, f"{held.base.entities[ref].name('en')} ({count})") for ref, count in counts.items()]
    return sorted(told, key=lambda one: one[1].casefold())
