"""`bench/run streams`: a post of 1 KB to many readers, by the streams, a bare writer and nchan, in turn."""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench.streams import nchan, serving
from bench.streams.reading import Readers
from bench.streams.side import Side, wait
from tests.factories.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
# Where each is followed, and what it says when one has begun to.
SIDES = {"hub": ("/bench/events", b"retry: "), "bare": ("/", b"retry: "), "nchan": ("/events", b"text/event-stream")}


def measure(words: Sequence[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench/run streams", description=__doc__)
    parser.add_argument("--readers", default="1000,5000,10000", help="how many, with commas between")
    parser.add_argument("--rounds", type=int, default=5, help="how often the sides take turns")
    parser.add_argument("--posts", type=int, default=5, help="posts a turn")
    asked = parser.parse_args(words)
    serving.more_files()
    figures: dict[str, Any] = {
        "load generator": f"one thread with epoll, on the same machine; {asked.rounds} rounds of {asked.posts} posts",
        "bare writer": "uvloop" if _has_uvloop() else "asyncio (uvloop is not installed)",
        "nchan": "one worker of nginx" if nchan.is_here() else "not measured (on Debian: libnginx-mod-nchan)",
    }
    for many in map(int, asked.readers.split(",")):
        figures |= _with(many, asked.rounds, asked.posts)
    return figures


def _with(many: int, rounds: int, posts: int) -> dict[str, Any]:
    sides = [side for side in SIDES if side != "nchan" or nchan.is_here()]
    last: dict[str, list[float]] = {side: [] for side in sides}
    half: dict[str, list[float]] = {side: [] for side in sides}
    memory: dict[str, list[float]] = {side: [] for side in sides}
    again: list[float] = []
    alone: list[float] = []
    ratios: list[float] = []
    for _ in range(rounds):
        for name in sides:
            with _served(name) as side:
                readers = Readers(side.port, *SIDES[name])
                before = side.memory()
                readers.connect(many)
                memory[name].append((side.memory() - before) / many)
                times = [_post(side, readers) for _ in range(posts)]
                half[name].append(median(one for one, _ in times))
                last[name].append(median(one for _, one in times))
                if name == "bare":
                    side.tell()
                    time.sleep(1)
                    alone.append(readers.alone())
                elif name == "hub":
                    readers.close()
                    again.append(many / readers.connect(many, f"b.{posts - 1}"))
                readers.close()
        ratios.append(last["hub"][-1] / last["bare"][-1])
    beside = f"({', '.join(sides[1:])})"

    def told(figures: dict[str, list[float]]) -> str:
        others = ", ".join(f"{median(figures[name]):.1f}" for name in sides[1:])
        return f"{median(figures['hub']):.1f} ({others})"

    return {
        f"{many} readers, half of them, ms {beside}": told(half),
        f"{many} readers, the last, ms {beside}": told(last),
        f"{many} readers, last : bare": f"{median(ratios):.2f} ({min(ratios):.2f} … {max(ratios):.2f})",
        f"{many} readers, of this the load generator alone, ms": round(median(alone), 1),
        f"{many} readers, KiB a connection {beside}": told(memory),
        f"{many} readers, come back a second, each with one post missed": round(median(again)),
    }


def _post(side: Side, readers: Readers) -> tuple[float, float]:
    time.sleep(0.3)
    side.tell()
    return readers.until_last()


def _served(name: str) -> AbstractContextManager[Side]:
    return nchan.served() if name == "nchan" else _ours(name)


@contextmanager
def _ours(name: str) -> Iterator[Side]:
    port = free_port()
    command = [sys.executable, "-m", "bench.streams.serving", name, str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603

    def tell() -> None:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()

    try:
        assert process.stdout is not None
        process.stdout.readline()
        wait(port)
        yield Side(process.pid, port, tell)
    finally:
        process.kill()
        process.wait()


def _has_uvloop() -> bool:
    try:
        import uvloop  # noqa: F401
    except ImportError:
        return False
    return True
