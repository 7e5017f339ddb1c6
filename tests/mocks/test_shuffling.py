"""A shuffled paper: each sitting has its own order, and answers are kept by ids that do not move."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tayari.mocks import plans
from tayari.mocks.actions import arranging, printings, starts
from tayari.mocks.actions.arranging import Place, Section
from tayari.mocks.models import Paper, Printing, Sitting
from tayari.mocks.queries import rooms
from tests.factories import papers
from tests.factories.questions import NOW, both

pytestmark = pytest.mark.django_db


def _printing(shuffle: str, **values: object) -> Printing:
    """Twelve questions in two sections of six."""
    paper = papers.paper(12, shuffle=shuffle, **values)
    arranging.arrange(
        paper=paper,
        sections=[Section(both("A")), Section(both("B"))],
        places=[Place(row.question_id, 1 + at // 6) for at, row in enumerate(paper.places.order_by("number"))],
        known=arranging.seen(paper),
        by=None,
        now=NOW,
    )
    return printings.freeze(paper, by=None, now=NOW)


def _sitting(printing: Printing) -> Sitting:
    return starts.start(printing=printing, person=papers.person(), language="en", now=NOW)


def _order(sitting: Sitting) -> list[int]:
    return [one.number for one in rooms.room(sitting, now=NOW).questions]


def test_questions_move_within_their_section_and_differently_for_each_sitting() -> None:
    printing = _printing("questions")
    made = [_sitting(printing) for _ in range(6)]

    shown = [_order(one) for one in made]

    assert all(
        sorted(order[:6]) == [1, 2, 3, 4, 5, 6] and sorted(order[6:]) == [7, 8, 9, 10, 11, 12] for order in shown
    )
    assert len({tuple(order) for order in shown}) > 3
    assert [_order(Sitting.objects.get(pk=one.pk)) for one in made] == shown
    assert all(one.shuffled for one in made)


def test_options_move_and_keep_their_ids() -> None:
    sitting = _sitting(_printing("options"))

    questions = rooms.room(sitting, now=NOW).questions

    orders = ["".join(option.id for option in one.options) for one in questions]
    assert {"".join(sorted(order)) for order in orders} == {"abcd"}
    assert len(set(orders)) > 3
    assert [one.number for one in questions] == list(range(1, 13))


def test_a_forward_only_sitting_goes_its_own_way_through_the_paper(
    client: Client, at: Callable[[float], datetime]
) -> None:
    printing = _printing("both", question_ms=19_000, navigation=Paper.Navigation.FORWARD)
    sitting = _sitting(printing)
    order = list(plans.plan(sitting).numbers)

    seen = [rooms.room(sitting, now=NOW + timedelta(seconds=19 * place + 1)).current for place in range(len(order))]

    assert seen == order
    assert order != sorted(order)


def test_nothing_moves_and_nothing_is_frozen_of_it_where_the_paper_says_none() -> None:
    printing = _printing("none")
    sitting = _sitting(printing)

    assert "shuffle" not in printing.plan and "moves" not in printing.body["1"]
    assert not sitting.shuffled
    assert _order(sitting) == list(range(1, 13))


def test_a_paper_that_is_shuffled_later_leaves_its_old_printing_alone() -> None:
    printing = _printing("none")
    Paper.objects.update(shuffle="both")

    again = printings.freeze(printing.paper, by=None, now=NOW)

    assert again.number == 2
    assert not _sitting(printing).shuffled
    assert _sitting(again).shuffled
