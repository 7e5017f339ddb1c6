"""Where a paper departs from the blueprint that it names: what, why it is one, and the way out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tayari.plain import quantities
from tayari.rules.blueprints.pattern import Blueprint, Part
from tayari.rules.marking import Marking

Topic = Literal["questions", "marks", "time", "navigation", "answers", "languages", "qualifying"]


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question as an editor set it, with the rules that hold for it. `options` is 0 where the answer is typed."""

    number: int
    section: int
    form: str
    options: int
    marking: Marking
    languages: frozenset[str]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class SetSection:
    number: int
    ms: int | None = None
    choose: int | None = None
    languages: tuple[str, ...] = ()
    qualifying: Fraction | None = None


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper as an editor set it; without sections, one that holds every question."""

    questions: tuple[SetQuestion, ...]
    sections: tuple[SetSection, ...]
    ms: int | None
    question_ms: int | None
    navigation: str
    languages: tuple[str, ...]
    leave_early: bool = False
    qualifying: Fraction | None = None

    @property
    def whole_ms(self) -> int | None:
        """Its own time, else that of its sections together where each has one."""
        times = [section.ms for section in self.sections]
        return sum(time or 0 for time in times) if self.ms is None and all(times) else self.ms


@dataclass(frozen=True, slots=True)
class Deviation:
    """One departure. `section` is None where it is of the whole paper."""

    topic: Topic
    section: int | None
    reason: str
    way_out: str

    def __str__(self) -> str:
        place = "" if self.section is None else f"section {self.section}: "
        return f"{place}{self.reason}; {self.way_out}"


def against(blueprint: Blueprint, paper: SetPaper) -> list[Deviation]:
    """Every departure, the paper's first, then section by section. What a blueprint leaves open it allows."""
    found = [*_whole(blueprint, paper)]
    if len(paper.sections) != len(blueprint.parts):
        wanted = len(blueprint.parts) if blueprint.sectioned else "none"
        has = f"{len(paper.sections)} sections" if len(paper.sections) > 1 else "one section"
        reason = f"the paper has {has} and the blueprint {wanted}"
        found.append(Deviation("questions", None, reason, "set the sections of the blueprint"))
        found.extend(_marking(blueprint.parts, paper.questions, None))
        return found
    for part, section in zip(blueprint.parts, paper.sections, strict=True):
        inside = [one for one in paper.questions if one.section == section.number]
        place = section.number if blueprint.sectioned else None
        found.extend(_section(part, section, inside, place, whole=blueprint.sectioned))
    return found


def _whole(blueprint: Blueprint, paper: SetPaper) -> Iterator[Deviation]:
    if blueprint.questions is not None and len(paper.questions) != blueprint.questions:
        yield Deviation("questions", None, *_count(len(paper.questions), blueprint.questions, "questions"))
    if blueprint.ms is not None and paper.whole_ms != blueprint.ms:
        yield Deviation("time", None, *_time(paper.whole_ms, blueprint.ms))
    if paper.question_ms is not None and "forward" not in blueprint.navigation:
        reason = "each question has a time of its own and the blueprint's have none"
        yield Deviation("time", None, reason, "take it away")
    if paper.navigation not in blueprint.navigation:
        allowed = " or ".join(blueprint.navigation)
        reason = f"navigation is {paper.navigation} and the blueprint's is {allowed}"
        yield Deviation("navigation", None, reason, f"set it to {blueprint.navigation[0]}")
    if blueprint.leave_early is not None and paper.leave_early != blueprint.leave_early:
        may = "may" if paper.leave_early else "may not"
        reason = f"a section {may} be left before its time, unlike in the blueprint"
        yield Deviation("navigation", None, reason, "change that")
    missing = [code for code in blueprint.languages if code not in paper.languages]
    if missing:
        yield Deviation("languages", None, f"the paper is not in {missing[0]}", "add that language")
    if blueprint.qualifying is not None and paper.qualifying != blueprint.qualifying:
        said = "none" if paper.qualifying is None else str(paper.qualifying)
        reason = f"the share to qualify is {said} and the blueprint's {blueprint.qualifying}"
        yield Deviation("qualifying", None, reason, f"set it to {blueprint.qualifying}")


def _section(
    part: Part, section: SetSection, inside: list[SetQuestion], place: int | None, *, whole: bool
) -> Iterator[Deviation]:
    if whole and part.questions is not None and len(inside) != part.questions:
        yield Deviation("questions", place, *_count(len(inside), part.questions, "questions"))
    if part.uncounted != (left := sum(not one.counted for one in inside)):
        reason = f"{left} questions are not counted and the blueprint has {part.uncounted} such"
        yield Deviation("questions", place, reason, "count the others")
    if section.choose != part.choose:
        yield Deviation("questions", place, *_choice(section.choose, part.choose))
    if whole and section.ms != part.ms:
        yield Deviation("time", place, *_time(section.ms, part.ms))
    if whole and section.qualifying != part.qualifying:
        reason = f"its share to qualify is {section.qualifying} and the blueprint's {part.qualifying}"
        yield Deviation("qualifying", place, reason, "set it as there")
    yield from _marking((part,), inside, place)
    yield from _answers(part, inside, place)
    wanted = set(part.languages)
    silent = [one.number for one in inside if not wanted <= one.languages]
    if silent:
        reason = f"{_numbers(silent)} not in every language of the blueprint ({', '.join(part.languages)})"
        yield Deviation("languages", place, reason, "translate them or take others")
    if whole and section.languages and not wanted <= set(section.languages):
        reason = f"it is set in {', '.join(section.languages)} and the blueprint in {', '.join(part.languages)}"
        yield Deviation("languages", place, reason, "set its languages as there")


def _marking(parts: Iterable[Part], inside: Iterable[SetQuestion], place: int | None) -> Iterator[Deviation]:
    allowed = list(parts)
    other = [one for one in inside if not any(_same(one.marking, part.marks_of(one.form)) for part in allowed)]
    sorts: dict[str, list[SetQuestion]] = {}
    for one in other:
        sorts.setdefault(f"{_marks(one.marking)} and not {_marks(allowed[0].marks_of(one.form))}", []).append(one)
    for marked, those in sorts.items():
        reason = f"{_numbers([one.number for one in those])} marked {marked}"
        yield Deviation("marks", place, reason, "set its marks anew" if len(those) == 1 else "set their marks anew")


def _same(one: Marking, other: Marking) -> bool:
    return (one.right, one.wrong, one.blank) == (other.right, other.wrong, other.blank)


def _answers(part: Part, inside: list[SetQuestion], place: int | None) -> Iterator[Deviation]:
    strange = [one.number for one in inside if one.form not in part.answers]
    if strange:
        reason = f"{_numbers(strange)} answered in a way that the blueprint does not have ({', '.join(part.answers)})"
        yield Deviation("answers", place, reason, "take others")
    chosen = [one for one in inside if one.form in {"one", "several"}]
    odd = [one.number for one in chosen if part.options and one.options != part.options]
    if odd:
        reason = f"{_numbers(odd)} not of {part.options} options"
        yield Deviation("answers", place, reason, "take others")


def _count(has: int, wanted: int, what: str) -> tuple[str, str]:
    way = f"add {wanted - has}" if has < wanted else f"take {has - wanted} out"
    return f"it has {has} {what} and the blueprint {wanted}", way


def _choice(has: int | None, wanted: int | None) -> tuple[str, str]:
    if wanted is None:
        return f"only {has} of its answers count and in the blueprint all do", "let all count"
    return f"{has or 'all'} of its answers count and in the blueprint {wanted}", f"let {wanted} count"


def _time(has: int | None, wanted: int | None) -> tuple[str, str]:
    said = "no time of its own" if has is None else quantities.duration(has // 1000, "en")
    if wanted is None:
        return f"it has {said} and the blueprint none", "take it away"
    due = quantities.duration(wanted // 1000, "en")
    return f"it has {said} and the blueprint {due}", f"give it {due}"


def _marks(marking: Marking) -> str:
    return f"+{marking.right}, {marking.wrong}, {marking.blank} for a blank"


def _numbers(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"question {numbers[0]} is"
    shown = ", ".join(map(str, numbers[:5])) + (" …" if len(numbers) > 5 else "")
    return f"questions {shown} are"
