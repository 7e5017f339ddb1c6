"""Questions named outside their papers: the words that ask, never a key, a reason or an option's truth."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tayari.bank.actions.questions import HOLDER
from tayari.bank.models import Question
from tayari.facts.models import Binding
from tayari.mocks.queries.released import papers_of
from tayari.plain.graphemes import cut
from tayari.plain.texts import in_language, shown

_LETTERS, _MOST = 220, 12


@dataclass(frozen=True, slots=True)
class AskedLine:
    """What a question asks, and the open papers in which it can be answered."""

    words: str
    language: str
    papers: tuple[tuple[str, str], ...]


def on_facts(facts: Collection[int], language: str, *, now: datetime) -> tuple[AskedLine, ...]:
    """Released questions that rest on any of these facts (ids). Four queries."""
    bound = Binding.objects.filter(holder_type=HOLDER, fact__in=facts).values_list("holder_ref", flat=True)
    papers = papers_of(sorted(set(bound)), now=now)
    rows = Question.objects.filter(ref__in=sorted(papers)).exclude(state=Question.State.RETIRED).order_by("ref")
    found = []
    for question in rows.prefetch_related("versions")[:_MOST]:
        newest = max(question.versions.all(), key=lambda one: one.number, default=None)
        if newest is not None:
            asked = shown(newest.content.get("stem", {}), language)
            links = tuple(
                (in_language(one.short, language), reverse("mock", args=[one.slug])) for one in papers[question.ref]
            )
            found.append(AskedLine(cut(" ".join(asked.words.split()), _LETTERS), asked.language, links))
    return tuple(found)
