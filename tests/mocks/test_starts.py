"""Starts of many at one moment: the same as one after the other, each judged for itself, in the group of messages."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tayari.accounts.models import Person
from tayari.delivery.batches import process, together
from tayari.delivery.batches.carrier import Carrier
from tayari.delivery.batches.together import Failed
from tayari.mocks import starting
from tayari.mocks.actions import sittings, starts
from tayari.mocks.actions.sittings import Sent
from tayari.mocks.actions.starts import AttemptsUsed, Begin, NotOpen, start_all
from tayari.mocks.models import Paper, Printing, Sitting, SittingEvent
from tayari.rules.messages import Message
from tests.factories import carriers, papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
WHO = st.integers(0, 3)  # two persons who are known, two browsers that are not
WHICH = st.integers(0, 2)  # a paper without limit, one that may be sat once, one that is withdrawn
LATER = timedelta(seconds=5)


def printings() -> list[Printing]:
    made = [
        papers.printing(2, slug="often"),
        papers.printing(2, slug="once", attempts=1),
        papers.printing(2, slug="gone", state=Paper.State.WITHDRAWN),
    ]
    return list(Printing.objects.filter(pk__in=[one.pk for one in made]).select_related("paper").order_by("pk"))


class Hall:
    """Two persons, two browsers of nobody yet, and three papers."""

    def __init__(self, these: Sequence[Printing]) -> None:
        self.printings = these
        self.persons = [papers.person(), papers.person()]
        self.idents = [uuid4(), uuid4()]
        # The first has used up what may be sat once, and both sit something.
        used = starts.start(printing=these[1], person=self.persons[0], language="en", now=NOW)
        sittings.submit(used.pk, by=self.persons[0], now=NOW)

    def asks(self, who: int, which: int) -> Begin:
        person = self.persons[who] if who < 2 else None
        ident = self.idents[who - 2] if person is None else None
        return Begin(self.printings[which], person, "en", NOW + LATER, ident=ident)

    def kept(self) -> list[tuple[int, int, bool, str]]:
        """Who sits what, by their numbers here."""
        names = {one.pk: at for at, one in enumerate(self.persons)} | {one: at for at, one in enumerate(self.idents, 2)}
        places = {one.pk: at for at, one in enumerate(self.printings)}
        rows = Sitting.objects.filter(person__in=names)
        return sorted(
            (names[row.person_id], places[row.printing_id], row.closed_at is None, str(row.deadline_at)) for row in rows
        )


def said(outcomes: Sequence[Sitting | NotOpen]) -> list[Any]:
    """For each which earlier outcome it is the same as, or why there is none."""
    first: dict[UUID, int] = {}
    return [
        str(one) if isinstance(one, NotOpen) else first.setdefault(one.pk, place) for place, one in enumerate(outcomes)
    ]


@given(asked=st.lists(st.tuples(WHO, WHICH), min_size=1, max_size=8))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_together_is_one_after_the_other(asked: list[tuple[int, int]]) -> None:
    held = list(Printing.objects.select_related("paper").order_by("pk")) or printings()
    alone, joined = Hall(held), Hall(held)

    apart = [start_all([alone.asks(*one)])[0] for one in asked]
    at_once = start_all([joined.asks(*one) for one in asked])

    assert said(at_once) == said(apart)
    assert joined.kept() == alone.kept()
    # Who was let in nowhere is no guest either.
    guests = [Person.objects.filter(pk__in=hall.idents).count() for hall in (alone, joined)]
    assert guests[0] == guests[1] == len({who for who, which in asked if who >= 2 and which != 2})


def test_a_sitting_that_is_past_its_end_is_closed_once_however_often_one_asks() -> None:
    once = printings()[1]
    person = papers.person()
    old = starts.start(printing=once, person=person, language="en", now=NOW)
    late = NOW + timedelta(hours=2)

    told = start_all([Begin(once, person, "en", late), Begin(once, person, "en", late)])

    assert [type(one) for one in told] == [AttemptsUsed, AttemptsUsed]
    assert SittingEvent.objects.filter(sitting=old, kind=SittingEvent.Kind.CLOSED).count() == 1


def test_more_starts_need_no_more_statements() -> None:
    held = printings()
    asked = []
    for count in (1, 6):
        known = [Begin(held[0], papers.person(), "en", NOW) for _ in range(count)]
        new = [Begin(held[1], None, "en", NOW, ident=uuid4()) for _ in range(count)]
        with CaptureQueriesContext(connection) as captured:
            assert all(isinstance(one, Sitting) for one in start_all([*known, *new]))
        asked.append(len(captured))

    assert asked[0] == asked[1]


def test_the_first_message_reads_no_responses() -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        sitting = starts.start(printing=printings()[0], person=papers.person(), language="en", now=NOW)

    sent = Sent(sitting.pk, "tab-0123456789", [Message(1, "answered", 1, ("b",))], sitting.person_id, NOW + LATER)
    with CaptureQueriesContext(connection) as captured:
        told = sittings.apply_all([sent])[0]

    assert isinstance(told, sittings.Applied) and [ack.status for ack in told.acks] == ["saved"]
    assert not [one for one in captured if one["sql"].startswith("SELECT") and '"responses"' in one["sql"]]


@pytest.fixture
def carrier(monkeypatch: pytest.MonkeyPatch) -> Iterator[Carrier]:
    with carriers.running() as (_, made):
        monkeypatch.setattr(process, "_carriers", [made])
        yield made


@pytest.mark.django_db(transaction=True)
def test_who_is_gone_takes_no_other_start_along() -> None:
    held = printings()[0]
    gone, stays = papers.person(), papers.person()
    Person.objects.filter(pk=gone.pk).delete()

    lost, begun = together.outcomes([(start_all, Begin(held, one, "en", NOW)) for one in (gone, stays)])

    assert isinstance(lost, Failed) and isinstance(lost.problem, Person.DoesNotExist)
    assert Sitting.objects.get() == begun


@pytest.mark.django_db(transaction=True)
def test_a_start_goes_in_a_group_where_the_process_carries_them(
    carrier: Carrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = printings()
    carried: list[Any] = []
    carry = carrier.carry_here
    monkeypatch.setattr(carrier, "carry_here", lambda *told: carried.append(told) or carry(*told))

    begun = starting.start(Begin(held[0], papers.person(), "en", NOW))
    with pytest.raises(NotOpen, match="not open"):
        starting.start(Begin(held[2], papers.person(), "en", NOW))
    carrier.end()
    alone = starting.start(Begin(held[0], papers.person(), "en", NOW))

    assert len(carried) == 3
    assert set(Sitting.objects.all()) == {begun, alone}
