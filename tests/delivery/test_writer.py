"""The process that writes: it is another, hears of standstills, outlives signals, and ends with its server."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tayari.base import uptime
from tayari.base.models import Downtime, JobRun
from tayari.delivery.batches import writer
from tayari.delivery.press import watching
from tests.factories.questions import NOW

ROOT = Path(__file__).resolve().parents[2]

# A server with a carrier and nothing else: it says who writes, and obeys a line at a time.
SERVER = """
import asyncio, os, sys
from pathlib import Path
import django
django.setup()
from tayari.config.folder import SiteFolder
from tayari.config.serving import only_server
from tayari.delivery.batches import process
from tayari.delivery.press import watching

def where(items):
    return [(os.getpid(), watching.ME)] * len(items)

async def main():
    carrier = process.carrier()
    await carrier.begin()
    loop = asyncio.get_running_loop()
    print(os.getpid(), watching.ME, flush=True)
    while (line := (await loop.run_in_executor(None, sys.stdin.readline)).strip()) != "end":
        try:
            print(*await carrier.carry(where, line), flush=True)
        except Exception as problem:
            print(type(problem).__name__, flush=True)
    print(await carrier.drain(5), flush=True)

with only_server(SiteFolder(Path(sys.argv[1]), None)):
    process.fork()
    asyncio.run(main())
"""


class Served:
    """That server, by its standard input and output."""

    def __init__(self, folder: Path) -> None:
        folder.joinpath("tayari.toml").write_text('secret = "for-a-test-only"\n', encoding="utf-8")
        told = {**os.environ, "PYTHONPATH": str(ROOT), "TAYARI_DATA": str(folder)}
        words = [sys.executable, "-c", SERVER, str(folder)]
        self.errors, pipe = folder / "errors.txt", subprocess.PIPE
        # A file, since the end of a pipe does not come while the writer still has it.
        with self.errors.open("w", encoding="utf-8") as said:
            self.process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=said, text=True, env=told)
        pid, self.name = self.heard()
        self.pid = int(pid)

    def heard(self) -> list[str]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.errors.read_text(encoding="utf-8")
        return line.split()

    def say(self, words: str) -> list[str]:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return self.heard()

    def stop(self) -> str:
        """Kills it; gives what it said of errors."""
        self.process.kill()
        with self.process:
            return self.errors.read_text(encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = Served(tmp_path)
    yield made
    made.stop()


def is_there(pid: int) -> bool:
    with suppress(OSError):
        # A child that nobody waits for any more is gone as well.
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


def is_gone(pid: int) -> bool:
    until = time.monotonic() + 10
    while is_there(pid) and time.monotonic() < until:
        time.sleep(0.01)
    return not is_there(pid)


def test_another_process_writes_and_what_it_changes_is_news_to_the_server(served: Served) -> None:
    pid, name = served.say("who")

    assert int(pid) != served.pid
    assert name != served.name
    assert served.say("who") == [pid, name]


def test_it_ends_with_its_server_and_not_before(served: Served) -> None:
    pid = int(served.say("who")[0])
    os.kill(pid, signal.SIGTERM)
    os.kill(pid, signal.SIGINT)

    assert int(served.say("who")[0]) == pid
    assert served.say("end") == ["True"]
    assert is_gone(pid)
    assert served.process.wait(10) == 0


def test_a_server_that_is_killed_leaves_neither_writer_nor_lock(served: Served, tmp_path: Path) -> None:
    pid = int(served.say("who")[0])
    os.kill(pid, signal.SIGSTOP)
    served.stop()
    try:
        # Nobody keeps the folder, though the writer has not yet heard of its server's end.
        another = Served(tmp_path)
        assert int(another.say("who")[0]) != pid
        another.stop()
    finally:
        os.kill(pid, signal.SIGCONT)

    assert is_gone(pid)


def test_where_it_is_killed_a_thread_of_the_server_writes(served: Served) -> None:
    os.kill(int(served.say("who")[0]), signal.SIGKILL)

    told = served.say("who")
    if told == ["OperationalError"]:
        told = served.say("who")

    assert told == [str(served.pid), served.name]
    assert "another does it" in served.stop()


@pytest.mark.django_db(transaction=True)
def test_it_notes_a_standstill_of_which_the_server_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a stop of the machine messages may come before the server's own next sign of life."""
    monkeypatch.setattr(uptime, "_beat_at", None)
    JobRun.objects.create(name=uptime.NAME, started_at=NOW)
    uptime.heard(NOW)
    uptime.heard(NOW - timedelta(seconds=5))
    uptime.heard(None)
    assert uptime.beat_at() == NOW

    with transaction.atomic():
        uptime.look(now=NOW + timedelta(minutes=3))

    [down] = Downtime.objects.all()
    assert (down.begin_at, down.end_at) == (NOW, NOW + timedelta(minutes=3))
    assert uptime.beat_at() == NOW + timedelta(minutes=3)


def test_a_name_is_another_after_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "ME", "the server")

    watching.become_another()

    assert len(watching.ME) == 32


def test_what_is_sent_says_how_long_it_is() -> None:
    told: Any = ("a beat", [1, 2])

    packed = writer.packed(told)

    assert writer.LENGTH.unpack_from(packed) == (len(packed) - writer.LENGTH.size,)
