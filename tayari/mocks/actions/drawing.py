"""Draws a paper from the bank: ready questions by sections, topics, kinds, difficulty and a seed, as a draft paper."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.models import Question
from tayari.bank.queries import explain
from tayari.mocks.actions.printings import PaperRefused
from tayari.mocks.models import Paper, PaperQuestion, PaperSection
from tayari.plain.slugs import slug
from tayari.rules import blueprints
from tayari.rules.blueprints import Part
from tayari.rules.questions import quotas, selection
from tayari.rules.questions.papers import Asked
from tayari.syllabus.models import Blueprint, Topic


@dataclass(frozen=True, slots=True)
class Wish:
    """What the paper should be. Without `count`, `minutes` and `seconds` (for each question) the blueprint's hold.

    `sections` has the topics of single sections by number; the others take `topics`. `fresh` leaves out the questions
    that stand in a paper already.
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
    sections: Mapping[int, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The questions in the order of the paper, the cells that are short, and what breaks the blueprint's counts.

    `sections` has the number of each question's section.
    """

    asked: tuple[Asked, ...]
    short: tuple[selection.Short, ...]
    problems: tuple[str, ...]
    sections: tuple[int, ...] = ()

    def refusal(self) -> str:
        """Why no paper can be made of it; empty when one can."""
        if self.problems:
            return "; ".join(self.problems)
        cells = ", ".join(map(str, self.short))
        return f"the bank cannot fill the paper: {cells}; add questions there, or ask for fewer" if cells else ""


def look(wish: Wish) -> Drawn:
    """What would be drawn. Raises PaperRefused when the wish names what is not there."""
    told = _blueprint(wish)
    pattern = blueprints.read(told.pattern)
    count = wish.count or pattern.questions
    if not count:
        raise PaperRefused(f"the blueprint {wish.blueprint} leaves the number of questions open; say how many")
    _check(wish, len(pattern.parts) if pattern.sectioned else 0)
    bank = _bank(fresh=wish.fresh, forms={form for part in pattern.parts for form in part.answers})
    drawn = Drawn((), (), ())
    for number, part in enumerate(pattern.parts, 1):
        drawn = _section(wish, drawn, bank, part, number, count if not pattern.sectioned else part.questions or 0)
    return replace(drawn, problems=tuple(quotas.against(told.pattern, count, drawn.asked)))


def _check(wish: Wish, sections: int) -> None:
    named = {*wish.topics, *(topic for topics in wish.sections.values() for topic in topics)}
    strange = sorted(named - set(Topic.objects.values_list("pk", flat=True)))
    if strange:
        raise PaperRefused(f"there is no topic {strange[0]!r} in the syllabus; correct its id")
    beyond = sorted(number for number in wish.sections if number > sections)
    if beyond:
        raise PaperRefused(f"the blueprint {wish.blueprint} has no section {beyond[0]}; it has {sections or 'none'}")


def _section(wish: Wish, drawn: Drawn, bank: Mapping[str, Asked], part: Part, number: int, count: int) -> Drawn:
    """What is drawn with the questions of one more section, none of which answers one that is drawn already."""
    topics = wish.sections.get(number, wish.topics)
    wanted = selection.Wanted(count, wish.seed, topics, wish.kinds, wish.difficulties)
    fitting = [asked for asked in bank.values() if asked[0].ANSWER in part.answers]
    chosen = selection.select(fitting, wanted, beside=drawn.asked)
    named = [replace(one, dimension=f"section {number} {one.dimension}") if part.name else one for one in chosen.short]
    return replace(
        drawn,
        asked=(*drawn.asked, *(bank[ref] for ref in chosen.refs)),
        short=(*drawn.short, *named),
        sections=(*drawn.sections, *[number] * len(chosen.refs)),
    )


def _blueprint(wish: Wish) -> Blueprint:
    blueprint = Blueprint.objects.filter(slug=wish.blueprint).order_by("-version").first()
    if blueprint is None:
        known = ", ".join(sorted(set(Blueprint.objects.values_list("slug", flat=True))))
        raise PaperRefused(f"there is no blueprint {wish.blueprint!r}; there are {known}")
    return blueprint


def _bank(*, fresh: bool, forms: Collection[str]) -> dict[str, Asked]:
    """Every ready question with a key that is answered in one of these forms, by ref. Three queries."""
    rows = Question.objects.filter(state=Question.State.READY).prefetch_related("versions__keys")
    if fresh:
        rows = rows.filter(places__isnull=True)
    found: dict[str, Asked] = {}
    for question in rows:
        version = max(question.versions.all(), key=lambda one: one.number, default=None)
        if version is None or not version.keys.all():
            continue
        shown = explain(version)
        if shown.question.ANSWER in forms:
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
    sections = _sections(wish, paper)
    by_ref = {question.ref: question for question in Question.objects.filter(ref__in=_refs(drawn))}
    PaperQuestion.objects.bulk_create(
        PaperQuestion(paper=paper, question=by_ref[ref], number=number, section=sections.get(section))
        for number, (ref, section) in enumerate(zip(_refs(drawn), drawn.sections, strict=True), 1)
    )
    entries.record("papers.draw", paper, by=by, now=now, seed=wish.seed, questions=len(drawn.asked))
    return paper


def _refs(drawn: Drawn) -> list[str]:
    return [question.head.ref for question, _ in drawn.asked]


def _sections(wish: Wish, paper: Paper) -> dict[int, PaperSection]:
    """The blueprint's sections as the paper's, by number; what is as in the whole paper is left empty.

    Their times are as much shorter as the paper's, and with a clock for each question there are none.
    """
    told = _blueprint(wish).pattern
    pattern = blueprints.read(told)
    if not pattern.sectioned:
        return {}
    made = [
        PaperSection(
            paper=paper,
            number=number,
            name=row["name"],
            ms=part.ms * paper.paper_ms // pattern.ms if part.ms and paper.paper_ms and pattern.ms else None,
            marking=row.get("marking", {}),
            choose=part.choose,
            languages=row.get("languages", []),
            qualifying=str(part.qualifying or ""),
        )
        for number, (row, part) in enumerate(zip(told["sections"], pattern.parts, strict=True), 1)
    ]
    return {section.number: section for section in PaperSection.objects.bulk_create(made)}


def _given(wish: Wish, drawn: Drawn) -> dict[str, Any]:
    """The paper's columns from the blueprint, the wish and what was drawn."""
    blueprint = _blueprint(wish)
    pattern, rules = blueprint.pattern, blueprints.read(blueprint.pattern)
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
        "navigation": Paper.Navigation.FORWARD if wish.seconds else rules.navigation[0],
        "leave_early": bool(rules.leave_early),
        "qualifying": str(rules.qualifying or ""),
        "marking": pattern["marking"],
        "state": Paper.State.DRAFT,
    }
