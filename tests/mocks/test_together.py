"""Messages of many sittings in one transaction: the same as one after the other, and each judged for itself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tayari.mocks.actions import sittings, starts
from tayari.mocks.actions.sittings import Applied, Sent, SittingUnknown
from tayari.mocks.models import Printing, Sitting, SittingEvent
from tayari.rules.messages import Message
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db

MESSAGE = st.builds(
    Message,
    st.integers(1, 6),
    st.sampled_from(["answered", "visited", "flagged", "left", "nonsense"]),
    st.integers(1, 4),
    st.sampled_from([(), ("a",), ("b",), ("z",)]),
    st.integers(0, 40_000),
    st.sampled_from([None, "sure"]),
)
BATCH = st.tuples(
    st.integers(0, 2),  # which sitting
    st.sampled_from(["tab-0123456789", "other-0123456789"]),
    st.lists(MESSAGE, max_size=3),
    st.floats(0, 400).map(lambda seconds: round(seconds, 3)),
)


def begin(printing: Printing) -> list[Sitting]:
    return [starts.start(printing=printing, person=papers.person(), language="en", now=NOW) for _ in range(3)]


def told(applied: Applied | SittingUnknown) -> Any:
    assert isinstance(applied, Applied)
    sitting = applied.sitting
    return applied.acks, applied.state, applied.before, sitting.last_seq, sitting.contacts, sitting.closed_at


def kept(sitting: Sitting) -> Any:
    row = Sitting.objects.values().get(pk=sitting.pk)
    events = SittingEvent.objects.filter(sitting=sitting).order_by("seq")
    apart = {"id", "person_id"}
    return {name: row[name] for name in row.keys() - apart}, list(
        events.values_list("seq", "client", "client_seq", "kind", "question", "data", "at")
    )


@pytest.mark.parametrize("make", [papers.printing, papers.sprint])
@given(batches=st.lists(BATCH, min_size=1, max_size=8))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_together_is_one_after_the_other(make: Callable[[int], Printing], batches: list[Any]) -> None:
    printing = Printing.objects.first() or make(4)
    alone, joined = begin(printing), begin(printing)
    batches = sorted(batches, key=lambda batch: batch[3])

    def sent(group: list[Sitting]) -> list[Sent]:
        return [
            Sent(group[which].pk, client, messages, group[which].person_id, NOW + timedelta(seconds=seconds))
            for which, client, messages, seconds in batches
        ]

    one_by_one = [told(sittings.apply_all([one])[0]) for one in sent(alone)]

    assert [told(one) for one in sittings.apply_all(sent(joined))] == one_by_one
    assert [kept(one) for one in joined] == [kept(one) for one in alone]


def test_a_stranger_is_told_so_and_the_others_are_saved() -> None:
    first, second, _ = begin(papers.printing())
    message = Message(1, "answered", 1, ("a",))
    sent = [
        Sent(first.pk, "tab-0123456789", [message], first.person_id, NOW),
        Sent(second.pk, "tab-0123456789", [message], first.person_id, NOW),
    ]

    mine, theirs = sittings.apply_all(sent)

    assert isinstance(mine, Applied)
    assert [ack.status for ack in mine.acks] == ["saved"]
    assert isinstance(theirs, SittingUnknown)
    assert SittingEvent.objects.filter(sitting=second).count() == 0


def test_more_sittings_need_no_more_statements() -> None:
    printing = papers.printing()
    asked = []
    for count in (1, 6):
        rows = [one for _ in range(2) for one in begin(printing)][:count]
        hello = [Sent(one.pk, "tab-0123456789", [], one.person_id, NOW) for one in rows]
        sittings.apply_all(hello)
        sent = [Sent(one.ident, one.client, [Message(1, "answered", 2, ("b",))], one.by, NOW) for one in hello]
        with CaptureQueriesContext(
            connection,
        ) as captured:
            sittings.apply_all(sent)
        asked.append(len([one for one in captured if "UPDATE" not in one["sql"]]))

    assert asked[0] == asked[1]
