"""Caps, slow readers, ends, and the files."""

import asyncio
import json

import pytest

from tayari.delivery.streams import readers
from tayari.delivery.streams.hub import Hub
from tayari.delivery.streams.stream import Stream
from tests.delivery.streams.following import ADDRESS, Follower, Memory, following, until


async def _open(hub: Hub, question: str = "after=0.0") -> Follower:
    reader = Follower(hub)
    reader.connect(question)
    await until(lambda: bool(reader.bytes) or not reader.is_open)
    return reader


def test_a_stream_says_what_it_is_and_when_to_come_back() -> None:
    async def play(hub: Hub) -> None:
        reader = await _open(hub)
        assert reader.status == 200
        assert reader.headers[b"content-type"] == b"text/event-stream; charset=utf-8"
        assert b"no-transform" in reader.headers[b"cache-control"]
        assert 2000 <= int(reader.bytes.removeprefix(b"retry: ").strip()) <= 6000

    following(Memory(), play)


def test_above_the_cap_readers_are_asked_to_wait_and_room_is_given_back() -> None:
    async def play(hub: Hub) -> None:
        held = [await _open(hub), await _open(hub)]
        refused = await _open(hub)
        assert refused.status == 503
        assert 5 <= int(refused.headers[b"retry-after"]) <= 20

        await held[0].disconnect()
        assert (await _open(hub)).status == 200

    following(Memory(), play, most=2)


def test_what_is_closed_or_not_there_keeps_nobody_waiting() -> None:
    source = Memory()
    source.words, source.is_open = ["one"], False

    async def play(hub: Hub) -> None:
        behind = await _open(hub)
        await until(lambda: not behind.is_open)
        assert behind.words == ["one"]
        assert (await _open(hub, "after=a1.1")).status == 204

        source.is_public = False
        hub.places.clear()
        assert (await _open(hub)).status == 404

    following(source, play)


def test_a_page_that_is_taken_down_ends_its_streams() -> None:
    source = Memory()

    async def play(hub: Hub) -> None:
        reader = await _open(hub)
        source.is_public = False
        hub._told("subject")
        await until(lambda: not reader.is_open)

    following(source, play)


def test_who_leaves_while_he_is_ended_has_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stream, "catch_up", lambda stream, reader: reader.end())

    async def play(hub: Hub) -> None:
        reader = Follower(hub)
        reader.connect("after=0.0")
        await reader.disconnect()

        assert (len(hub.streams), hub.opened) == (1, 0)

    following(Memory(), play)


async def _held_up(hub: Hub, source: Memory) -> tuple[Follower, asyncio.Event, Stream]:
    """A reader who takes nothing until the event is set, while three things have come."""
    taking = asyncio.Event()
    taking.set()
    reader = Follower(hub, taking=taking.wait)
    reader.connect("after=0.0")
    await until(lambda: bool(reader.bytes))
    (stream,) = hub.streams.values()
    taking.clear()
    for words in ("one", "two", "three"):
        source.words.append(words)
        hub._told("subject")
        await until(lambda: stream.backlog.newest == len(source.words))
    return reader, taking, stream


def test_a_slow_reader_is_dropped_at_the_next_beat_and_comes_back_by_his_cursor() -> None:
    source = Memory()

    async def play(hub: Hub) -> None:
        reader, taking, stream = await _held_up(hub, source)
        (held,) = stream.readers
        assert held.is_waiting

        stream.beat(held.turn)
        taking.set()
        await until(lambda: not reader.is_open)
        reader.connect("after=0.0")
        await until(lambda: reader.seqs == [1, 2, 3])

    following(source, play)


def test_who_was_only_late_for_a_moment_gets_all_of_it_at_once() -> None:
    source = Memory()

    async def play(hub: Hub) -> None:
        reader, taking, _ = await _held_up(hub, source)
        taking.set()
        await until(lambda: reader.seqs == [1, 2, 3])
        assert reader.is_open

    following(source, play)


def test_nobody_is_sent_more_than_his_allowance_in_one_stream(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(readers, "ALLOWANCE", 200)
    source = Memory()

    async def play(hub: Hub) -> None:
        reader = await _open(hub)
        for number in range(20):
            source.words.append(f"words {number}")
            hub._told("subject")
            await asyncio.sleep(0.002)
            if not reader.is_open:
                break
        assert len(reader.bytes) < 400
        await until(lambda: not reader.is_open)
        reader.connect()
        await until(lambda: reader.words == source.words)

    following(source, play)


def test_at_the_end_every_reader_is_told_when_to_come_back_and_nobody_is_let_in() -> None:
    async def play(hub: Hub) -> None:
        reader = await _open(hub)
        hub.close()
        await until(lambda: not reader.is_open)
        assert reader.bytes.count(b"retry: ") == 2
        assert hub.opened == 0
        assert (await _open(hub)).status == 503

    following(Memory(), play)


def test_files_tell_the_newest_number_and_the_same_events() -> None:
    source = Memory()
    source.words = ["one", "two", "three"]

    async def file(hub: Hub, rest: str, question: str = "") -> Follower:
        reader = Follower(hub)
        reader._take = lambda body: setattr(reader, "bytes", body)  # type: ignore[method-assign]
        reader.connect(question, ADDRESS + rest)
        await until(lambda: not reader.is_open)
        return reader

    async def play(hub: Hub) -> None:
        newest = await file(hub, "/newest.json")
        assert json.loads(newest.bytes) == {"epoch": "a1", "seq": 3, "first": 1, "open": True}

        full = await file(hub, "/1-2.json", "epoch=a1")
        assert [event["words"] for event in json.loads(full.bytes)["events"]] == ["one", "two"]
        assert full.headers[b"cache-control"] == b"public, max-age=31536000, immutable"

        begun = await file(hub, "/3-50.json", "epoch=a1")
        assert [event["seq"] for event in json.loads(begun.bytes)["events"]] == [3]
        assert begun.headers[b"cache-control"] == b"public, max-age=2"
        # Without its numbering an address may mean other events some day.
        assert (await file(hub, "/1-2.json")).headers[b"cache-control"] == b"public, max-age=2"

        for rest, question in (("/1-2.json", "epoch=b2"), ("/0-5.json", ""), ("/1-900.json", ""), ("/x", "")):
            assert (await file(hub, rest, question)).status == 404

    following(source, play)


def test_no_more_are_let_in_at_once_than_one_after_the_other() -> None:
    async def play(hub: Hub) -> None:
        readers = [Follower(hub) for _ in range(10)]
        for reader in readers:
            reader.connect()
        await until(lambda: all(reader.status for reader in readers))

        assert sorted(reader.status for reader in readers) == [200] * 2 + [503] * 8
        assert hub.opened == 2
        for reader in readers:
            await reader.disconnect()
        assert hub.opened == 0

    following(Memory(), play, most=2)


def test_who_is_told_what_he_missed_while_the_page_is_taken_down_does_not_stay() -> None:
    source, gate = Memory(), asyncio.Event()
    source.words = ["one"]

    async def play(hub: Hub) -> None:
        reader = Follower(hub, taking=gate.wait)
        reader.connect("after=a1.0")
        await until(lambda: bool(reader.status))
        source.is_public = False
        hub._told("subject")
        await until(lambda: not hub.streams)
        gate.set()

        await until(lambda: not reader.is_open)
        assert hub.opened == 0

    following(source, play)
