"""Draws a paper from the bank: ready questions by topics, kinds, difficulty and a seed, as a draft paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.models import Question
from tayari.bank.queries import explain
from tayari.mocks.actions.printings import PaperRefused
from tayari.mocks.models import Paper, PaperQuestion
from tayari.plain.slugs import slug
from tayari.rules.questions import quotas, selection
from tayari.rules.questions.papers import Asked
from tayari.syllabus.models import Blueprint, Topic


@dataclass(frozen=True, slots=True)
class Wish:
    """What the paper should be. Without `count`, `minutes` and `seconds` (for each question) the blueprint's hold.

    `fresh` leaves out the questions that stand in a paper already.
    """

    title: str
    blueprint: str
    seed: str
    count: int | None = None
    minutes: int | None = None
    seconds: int | None = None
    topics: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    difficulties: Mapping[str, int] = field(default_factory=dict)
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """The questions in the order of the paper, the cells that are short, and what breaks the blueprint's counts."""

    asked: tuple[Asked, ...]
    short: tuple[selection.Short, ...]
    problems: tuple[str, ...]

    def refusal(self) -> str:
        """Why no paper can be made of it; empty when one can."""
        if self.problems:
            return "; ".join(self.problems)
        cells = ", ".join(map(str, self.short))
        return f"the bank cannot fill the paper: {cells}; add questions there, or ask for fewer" if cells else ""


def look(wish: Wish) -> Drawn:
    """What would be drawn. Raises PaperRefused when the wish names what is not there."""
    pattern = _blueprint(wish).pattern
    count = wish.count or pattern.get("questions")
    if not count:
        raise PaperRefused(f"the blueprint {wish.blueprint} leaves the number of questions open; say how many")
    strange = sorted(set(wish.topics) - set(Topic.objects.values_list("pk", flat=True)))
    if strange:
        raise PaperRefused(f"there is no topic {strange[0]!r} in the syllabus; correct its id")
    bank = _bank(fresh=wish.fresh)
    wanted = selection.Wanted(count, wish.seed, wish.topics, wish.kinds, wish.difficulties)
    chosen = selection.select(bank.values(), wanted)
    asked = tuple(bank[ref] for ref in chosen.refs)
    return Drawn(asked, chosen.short, tuple(quotas.against(pattern, count, asked)))


def _blueprint(wish: Wish) -> Blueprint:
    blueprint = Blueprint.objects.filter(slug=wish.blueprint).order_by("-version").first()
    if blueprint is None:
        known = ", ".join(sorted(set(Blueprint.objects.values_list("slug", flat=True))))
        raise PaperRefused(f"there is no blueprint {wish.blueprint!r}; there are {known}")
    return blueprint


def _bank(*, fresh: bool) -> dict[str, Asked]:
    """Every ready question with a key that the exam room can take an answer to, by ref. Three queries."""
    rows = Question.objects.filter(state=Question.State.READY).prefetch_related("versions__keys")
    if fresh:
        rows = rows.filter(places__isnull=True)
    found: dict[str, Asked] = {}
    for question in rows:
        version = max(question.versions.all(), key=lambda one: one.number, default=None)
        if version is None or not version.keys.all():
            continue
        shown = explain(version)
        if shown.question.ANSWER == "one":
            found[question.ref] = (shown.question, shown.derived)
    return found


@transaction.atomic
def draw(*, wish: Wish, by: Any, now: datetime) -> Paper:
    """A draft paper of what `look` finds, with the blueprint's marking and navigation.

    Raises PaperRefused, naming each topic, kind or difficulty and how many are missing there; nothing is kept then.
    """
    title = wish.title.strip()
    ref = slug(title)
    if not ref:
        raise PaperRefused("the paper has no title; write one")
    if Paper.objects.filter(ref=ref).exists() or Paper.objects.filter(slug=ref).exists():
        raise PaperRefused(f"there is a paper {ref} already; choose another title")
    drawn = look(wish)
    if refusal := drawn.refusal():
        raise PaperRefused(refusal)
    paper = Paper.objects.create(ref=ref, slug=ref, title={"en": title}, short={"en": title}, **_given(wish, drawn))
    paper.topics.set(Topic.objects.filter(pk__in=wish.topics))
    by_ref = {question.ref: question for question in Question.objects.filter(ref__in=_refs(drawn))}
    PaperQuestion.objects.bulk_create(
        PaperQuestion(paper=paper, question=by_ref[ref], number=number) for number, ref in enumerate(_refs(drawn), 1)
    )
    entries.record("papers.draw", paper, by=by, now=now, seed=wish.seed, questions=len(drawn.asked))
    return paper


def _refs(drawn: Drawn) -> list[str]:
    return [question.head.ref for question, _ in drawn.asked]


def _given(wish: Wish, drawn: Drawn) -> dict[str, Any]:
    """The paper's columns from the blueprint, the wish and what was drawn."""
    blueprint = _blueprint(wish)
    pattern = blueprint.pattern
    topic = Topic.objects.filter(pk__in=wish.topics).order_by("position").first()
    spoken = [code for code in pattern["languages"] if all(code in question.head.stem for question, _ in drawn.asked)]
    minutes = wish.minutes or (None if wish.seconds else pattern.get("minutes"))
    if not minutes and not wish.seconds:
        raise PaperRefused(
            f"the blueprint {wish.blueprint} has no clock; give the paper minutes, or each question seconds"
        )
    return {
        "subject": topic.name if topic else {"en": blueprint.name["en"]},
        "blueprint": blueprint,
        "languages": spoken,
        "paper_ms": minutes * 60_000 if minutes else None,
        "question_ms": wish.seconds * 1_000 if wish.seconds else None,
        "navigation": Paper.Navigation.FORWARD if wish.seconds else pattern.get("navigation", "free"),
        "marking": pattern["marking"],
        "state": Paper.State.DRAFT,
    }
