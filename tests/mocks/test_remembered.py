"""What is remembered of a sitting is what reading it would give, whoever else writes, and it is bounded."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tayari.base.models import Downtime
from tayari.mocks import plans, remembered
from tayari.mocks.actions import extensions, sittings
from tayari.mocks.actions.sittings import Sent
from tayari.mocks.models import Extension, Printing, Sitting, SittingEvent
from tayari.mocks.remembered import Known, Remembered
from tayari.rules.messages import Message
from tayari.rules.responses import Response
from tayari.rules.sittings import State
from tests.factories import papers
from tests.factories.questions import NOW
from tests.mocks.test_together import BATCH, begin, kept

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mine(monkeypatch: pytest.MonkeyPatch) -> Remembered:
    made = Remembered()
    monkeypatch.setattr(remembered, "remembered", made)
    return made


class Undone(Exception):
    """So that what was done is rolled back."""


def do(what: str, told: Any, group: list[Sitting], now: datetime) -> None:
    which, client, messages, _ = told
    sitting = group[which]
    sent = [Sent(sitting.pk, client, messages, sitting.person_id, now)]
    if what == "rolled back":
        with pytest.raises(Undone), transaction.atomic():
            sittings.apply_all(sent)
            raise Undone
    elif what == "twice":
        more = Sent(sitting.pk, "third-0123456789", messages, sitting.person_id, now)
        sittings.apply_all([*sent, more])
    elif what == "longer" and Sitting.objects.running().filter(pk=sitting.pk).exists():
        extensions.extend_one(sitting.pk, more=timedelta(minutes=1), reason="a lamp fell", by=None, now=now)
    elif what == "handed in":
        sittings.submit(sitting.pk, by=sitting.person, now=now)
    elif what == "looked at":
        sittings.close_if_due(sitting.pk, by=sitting.person, now=now)
    else:
        sittings.apply_all(sent)


def done(what: str, told: Any, group: list[Sitting], now: datetime) -> None:
    """As one request does it: what waits for the commit is done after it."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        do(what, told, group, now)


def of_all(what: str, printing: Printing, now: datetime) -> None:
    """What moves the clocks of all, without an event in any of them."""
    if what == "all longer":
        Extension.objects.create(printing=printing, at=now, ms=60_000, reason="a lamp fell")
    else:
        Downtime.objects.create(begin_at=now - timedelta(seconds=7), end_at=now)


FOR_ALL = ["all longer", "down"]
ACT = st.tuples(
    st.sampled_from(["sent"] * 5 + ["rolled back", "twice", "longer", "looked at", "handed in", *FOR_ALL]), BATCH
)


@given(acts=st.lists(ACT, min_size=2, max_size=8))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_remembered_is_what_reading_gives(mine: Remembered, acts: list[Any]) -> None:
    printing = Printing.objects.first() or papers.printing(4)
    mine.forget()
    group, fresh = begin(printing), begin(printing)
    nothing = Remembered(0)

    for what, told in sorted(acts, key=lambda act: act[1][3]):
        now = NOW + timedelta(seconds=told[3])
        if what in FOR_ALL:
            of_all(what, printing, now)
            continue
        done(what, told, group, now)
        for row in Sitting.objects.filter(pk__in=[one.pk for one in group]):
            known = mine.get(row.pk, row.last_seq)
            assert known is None or known.state == plans.state(row)
        with pytest.MonkeyPatch.context() as without:
            without.setattr(remembered, "remembered", nothing)
            done(what, told, fresh, now)

    assert len(nothing) == 0
    assert [kept(one) for one in group] == [kept(one) for one in fresh]


def test_the_next_message_reads_no_responses_and_a_stranger_s_event_makes_it() -> None:
    sitting = begin(papers.printing())[0]

    def statements(seq: int) -> int:
        sent = [Sent(sitting.pk, "tab-0123456789", [Message(seq, "answered", 1, ("b",))], sitting.person_id, NOW)]
        with CaptureQueriesContext(connection) as captured, TestCase.captureOnCommitCallbacks(execute=True):
            sittings.apply_all(sent)
        read = [one["sql"] for one in captured if one["sql"].startswith("SELECT") and '"responses"' in one["sql"]]
        return len(read)

    assert [statements(1), statements(2), statements(3)] == [1, 0, 0]
    with TestCase.captureOnCommitCallbacks(execute=True):
        extensions.extend_one(sitting.pk, more=timedelta(minutes=1), reason="a lamp fell", by=None, now=NOW)
    assert [statements(4), statements(5)] == [1, 0]


def test_what_a_group_has_twice_is_read_once() -> None:
    sitting = begin(papers.printing())[0]
    sent = [
        Sent(sitting.pk, "tab-0123456789", [Message(seq, "answered", 1, ("b",))], sitting.person_id, NOW)
        for seq in (1, 2, 3)
    ]

    with CaptureQueriesContext(connection) as captured:
        sittings.apply_all(sent)

    read = [one["sql"] for one in captured if one["sql"].startswith("SELECT") and '"responses"' in one["sql"]]
    assert len(read) == 1
    assert SittingEvent.objects.filter(sitting=sitting).count() == 3


def test_what_was_rolled_back_is_not_remembered(mine: Remembered) -> None:
    told = (0, "tab-0123456789", [Message(1, "answered", 1, ("a",))], 0)
    group = begin(papers.printing())

    done("rolled back", told, group, NOW)

    assert len(mine) == 0


def test_the_longest_unused_go_first_when_it_is_full() -> None:
    mine, idents = Remembered(42), [uuid4() for _ in range(4)]

    def put(ident: UUID, seq: int, responses: int) -> None:
        mine.put([Known(Sitting(pk=ident, last_seq=seq), State({number: Response() for number in range(responses)}))])

    for ident in idents[:3]:
        put(ident, 1, 2)
    assert mine.get(idents[0], 1) is not None
    put(idents[3], 1, 2)

    assert [mine.get(ident, 1) is not None for ident in idents] == [True, False, True, True]
    assert mine.get(idents[0], 2) is None
    put(idents[0], 2, 30)
    assert (len(mine), mine.size) == (1, 42)
    put(idents[0], 3, 31)
    assert (len(mine), mine.size) == (0, 0)
