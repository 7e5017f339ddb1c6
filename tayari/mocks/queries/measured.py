"""Where the marks and the time of a sitting went: topics by kinds, time by question, and what guessing was worth."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from tayari.mocks.kindnames import kind_words
from tayari.mocks.queries.graded import Graded
from tayari.mocks.queries.shown import Bar, Cell, Guesses, GuessRow, Matrix, Others, Times, TopicRow
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import guessing
from tayari.syllabus.models import Topic

_CHART_HEIGHT = 120
_BAR = 10


def topics(graded: Graded, named: Mapping[str, Topic], language: str) -> list[TopicRow]:
    """One row a topic that questions name, the costliest first."""
    score, rows = graded.score, []
    for ident, counts in score.by_topic.items():
        numbers = [
            place.number
            for place in graded.places
            if ident in place.topics and graded.marked[place.number].outcome != "right"
        ]
        rows.append(
            TopicRow(
                id=ident,
                name=_name(ident, named, language),
                right=counts.right,
                wrong=counts.wrong,
                blank=counts.blank,
                questions=counts.questions,
                earned=quantities.rounded(score.marks(counts.earned)),
                best=quantities.rounded(score.marks(counts.best)),
                missing=score.marks(counts.best - counts.earned),
                fix=tuple((number, graded.position[number]) for number in numbers),
            )
        )
    return sorted(rows, key=lambda row: (-row.missing, row.name))


def _name(ident: str, named: Mapping[str, Topic], language: str) -> str:
    return in_language(named[ident].name, language) if ident in named else ident


def matrix(graded: Graded, rows: list[TopicRow]) -> Matrix | None:
    """Right answers of each topic in each kind; None where a single kind would repeat the topics' own table."""
    kinds = sorted({place.kind for place in graded.places}, key=kind_words)
    if len(kinds) < 2:
        return None
    cells: dict[tuple[str, str], list[int]] = {}
    for place in graded.places:
        one = graded.marked[place.number]
        for topic in place.topics if one.counts else ():
            count = cells.setdefault((topic, place.kind), [0, 0])
            count[0] += one.outcome == "right"
            count[1] += 1
    return Matrix(
        tuple(kind_words(kind) for kind in kinds),
        tuple(
            (row.name, tuple(Cell(*cells.get((row.id, kind), (0, 0))) for kind in kinds))
            for row in rows
            if any((row.id, kind) in cells for kind in kinds)
        ),
    )


def times(graded: Graded, others: Mapping[int, Others], language: str) -> Times:
    """How long each question took, and how much of the time went where."""
    spent = {place.number: graded.state.of(place.number).spent_ms for place in graded.places}
    by_outcome = {"right": 0, "partial": 0, "wrong": 0, "blank": 0}
    for number, ms in spent.items():
        by_outcome[graded.marked[number].outcome] += ms
    longest = max([*spent.values(), *(one.ms for one in others.values())], default=0) or 1

    def height(ms: int) -> int:
        return round(_CHART_HEIGHT * ms / longest)

    bars = tuple(
        Bar(
            number=place.number,
            place=at,
            x=(at - 1) * _BAR,
            y=_CHART_HEIGHT - height(spent[place.number]),
            height=height(spent[place.number]),
            outcome=graded.marked[place.number].outcome,
            median_y=_CHART_HEIGHT - height(others[place.number].ms) if place.number in others else None,
        )
        for at, place in enumerate(graded.places, start=1)
    )
    slow = sorted(spent, key=lambda number: -spent[number])[:3]

    def words(ms: int) -> str:
        return quantities.duration(round(ms / 1000), language)

    return Times(
        bars=bars,
        width=len(bars) * _BAR,
        height=_CHART_HEIGHT,
        top=words(longest),
        right=words(by_outcome["right"] + by_outcome["partial"]),
        wrong=words(by_outcome["wrong"]),
        blank=words(by_outcome["blank"]),
        slowest=tuple((number, graded.position[number], words(spent[number])) for number in slow if spent[number]),
        compared=bool(others),
    )


def guesses(graded: Graded) -> Guesses | None:
    """What each degree of certainty earned; None when none was given."""
    plan = graded.sitting.printing.plan["questions"]
    options = {
        place.number: sum(place.weights.get(one, 1) > 0 for one in plan[str(place.number)]["options"])
        for place in graded.places
    }
    said = {number: response.confidence for number, response in graded.state.responses.items()}
    rows = guessing.audit(graded.places, graded.marked, said, options, graded.sitting.printing.denominator)
    if not rows:
        return None
    names = {"sure": _("Sure"), "unsure": _("Between two"), "guess": _("A guess")}
    return Guesses(
        rows=tuple(
            GuessRow(
                name=names[row.confidence],
                answers=row.answers,
                right=row.right,
                share=round(100 * row.right / row.answers),
                earned=quantities.rounded(row.earned),
                by_chance="" if row.by_chance is None else quantities.rounded(row.by_chance),
                gained=row.earned >= 0,
            )
            for row in rows
        ),
        pays_above=_pays_above(graded),
    )


def _pays_above(graded: Graded) -> str:
    """The share of right answers above which answering earns more than leaving blank, where it is one for all."""
    shares = {
        guessing.pays_above(Fraction(place.right - place.blank), Fraction(place.wrong - place.blank))
        for place in graded.places
        if place.counted
    }
    share = shares.pop() if len(shares) == 1 else Fraction(0)
    return quantities.exact(share) if share > 0 else ""
