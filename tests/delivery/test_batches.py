"""Group commit: nobody's failure is a neighbour's, what is told is committed, and what waits has an end."""

import asyncio
import socket
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.db import Error, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tayari.base.models import JobRun
from tayari.delivery.batches import together, writer
from tayari.delivery.batches.carrier import Carrier, Ended, Full
from tayari.delivery.batches.together import Failed, NotCommitted
from tests.factories.carriers import Loop, running
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


Running = tuple[Loop, Carrier]


@pytest.fixture
def carried() -> Iterator[Running]:
    with running(waiting=40, together=8) as both:
        yield both


class Gate:
    """Work that waits until it is let through, and remembers its groups."""

    def __init__(self) -> None:
        self.entered, self.open, self.groups = threading.Event(), threading.Event(), list[list[Any]]()

    def __call__(self, items: Sequence[Any]) -> list[Any]:
        self.groups.append(list(items))
        self.entered.set()
        assert self.open.wait(10)
        return note(items)


_gates: list[Gate] = []


def gated(items: Sequence[Any]) -> list[Any]:
    """By name, as all work goes to the writer."""
    return _gates[-1](items)


@pytest.fixture
def gate() -> Iterator[Gate]:
    _gates.append(Gate())
    yield _gates[-1]
    _gates.clear()


async def all_at_once(carrier: Carrier, names: Sequence[str], work: Any = note) -> list[Any]:
    return await asyncio.gather(*(carrier.carry(work, name) for name in names), return_exceptions=True)


def test_what_gathers_goes_together_in_its_order_and_nobody_waits_for_ever(carried: Running, gate: Gate) -> None:
    _, carrier = carried

    def caller(number: int) -> list[str]:
        return [carrier.carry_here(gated, f"{number} {turn}") for turn in range(5)]

    with ThreadPoolExecutor(6) as pool:
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


def test_more_than_may_wait_is_refused_and_the_rest_is_written(carried: Running, gate: Gate) -> None:
    loop, carrier = carried
    gate.open.set()

    told = loop.run(all_at_once(carrier, [f"{number}" for number in range(60)], gated))

    assert [isinstance(one, Full) for one in told] == [False] * 40 + [True] * 20
    assert gate.groups == [[f"{number}" for number in range(first, first + 8)] for first in range(0, 40, 8)]
    assert names() == {f"{number}" for number in range(40)}


def test_what_comes_while_groups_are_being_written_waits_and_goes_together(carried: Running, gate: Gate) -> None:
    loop, carrier = carried
    waiting = []
    for turn in range(5):
        waiting.append(asyncio.run_coroutine_threadsafe(carrier.carry(gated, f"{turn}"), loop.loop))
        loop.run(asyncio.sleep(0))
    gate.open.set()

    assert [one.result(10) for one in waiting] == [f"{turn}" for turn in range(5)]
    assert [len(group) for group in gate.groups] == [1, 4]


def test_a_long_item_and_a_long_answer_arrive_whole(carried: Running) -> None:
    _, carrier = carried
    long = "a" * 2_000_000

    assert carrier.carry_here(echo, long) == long


def echo(items: Sequence[Any]) -> list[Any]:
    return list(items)


def test_who_goes_away_keeps_no_answer_from_the_others(carried: Running) -> None:
    loop, carrier = carried

    async def three() -> list[Any]:
        waiting = [asyncio.ensure_future(carrier.carry(note, name)) for name in "abc"]
        await asyncio.sleep(0)
        waiting[1].cancel()
        return await asyncio.gather(*waiting, return_exceptions=True)

    told = loop.run(three())

    assert (told[0], type(told[1]), told[2]) == ("a", asyncio.CancelledError, "c")
    assert names() == {"a", "b", "c"}


class Unsendable(Exception):
    def __reduce__(self) -> Any:
        raise TypeError("not to be pickled")


def strange(items: Sequence[str]) -> list[Any]:
    if "raises" in items:
        raise Unsendable("what broke")
    return [threading.Lock() if item == "gives" else item for item in items]


def test_what_cannot_be_sent_is_told_in_words_and_takes_no_other_with_it(carried: Running) -> None:
    loop, carrier = carried

    told = loop.run(all_at_once(carrier, ["a", "gives", "raises"], strange))
    lost = loop.run(all_at_once(carrier, ["b"], lambda items: items))

    assert told[0] == "a"
    assert [type(one) for one in told[1:]] == [writer.NotSent] * 2
    assert "lock" in str(told[1]) and "what broke" in str(told[2])
    assert [type(one) for one in lost] != ["b"] and isinstance(lost[0], Exception)
    assert carrier.carry_here(note, "c") == "c"


def test_what_the_work_raised_says_where(carried: Running) -> None:
    _, carrier = carried

    with pytest.raises(ValueError, match="odd") as raised:
        carrier.carry_here(write, ("odd", "refused"))

    assert "in write" in raised.value.__notes__[0]


def test_at_the_end_what_was_taken_is_written_and_no_more_is_taken(gate: Gate) -> None:
    with running(together=2) as (loop, carrier), ThreadPoolExecutor(5) as pool:
        told = [pool.submit(carrier.carry_here, gated, f"{number}") for number in range(5)]
        assert gate.entered.wait(10)
        carrier.end()
        with pytest.raises(Ended):
            carrier.carry_here(note, "late")
        with pytest.raises(Ended):
            loop.run(carrier.carry(note, "late"))
        gate.open.set()
        assert loop.run(carrier.drain(10))
        taken = [one.result(10) for one in told if not isinstance(one.exception(10), Ended)]

    assert names() == set(taken)


def test_what_cannot_be_written_in_time_is_not_told_as_written(gate: Gate) -> None:
    with running(together=1) as (loop, carrier):
        waiting: list[Future[Any]] = [
            asyncio.run_coroutine_threadsafe(carrier.carry(gated, name), loop.loop) for name in "abc"
        ]
        assert gate.entered.wait(10)

        assert not loop.run(carrier.drain(0.01))
        assert [type(one.exception(10)) for one in waiting] == [Ended] * 3
        gate.open.set()


def test_before_it_has_begun_and_after_its_loop_has_ended_nothing_is_taken() -> None:
    loop, carrier = Loop(), Carrier(writer.as_thread())
    with pytest.raises(Ended):
        carrier.carry_here(note, "early")
    loop.run(carrier.begin())
    loop.run(carrier.drain(1))
    loop.stop()

    with pytest.raises(Ended):
        carrier.carry_here(note, "late")
    assert names() == set()


def test_where_the_writer_dies_another_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    """It dies with a group of which nobody will hear, while another waits."""
    here, there = socket.socketpair()
    loop, carrier = Loop(), Carrier(here, together=2)
    loop.run(carrier.begin())
    waiting = [asyncio.run_coroutine_threadsafe(carrier.carry(note, name), loop.loop) for name in "abc"]
    assert there.recv(10)
    there.close()

    told = [one.exception(10) for one in waiting]
    lost = [str(one) for one in told if one is not None]
    assert lost and set(lost) == {"the writer has died"}
    assert names() == set("abc"[len(lost) :]) != set()
    assert "another does it" in caplog.text
    assert loop.run(carrier.drain(10))
    loop.stop()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's own setting says so")
def test_what_is_told_was_synced(carried: Running) -> None:
    assert carried[1].carry_here(synced, "") == 2


def synced(items: Sequence[str]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        return [int(cursor.fetchone()[0])] * len(items)
