"""Every question of a closed sitting with what was answered, why each option is right or wrong, and what to read."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from tayari.bank import queries as bank
from tayari.bank.queries import Explained
from tayari.facts import queries as facts
from tayari.facts.queries import SpokenFact
from tayari.facts.queries.corrected import corrections_of
from tayari.mocks import plans, reading
from tayari.mocks.queries.graded import Graded
from tayari.mocks.queries.rekeyed import KeyNote, either
from tayari.mocks.queries.shown import Note, Others, ShownOption, ShownQuestion
from tayari.plain import quantities
from tayari.rules import sittings
from tayari.rules.keys import Marked, Place
from tayari.rules.responses import Response

_QUESTION = "bank.question"
_MOST_READ = 3


def questions(
    graded: Graded, language: str, *, keys: Mapping[int, KeyNote], others: Mapping[int, Others]
) -> tuple[ShownQuestion, ...]:
    """A bounded number of queries, whatever their number."""
    explained = bank.explained(graded.versions[place.number] for place in graded.places)
    refs = list(dict.fromkeys(ref for one in explained.values() for ref in one.facts))
    spoken = facts.spoken(refs, language)
    corrected = corrections_of(_QUESTION, [one.ref for one in explained.values()], language)
    articles = reading.about(refs, language)
    plan = plans.plan(graded.sitting)
    shown = []
    for place in graded.places:
        one = explained[graded.versions[place.number]]
        notes = _notes(one, spoken)
        response = graded.state.of(place.number)
        marked = graded.marked[place.number]
        standing = sittings.standing(plan, response, place.number)
        printed = graded.sitting.printing.body[str(place.number)]
        borne = plans.letters(graded.sitting, place.number)
        shown.append(
            ShownQuestion(
                number=place.number,
                place=graded.position[place.number],
                printed=printed,
                outcome=marked.outcome,
                outcome_words=_outcome_words(marked, standing),
                state=_state(marked, standing),
                mark=quantities.exact(graded.marks(marked.mark), signed=True),
                time=quantities.duration(round(response.spent_ms / 1000), language),
                options=_options(one, place, response, notes, borne),
                typed=_typed(one, place, response),
                verdicts=_verdicts(one),
                explanation=one.question.head.explanation,
                notes=notes,
                corrections=corrected.get(one.ref, ()),
                confidence=_confidence(response.confidence) if response.options else "",
                key_note=keys.get(place.number),
                others=others.get(place.number),
                readings=_readings(one, articles),
                figures=tuple(figure.printed() for figure in one.question.head.figures),
            )
        )
    return tuple(shown)


def _outcome_words(marked: Marked, standing: sittings.Standing) -> str:
    special = {
        "dropped": _("Dropped: counts for nobody"),
        "uncounted": _("Printed, not counted"),
        "surplus": _("Beyond the answers that count"),
        "awarded": _("Marks given to you"),
    }
    if marked.standing == "surplus" and marked.outcome == "blank":
        return _("Blank, and not needed")
    if marked.standing:
        return special[marked.standing]
    told = {"right": _("Right"), "wrong": _("Wrong"), "partial": _("Partly right")}
    if marked.outcome in told:
        return told[marked.outcome]
    blanks = {
        "timed-out": _("Time ran out"),
        "cleared": _("Blank: answer cleared"),
        "not-reached": _("Not reached"),
        "answered": _("Not attempted, as you marked"),
    }
    return blanks.get(standing, _("Blank"))


def _state(marked: Marked, standing: sittings.Standing) -> str:
    """The bubble: right, wrong, left blank, or closed by its clock."""
    if marked.standing in {"dropped", "uncounted", "surplus"}:
        return "left"
    if marked.outcome == "blank":
        return "timed-out" if standing == "timed-out" else "left"
    return "right" if marked.outcome in {"right", "partial"} else "wrong"


def _confidence(level: str | None) -> str:
    return {"sure": _("you were sure"), "unsure": _("between two"), "guess": _("a guess")}.get(level or "", "")


def _notes(explained: Explained, spoken: Mapping[str, SpokenFact]) -> tuple[Note, ...]:
    found = [spoken[ref] for ref in explained.facts if ref in spoken]
    return tuple(Note(number, fact) for number, fact in enumerate(found, start=1))


def _options(
    explained: Explained, place: Place, response: Response, notes: tuple[Note, ...], borne: Mapping[str, str]
) -> tuple[ShownOption, ...]:
    """In the order in which the sitting showed them; the one that leaves a question out needs no reason."""
    number_of = {note.fact.ref: note.number for note in notes}
    right = {option for key in place.keys for option in key}
    return tuple(
        ShownOption(
            id=option.id,
            letter=borne[option.id],
            text=option.texts,
            right=option.id in right and not place.dropped,
            chosen=option.id in response.options,
            reason=explained.derived.reasons[option.id],
            notes=tuple(number_of[ref] for ref in explained.facts_of[option.id] if ref in number_of),
        )
        for option in sorted(explained.derived.options, key=lambda one: borne[one.id])
    )


def _typed(explained: Explained, place: Place, response: Response) -> tuple[str, str, Mapping[str, str]] | None:
    """What was typed, what counts as right, and why; None where options are chosen."""
    form = explained.question.ANSWER
    if explained.derived.options or form not in {"number", "text"}:
        return None
    unit = explained.question.figure().get("answer", {}).get("unit", "")
    right = either(_range(key) if form == "number" else either(key) for key in place.keys)
    return " ".join(response.options), f"{right} {unit}".strip(), explained.derived.reasons["answer"]


def _range(key: tuple[str, ...]) -> str:
    low, high = key[0], key[-1]
    return low if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def _verdicts(explained: Explained) -> tuple[bool, ...]:
    """Only where the paper prints numbered statements or pairs that are true or false."""
    figure: dict[str, Any] = explained.question.figure()
    if "pairs" not in figure and (
        "statements" not in figure or explained.question.head.kind in {"chronology", "location"}
    ):
        return ()
    return tuple(explained.truths[item.id] for item in explained.question.items())


def _readings(explained: Explained, articles: Mapping[str, list[reading.Reading]]) -> tuple[reading.Reading, ...]:
    """What most of the question's facts stand in comes first."""
    counts: dict[reading.Reading, int] = {}
    for ref in explained.facts:
        for one in articles.get(ref, ()):
            counts[one] = counts.get(one, 0) + 1
    return tuple(sorted(counts, key=lambda one: -counts[one])[:_MOST_READ])
