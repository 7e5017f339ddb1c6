"""Group commit: nobody's failure is a neighbour's, what is told is committed, and what waits has an end."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.db import Error, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tayari.base.models import JobRun
from tayari.delivery.batches import together
from tayari.delivery.batches.carrier import Carrier, Ended, Full
from tayari.delivery.batches.together import Failed, NotCommitted
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db(transaction=True)

_fresh = count()
FATES = ("written", "refused", "twice", "nobody's", "swallowed")


def names() -> set[str]:
    return set(JobRun.objects.values_list("name", flat=True))


def write(items: Sequence[tuple[str, str]]) -> list[str]:
    """Each item's fate: a row, an exception before it or after it, a constraint at once, at the commit, or unsaid."""
    for name, fate in items:
        JobRun.objects.create(name=name, started_at=NOW)
        if fate == "refused":
            raise ValueError(name)
        if fate == "twice":
            JobRun.objects.create(name=name, started_at=NOW)
        if fate == "nobody's":
            EmailAddress.objects.create(user_id=uuid4(), email=f"{name}@example.org")
        if fate == "swallowed":
            transaction.set_rollback(True)
    return [name for name, _ in items]


def note(items: Sequence[str]) -> list[str]:
    JobRun.objects.bulk_create(JobRun(name=name, started_at=NOW) for name in items)
    return list(items)


@given(fates=st.lists(st.sampled_from(FATES), min_size=1, max_size=5))
@settings(max_examples=12)
def test_an_item_that_fails_takes_no_other_with_it(fates: list[str]) -> None:
    tasks = [(write, (f"{next(_fresh)}", fate)) for fate in fates]

    found = together.outcomes(tasks)

    written = {name for _, (name, fate) in tasks if fate == "written"}
    assert [isinstance(outcome, Failed) for outcome in found] == [fate != "written" for fate in fates]
    assert written == names() & {name for _, (name, _) in tasks}


def test_an_error_that_was_swallowed_inside_is_not_told_as_written() -> None:
    [found] = together.outcomes([(write, ("one", "swallowed"))])

    assert isinstance(found.problem, NotCommitted)


def test_two_kinds_of_work_share_a_transaction_and_each_is_called_once() -> None:
    called: list[Any] = []

    def other(items: Sequence[str]) -> list[str]:
        called.append(list(items))
        return note(items)

    assert together.outcomes([(note, "a"), (other, "b"), (note, "c"), (other, "d")]) == ["a", "b", "c", "d"]
    assert called == [["b", "d"]]


def test_without_a_transaction_everybody_hears_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any, **kwargs: Any) -> Any:
        raise Error("the database is away")

    monkeypatch.setattr(transaction, "atomic", away)

    assert {str(one.problem) for one in together.outcomes([(note, "a"), (note, "b")])} == {"the database is away"}


@pytest.fixture
def carrier() -> Iterator[Carrier]:
    made = Carrier(waiting=40, together=8)
    yield made
    assert made.drain(10)


class Gate:
    """Work that waits until it is let through, and remembers its groups."""

    def __init__(self) -> None:
        self.entered, self.open, self.groups = threading.Event(), threading.Event(), list[list[Any]]()

    def __call__(self, items: Sequence[Any]) -> list[Any]:
        self.groups.append(list(items))
        self.entered.set()
        assert self.open.wait(10)
        return note(items)


def test_what_gathers_goes_together_in_its_order_and_nobody_waits_for_ever(carrier: Carrier) -> None:
    gate = Gate()

    def caller(number: int) -> list[str]:
        return [carrier.carry_here(gate, f"{number} {turn}") for turn in range(5)]

    with ThreadPoolExecutor(6) as pool:
        carrier.start()
        told = [pool.submit(caller, number) for number in range(6)]
        assert gate.entered.wait(10)
        gate.open.set()
        assert [one.result(10) for one in told] == [[f"{n} {turn}" for turn in range(5)] for n in range(6)]

    groups = [[name.split() for name in group] for group in gate.groups]
    assert names() == {f"{number} {turn}" for number in range(6) for turn in range(5)}
    # Who waits for an answer has one place in the queue, so that nobody has two in a group, or overtakes.
    assert all(len({number for number, _ in group}) == len(group) <= 8 for group in groups)
    for caller_number in "012345":
        assert [turn for group in groups for number, turn in group if number == caller_number] == list("01234")


def test_more_than_may_wait_is_refused_and_the_rest_is_written(carrier: Carrier) -> None:
    gate = Gate()
    gate.open.set()

    async def all_of_them() -> list[Any]:
        waiting = [asyncio.ensure_future(carrier.carry(gate, f"{number}")) for number in range(60)]
        await asyncio.sleep(0)
        carrier.start()
        return await asyncio.gather(*waiting, return_exceptions=True)

    told = asyncio.run(all_of_them())

    assert [isinstance(one, Full) for one in told] == [False] * 40 + [True] * 20
    assert gate.groups == [[f"{number}" for number in range(first, first + 8)] for first in range(0, 40, 8)]
    assert names() == {f"{number}" for number in range(40)}


def test_a_group_waits_for_what_the_loop_still_brings(carrier: Carrier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tayari.delivery.batches.carrier.MOST", 60)
    gate = Gate()
    gate.open.set()
    carrier.start()

    async def one_a_turn(name: str) -> list[str]:
        waiting = []
        for number in range(6):
            waiting.append(asyncio.ensure_future(carrier.carry(gate, f"{name}{number}")))
            await asyncio.sleep(0)
        return await asyncio.gather(*waiting)

    assert asyncio.run(one_a_turn("a")) == [f"a{number}" for number in range(6)]
    # A loop that has ended brings nothing any more.
    assert asyncio.run(one_a_turn("b")) == [f"b{number}" for number in range(6)]
    assert carrier.carry_here(gate, "c") == "c"
    assert gate.groups == [[f"{name}{number}" for number in range(6)] for name in "ab"] + [["c"]]


def test_a_full_group_does_not_wait(carrier: Carrier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tayari.delivery.batches.carrier.MOST", 60)
    monkeypatch.setattr("tayari.delivery.batches.gathering.QUIET", 60)
    carrier.start()

    async def eight() -> list[str]:
        return await asyncio.gather(*(carrier.carry(note, f"{number}") for number in range(8)))

    assert asyncio.run(eight()) == [f"{number}" for number in range(8)]


def test_who_goes_away_keeps_no_answer_from_the_others(carrier: Carrier) -> None:
    async def three() -> list[Any]:
        waiting = [asyncio.ensure_future(carrier.carry(note, name)) for name in "abc"]
        await asyncio.sleep(0)
        waiting[1].cancel()
        carrier.start()
        return await asyncio.gather(*waiting, return_exceptions=True)

    told = asyncio.run(three())

    assert (told[0], type(told[1]), told[2]) == ("a", asyncio.CancelledError, "c")
    assert names() == {"a", "b", "c"}


def test_at_the_end_what_was_taken_is_written_and_no_more_is_taken() -> None:
    carrier, gate = Carrier(together=2), Gate()
    with ThreadPoolExecutor(5) as pool:
        told = [pool.submit(carrier.carry_here, gate, f"{number}") for number in range(5)]
        carrier.start()
        assert gate.entered.wait(10)
        carrier.end()
        with pytest.raises(Ended):
            carrier.carry_here(note, "late")
        gate.open.set()
        assert carrier.drain(10)
        taken = [one.result(10) for one in told if not isinstance(one.exception(10), Ended)]

    assert names() == set(taken)


def test_what_cannot_be_written_in_time_is_not_told_as_written() -> None:
    carrier, gate = Carrier(together=1), Gate()
    with ThreadPoolExecutor(2) as pool:
        carrier.start()
        first = pool.submit(carrier.carry_here, gate, "first")
        assert gate.entered.wait(10)
        second = pool.submit(carrier.carry_here, gate, "second")
        while not carrier._queue:
            threading.Event().wait(0.001)

        assert not carrier.drain(0.01)
        with pytest.raises(Ended):
            second.result(10)
        gate.open.set()
        assert first.result(10) == "first"
        carrier.drain(10)

    assert names() == {"first"}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's own setting says so")
def test_what_is_told_was_synced(carrier: Carrier) -> None:
    def how(items: Sequence[str]) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous")
            return [int(cursor.fetchone()[0])] * len(items)

    carrier.start()

    assert carrier.carry_here(how, "") == 2
