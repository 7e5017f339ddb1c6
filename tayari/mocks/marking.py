"""Marks a sitting: its stored responses against the printing's keys as they stand."""

from tayari.mocks import plans
from tayari.mocks.models import PrintingQuestion, Sitting
from tayari.rules import scoring
from tayari.rules.scoring import Score


def places_of(sitting: Sitting) -> list[scoring.Place]:
    """The sitting's questions with the newest key of each. Two queries."""
    wanted = plans.numbers(sitting.printing, sitting.numbers)
    rows = PrintingQuestion.objects.filter(printing=sitting.printing_id, number__in=wanted)
    found = []
    for row in rows.select_related("version").prefetch_related("keys").order_by("number"):
        newest = max(row.keys.all(), key=lambda key: (key.at, key.pk))
        topics = tuple(row.version.content.get("topics") or ())
        found.append(scoring.Place(row.number, tuple(newest.key), row.right, row.wrong, row.blank, topics))
    return found


def score_of(sitting: Sitting) -> Score:
    """The sitting's score from its responses; exact, over the printing's denominator."""
    state = plans.state(sitting)
    chosen = {number: response.options for number, response in state.responses.items()}
    return scoring.score(places_of(sitting), chosen, sitting.printing.denominator)


def missed(sitting: Sitting) -> list[int]:
    return list(scoring.missed(score_of(sitting).marked))
