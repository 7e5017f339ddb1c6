"""Whatever happens and whenever readers go and come back: each event once, in order, none missing."""

import asyncio
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tayari.delivery.streams.hub import Hub
from tests.delivery.streams.following import Follower, Memory, following, until

_READERS = 3
_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("events"), st.integers(1, 3)),
        st.tuples(st.just("go"), st.integers(0, _READERS - 1)),
        st.tuples(st.just("come"), st.integers(0, _READERS - 1)),
        st.tuples(st.just("yield"), st.integers(1, 4)),
        st.tuples(st.sampled_from(["renumber", "prune", "restart"]), st.just(0)),
    ),
    max_size=30,
)


class _Play:
    """Carries the acts out; a reader always ends with what the source then holds."""

    def __init__(self, acts: list[tuple[str, int]]) -> None:
        self.acts, self.source, self.number, self.numberings = acts, Memory(), 0, 0

    async def __call__(self, hub: Hub) -> None:
        self.hub = hub
        self.readers = [Follower(hub) for _ in range(_READERS)]
        for reader in self.readers:
            reader.connect("after=0.0")
        for name, value in self.acts:
            await getattr(self, f"_{name}")(value)
        for reader in self.readers:
            await self._reached(reader)

    async def _events(self, how_many: int) -> None:
        for _ in range(how_many):
            self.number += 1
            self.source.words.append(f"n{self.number}")
            self.hub._told("subject")

    async def _go(self, who: int) -> None:
        await self.readers[who].disconnect()

    async def _come(self, who: int) -> None:
        if not self.readers[who].is_open:
            self.readers[who].connect("after=0.0")

    async def _yield(self, steps: int) -> None:
        for _ in range(steps):
            await asyncio.sleep(0.0002)

    async def _renumber(self, _: int) -> None:
        """A copy of the database was put back: the numbers count anew."""
        self.numberings += 1
        self.source.epoch = f"b{self.numberings}"
        self.source.words = self.source.words[: len(self.source.words) // 2]
        self.hub._told("subject")

    async def _prune(self, _: int) -> None:
        self.source.first = max(self.source.first, len(self.source.words) // 2)

    async def _restart(self, _: int) -> None:
        """The process has forgotten what it held, and every connection is cut."""
        for reader in self.readers:
            await reader.disconnect()
        self.hub.streams.clear()

    async def _reached(self, reader: Follower) -> None:
        async def tried() -> bool:
            if not reader.is_open:
                await reader.disconnect()
                reader.connect("after=0.0")
            self.hub._told("subject")
            await asyncio.sleep(0.001)
            return reader.words == self.source.words

        async with asyncio.timeout(3):
            while not await tried():
                pass


@settings(max_examples=60)
@example([("go", 0), ("events", 1), ("events", 1), ("events", 1), ("events", 1), ("prune", 0)])
@given(_ACTS)
def test_everyone_has_everything_once_in_order(acts: list[tuple[str, int]]) -> None:
    play = _Play(acts)

    following(play.source, play)

    for reader in play.readers:
        assert reader.seqs == list(range(1, len(play.source.words) + 1))
        if "renumber" not in dict(acts) and "prune" not in dict(acts):
            assert reader.resets == 0


def _tell(source: Memory, hub: Hub, *words: str) -> None:
    source.words += words
    hub._told("subject")


def test_whoever_names_no_cursor_begins_with_what_comes() -> None:
    source = Memory()
    source.words = ["old"]

    async def play(hub: Hub) -> None:
        reader = Follower(hub)
        reader.connect()
        await until(lambda: bool(reader.bytes))
        _tell(source, hub, "new")
        await until(lambda: reader.words == ["new"])
        assert reader.last == "a1.2"

    following(source, play)


def test_the_header_is_newer_than_the_address() -> None:
    source = Memory()
    source.words = ["one", "two", "three"]

    async def play(hub: Hub) -> None:
        reader = Follower(hub)
        reader.last = "a1.2"
        reader.connect("after=a1.0")
        await until(lambda: reader.words == ["three"])

    following(source, play)


def test_a_cursor_ahead_of_all_events_gets_everything_anew() -> None:
    source = Memory()
    source.words = ["one"]

    async def play(hub: Hub) -> None:
        reader = Follower(hub)
        reader.connect("after=a1.7")
        await until(lambda: reader.words == ["one"])
        assert (reader.resets, reader.last) == (1, "a1.1")

    following(source, play)


def test_events_that_are_removed_while_they_are_asked_for_are_not_passed_over() -> None:
    source = Memory()
    source.words = ["one", "two", "three", "four"]

    async def play(hub: Hub) -> None:
        early = Follower(hub)
        early.connect("after=a1.4")
        await until(lambda: bool(early.bytes))
        source.first = 3
        late = Follower(hub)
        late.connect("after=a1.0")
        await until(lambda: bool(late.words))
        assert (late.resets, late.words) == (1, source.words)

    following(source, play)


def test_one_encoding_for_all_and_one_question_for_a_change() -> None:
    source = Memory()

    async def play(hub: Hub) -> None:
        told: list[list[bytes]] = [[], [], []]

        def kept(into: list[bytes]) -> Any:
            reader = Follower(hub)
            take = reader._take
            reader._take = lambda body: (into.append(body), take(body))[1]  # type: ignore[method-assign]
            return reader

        readers = [kept(into) for into in told]
        for reader in readers:
            reader.connect("after=a1.0")
        await until(lambda: all(reader.bytes for reader in readers))
        asked = source.asked
        _tell(source, hub, "one")
        await until(lambda: all(reader.words == ["one"] for reader in readers))
        assert source.asked == asked + 1
        assert len({id(bodies[-1]) for bodies in told}) == 1

    following(source, play)


def test_the_first_event_of_all_names_the_numbering_and_ends_no_stream() -> None:
    source = Memory()
    source.epoch = "0"

    async def play(hub: Hub) -> None:
        reader = Follower(hub)
        reader.connect("after=0.0")
        await until(lambda: bool(reader.bytes))
        source.epoch = "a1"
        _tell(source, hub, "one")
        await until(lambda: reader.words == ["one"])
        assert (reader.is_open, reader.last) == (True, "a1.1")

    following(source, play)
