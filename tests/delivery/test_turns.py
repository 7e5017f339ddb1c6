"""Whose turn it is: in order, nobody twice, and who asks for the same again keeps his place."""

import asyncio
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tayari.delivery import turns
from tayari.delivery.turns import Turns


def run(play: Callable[[Turns, list[float]], None], most: int = 1) -> None:
    """Play in an event loop, with a clock that only the play moves."""

    async def within() -> None:
        now = [0.0]
        play(Turns(most, lambda: now[0]), now)

    asyncio.run(within())


def test_who_asks_again_keeps_his_place() -> None:
    def play(table: Turns, now: list[float]) -> None:
        table.ask("first")
        now[0] = 1
        patient, impatient = table.ask("patient"), table.ask("impatient")
        now[0] = 2
        late = table.ask("late")
        table.leave(impatient)
        table.leave(patient)
        now[0] = 3
        again = table.ask("patient")
        table.release()
        assert again.done() and not late.done()
        table.release()
        assert late.done()
        # Served, he asks for something new.
        now[0] = 4
        other, once_more = table.ask("other"), table.ask("patient")
        table.release()
        assert other.done() and not once_more.done()

    run(play)


def test_what_is_sent_keeps_no_place() -> None:
    def play(table: Turns, now: list[float]) -> None:
        table.ask(None)
        now[0] = 1
        table.leave(table.ask(None))
        now[0] = 2
        before = table.ask(None)
        now[0] = 3
        after = table.ask(None)
        table.release()
        assert before.done() and not after.done()

    run(play)


def test_what_is_sent_again_by_who_has_gone_is_done_once() -> None:
    def play(table: Turns, now: list[float]) -> None:
        table.ask("running")
        now[0] = 1
        first = table.ask("start")
        now[0] = 1.5
        stays = table.ask("other")
        table.desert(first, "start")
        table.desert(stays, "other")
        now[0] = 2
        late = table.ask("late")
        again = table.ask("start")
        assert first.cancelled() and not stays.done()
        # Whose connection is found closed only after he asked again.
        now[0] = 3
        third = table.ask("start")
        table.desert(again, "start")
        assert again.cancelled()
        table.release()
        assert third.done() and not stays.done()
        table.release()
        assert stays.done() and not late.done()
        table.release()
        assert late.done()

    run(play)


def test_a_turn_that_came_to_who_leaves_goes_to_the_next() -> None:
    def play(table: Turns, now: list[float]) -> None:
        table.ask("running")
        leaving, next_one = table.ask("leaving"), table.ask("next")
        table.release()
        assert leaving.done()
        table.leave(leaving)
        assert next_one.done()

    run(play)


def test_places_are_forgotten_in_time_and_are_no_more_than_so_many() -> None:
    def play(table: Turns, now: list[float]) -> None:
        table.ask("running")
        table.leave(table.ask("gone"))
        now[0] = turns.KEPT + 1
        waiting = table.ask("waiting")
        now[0] += 1
        back = table.ask("gone")
        table.release()
        assert waiting.done() and not back.done()
        for number in range(turns.MOST + 10):
            table.leave(table.ask(number))
        assert len(table._since) <= turns.MOST

    run(play)


@given(st.lists(st.tuples(st.sampled_from("alr"), st.integers(0, 5)), max_size=80), st.integers(1, 3))
def test_as_many_have_a_turn_as_there_are_or_as_want_one(steps: list[tuple[str, int]], most: int) -> None:
    def play(table: Turns, now: list[float]) -> None:
        waiting: list[asyncio.Future[None]] = []
        running = 0
        for step, which in steps:
            now[0] += 1
            if step == "a":
                waiting.append(table.ask(which))
            elif step == "l" and waiting:
                table.leave(waiting.pop(which % len(waiting)))
            elif step == "r" and running:
                table.release()
                running -= 1
            running += len([turn for turn in waiting if turn.done()])
            waiting = [turn for turn in waiting if not turn.done()]
            assert running == most or not waiting
            assert running <= most

    run(play, most)


def test_a_rush_with_less_patience_than_the_queue_is_long_is_served_without_waste() -> None:
    """200 ask at once, one is served a second, each gives up after 30 seconds and asks again two seconds later."""

    def play(table: Turns, now: list[float]) -> None:
        asked = {number: (0.0, table.ask(number)) for number in range(200)}
        back: dict[int, float] = {}
        made = 0
        while asked or back:
            now[0] += 1
            for number, (since, turn) in list(asked.items()):
                if turn.done():
                    made += 1
                    del asked[number]
                elif now[0] - since > 30:
                    table.leave(turn)
                    del asked[number]
                    back[number] = now[0] + 2
            for number, when in list(back.items()):
                if when <= now[0]:
                    del back[number]
                    asked[number] = (now[0], table.ask(number))
            if made:
                table.release()
        assert made == 200
        assert now[0] < 260

    run(play)
