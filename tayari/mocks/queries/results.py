"""A closed sitting explained: the score, what to fix first, then every question with a reason for each option."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tayari.bank import queries as bank
from tayari.bank.queries import Explained
from tayari.facts import queries as facts
from tayari.facts.queries import SpokenFact
from tayari.facts.queries.corrected import Correction, corrections_of
from tayari.mocks import marks, plans
from tayari.mocks.marking import places_of
from tayari.mocks.models import PrintingQuestion, Sitting
from tayari.mocks.queries.shown import Note, Result, ShownOption, ShownQuestion, TopicRow
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import scoring, sittings, timing
from tayari.rules.scoring import Marked, Score
from tayari.rules.sittings import Response
from tayari.syllabus.models import Topic

_FIRST = 5
_QUESTION = "bank.question"


def _outcome_words(marked: Marked, standing: sittings.Standing) -> str:
    if marked.outcome == "right":
        return _("Right")
    if marked.outcome == "wrong":
        return _("Wrong")
    return {
        "timed-out": _("Time ran out"),
        "cleared": _("Blank: answer cleared"),
        "not-reached": _("Not reached"),
    }.get(standing, _("Blank"))


def _notes(explained: Explained, spoken: Mapping[str, SpokenFact]) -> tuple[Note, ...]:
    found = [spoken[ref] for ref in explained.facts if ref in spoken]
    return tuple(Note(number, fact) for number, fact in enumerate(found, start=1))


def _options(
    explained: Explained, key: tuple[str, ...], response: Response, notes: tuple[Note, ...]
) -> tuple[ShownOption, ...]:
    number_of = {note.fact.ref: note.number for note in notes}
    return tuple(
        ShownOption(
            id=option.id,
            text=option.texts,
            right=option.id in key,
            chosen=option.id in response.options,
            reason=explained.derived.reasons[option.id],
            notes=tuple(number_of[ref] for ref in explained.facts_of[option.id] if ref in number_of),
        )
        for option in explained.derived.options
    )


def _verdicts(explained: Explained) -> tuple[bool, ...]:
    """Only where the paper prints numbered statements or pairs that are true or false."""
    figure = explained.question.figure()
    if "pairs" not in figure and (
        "statements" not in figure or explained.question.head.kind in {"chronology", "location"}
    ):
        return ()
    return tuple(explained.truths[item.id] for item in explained.question.items())


def _question(
    sitting: Sitting,
    place: int,
    marked: Marked,
    key: tuple[str, ...],
    response: Response,
    explained: Explained,
    spoken: Mapping[str, SpokenFact],
    corrections: tuple[Correction, ...],
    language: str,
) -> ShownQuestion:
    standing = sittings.standing(plans.plan(sitting), response, marked.number)
    notes = _notes(explained, spoken)
    blank_state = "timed-out" if standing == "timed-out" else "left"
    return ShownQuestion(
        number=marked.number,
        place=place,
        printed=sitting.printing.body[str(marked.number)],
        outcome=marked.outcome,
        outcome_words=_outcome_words(marked, standing),
        state=blank_state if marked.outcome == "blank" else marked.outcome,
        mark=quantities.exact(Fraction(marked.mark, sitting.printing.denominator), signed=True),
        time=quantities.duration(round(response.spent_ms / 1000), language),
        options=_options(explained, key, response, notes),
        verdicts=_verdicts(explained),
        explanation=explained.question.head.explanation,
        notes=notes,
        corrections=corrections,
    )


def _topics(score: Score, places: list[scoring.Place], language: str) -> list[TopicRow]:
    """One row a topic that questions name, the costliest first."""
    named = Topic.objects.in_bulk(list(score.by_topic))
    position = {place.number: at for at, place in enumerate(places, start=1)}
    outcome = {one.number: one.outcome for one in score.marked}
    rows = []
    for ident, counts in score.by_topic.items():
        numbers = [place.number for place in places if ident in place.topics and outcome[place.number] != "right"]
        rows.append(
            TopicRow(
                name=in_language(named[ident].name, language) if ident in named else ident,
                right=counts.right,
                wrong=counts.wrong,
                blank=counts.blank,
                questions=counts.questions,
                earned=quantities.rounded(score.marks(counts.earned)),
                best=quantities.rounded(score.marks(counts.best)),
                missing=score.marks(counts.best - counts.earned),
                fix=tuple((number, position[number]) for number in numbers),
            )
        )
    return sorted(rows, key=lambda row: (-row.missing, row.name))


def _time_used(sitting: Sitting, language: str) -> str:
    assert sitting.closed_at is not None
    return quantities.duration(int((sitting.closed_at - sitting.opened_at).total_seconds()), language)


def result(sitting: Sitting, language: str) -> Result:
    """The result of a closed sitting. A bounded number of queries, whatever its length."""
    places = places_of(sitting)
    state = plans.state(sitting)
    chosen = {number: response.options for number, response in state.responses.items()}
    score = scoring.score(places, chosen, sitting.printing.denominator)
    versions = dict(PrintingQuestion.objects.filter(printing=sitting.printing_id).values_list("number", "version_id"))
    explained = bank.explained(versions[place.number] for place in places)
    spoken = facts.spoken((ref for one in explained.values() for ref in one.facts), language)
    corrected = corrections_of(_QUESTION, [one.question.head.ref for one in explained.values()], language)
    topics = _topics(score, places, language)
    earned, best = score.marks(score.total.earned), score.marks(score.total.best)
    longest = timing.longest_ms(plans.plan(sitting))
    paper = sitting.printing.paper
    missed = score.total.wrong + score.total.blank
    return Result(
        id=str(sitting.pk),
        title=in_language(paper.title, language),
        short=in_language(paper.short, language),
        slug=paper.slug,
        practice=sitting.mode == Sitting.Mode.PRACTICE,
        languages=tuple(sitting.printing.languages),
        own_language=language,
        score=quantities.rounded(earned),
        best=quantities.rounded(best),
        best_words=marks.in_words(best),
        exact=quantities.exact(earned) if earned.denominator > 1 else "",
        counts=score.total,
        lost=marks.in_words(score.marks(score.total.lost)) if score.total.lost else "",
        time=_time_used(sitting, language),
        allowed=quantities.duration(longest // 1000, language) if longest is not None else "",
        closed_by=sitting.closed_by,
        closed_at=sitting.closed_at,
        fix=tuple(row for row in topics if row.fix)[:_FIRST],
        topics=tuple(topics),
        questions=tuple(
            _question(
                sitting,
                at,
                marked,
                place.key,
                state.of(place.number),
                explained[versions[place.number]],
                spoken,
                corrected.get(explained[versions[place.number]].question.head.ref, ()),
                language,
            )
            for at, (place, marked) in enumerate(zip(places, score.marked, strict=True), start=1)
        ),
        missed=missed,
    )


def missed_words(missed: int) -> str:
    return ngettext("Practise the question I missed", "Practise the %(n)d questions I missed", missed) % {"n": missed}
