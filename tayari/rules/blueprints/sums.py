"""Whether a blueprint adds up: counts, marks, times, penalties and what a blank may cost."""

from collections.abc import Iterator
from fractions import Fraction

from tayari.rules.blueprints.pattern import Blueprint, Part


def problems(blueprint: Blueprint) -> list[str]:
    """What does not add up, in words; empty when everything does."""
    return [
        *_totals(blueprint),
        *_times(blueprint),
        *_blanks(blueprint),
        *(problem for number, part in enumerate(blueprint.parts, 1) for problem in _part(blueprint, part, number)),
    ]


def _totals(blueprint: Blueprint) -> Iterator[str]:
    if not blueprint.sectioned:
        return
    counts = [part.questions for part in blueprint.parts]
    if None not in counts and blueprint.questions is not None:
        whole = sum(count or 0 for count in counts)
        if whole != blueprint.questions:
            yield f"the sections have {whole} questions together and the paper says {blueprint.questions}"
    marks = [part.marks if part.marks is not None else part.worth for part in blueprint.parts]
    if None not in marks and blueprint.marks is not None:
        total = sum((mark or Fraction(0) for mark in marks), Fraction(0))
        if total != blueprint.marks:
            yield f"the sections have {total} marks together and the paper says {blueprint.marks}"


def _times(blueprint: Blueprint) -> Iterator[str]:
    times = [part.ms for part in blueprint.parts] if blueprint.sectioned else []
    if any(times):
        if not all(times):
            yield "some sections have a time of their own and others none; give each one, or none"
        elif blueprint.ms is not None and sum(time or 0 for time in times) != blueprint.ms:
            whole = sum(time or 0 for time in times) // 60_000
            yield f"the sections take {whole} min together and the paper says {blueprint.ms // 60_000} min"
        if "free" in blueprint.navigation:
            yield "sections with a time of their own cannot go with navigation: free"
    elif "sections" in blueprint.navigation and not blueprint.sectioned:
        yield "navigation is sections and there are none"


def _blanks(blueprint: Blueprint) -> Iterator[str]:
    costly = any(part.marking.blank < 0 for part in blueprint.parts)
    if costly and blueprint.not_attempted is None:
        yield "a blank costs marks and no option says that a question is not attempted; add not_attempted"
    if blueprint.blank_limit is not None and not 0 < blueprint.blank_limit < 1:
        yield f"blank_limit is {blueprint.blank_limit}; it is a share between 0 and 1"
    if blueprint.share is not None and not 0 < blueprint.share <= 1:
        yield f"compensatory is {blueprint.share}; it is a share of the time between 0 and 1"
    if blueprint.qualifying is not None and not 0 < blueprint.qualifying < 1:
        yield f"qualifying is {blueprint.qualifying}; it is a share of the marks between 0 and 1"


def _part(blueprint: Blueprint, part: Part, number: int) -> Iterator[str]:
    place = f"section {number}" if blueprint.sectioned else "the paper"
    if part.worth is not None and part.marks is not None and part.worth != part.marks:
        each = part.marks_of(part.answers[0]).right
        yield f"{place}: {part.counted} answers at {each} earn {part.worth}, not {part.marks}"
    if part.questions is not None:
        if part.choose is not None and part.choose > part.questions - part.uncounted:
            yield f"{place}: {part.choose} are to be answered and only {part.questions - part.uncounted} count"
        if part.uncounted >= part.questions:
            yield f"{place}: {part.uncounted} of its {part.questions} questions are not counted; nothing is left"
    for form in part.answers:
        if part.marks_of(form).penalty_share > 1:
            yield f"{place}: a wrong answer costs more than the question's marks"
            break
    strange = sorted(set(part.languages) - set(blueprint.languages))
    if strange:
        yield f"{place}: its language {strange[0]} is not one of the paper's"
    unused = sorted(set(part.marking_for) - set(part.answers))
    if unused:
        yield f"{place}: marking_for has {unused[0]}, which is no answer there"
    if part.qualifying is not None and not 0 < part.qualifying < 1:
        yield f"{place}: qualifying is {part.qualifying}; it is a share of the marks between 0 and 1"
