"""`bench/run streams`: a post of 1 KB to many readers, by the streams and by a bare writer, in turn."""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench.streams import serving
from bench.streams.reading import Readers
from tests.factories.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SIDES = {"hub": "/bench/events", "bare": "/"}


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
    }
    for many in map(int, asked.readers.split(",")):
        figures |= _with(many, asked.rounds, asked.posts)
    return figures


def _with(many: int, rounds: int, posts: int) -> dict[str, Any]:
    last: dict[str, list[float]] = {side: [] for side in SIDES}
    half: dict[str, list[float]] = {side: [] for side in SIDES}
    memory: dict[str, list[float]] = {side: [] for side in SIDES}
    again: list[float] = []
    alone: list[float] = []
    ratios: list[float] = []
    for _ in range(rounds):
        for side in SIDES:
            with _served(side) as (process, port):
                readers = Readers(port, SIDES[side])
                before = _memory(process.pid)
                readers.connect(many)
                memory[side].append((_memory(process.pid) - before) / many)
                times = [_post(process, readers) for _ in range(posts)]
                half[side].append(median(one for one, _ in times))
                last[side].append(median(one for _, one in times))
                if side == "bare":
                    _tell(process)
                    time.sleep(1)
                    alone.append(readers.alone())
                else:
                    readers.close()
                    again.append(many / readers.connect(many, f"b.{posts - 1}"))
                readers.close()
        ratios.append(last["hub"][-1] / last["bare"][-1])
    return {
        f"{many} readers, half of them, ms (bare)": f"{median(half['hub']):.1f} ({median(half['bare']):.1f})",
        f"{many} readers, the last, ms (bare)": f"{median(last['hub']):.1f} ({median(last['bare']):.1f})",
        f"{many} readers, last : bare": f"{median(ratios):.2f} ({min(ratios):.2f} … {max(ratios):.2f})",
        f"{many} readers, of this the load generator alone, ms": round(median(alone), 1),
        f"{many} readers, KiB a connection (bare)": f"{median(memory['hub']):.1f} ({median(memory['bare']):.1f})",
        f"{many} readers, come back a second, each with one post missed": round(median(again)),
    }


def _post(process: "subprocess.Popen[str]", readers: Readers) -> tuple[float, float]:
    time.sleep(0.3)
    _tell(process)
    return readers.until_last()


def _tell(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _memory(pid: int) -> float:
    """KiB of its own and its share of what is shared (PSS)."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return float(next(line.split()[1] for line in told.splitlines() if line.startswith("Pss:")))


@contextmanager
def _served(side: str) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    port = free_port()
    command = [sys.executable, "-m", "bench.streams.serving", side, str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        assert process.stdout is not None
        process.stdout.readline()
        _wait(port)
        yield process, port
    finally:
        process.kill()
        process.wait()


def _wait(port: int) -> None:
    import socket

    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)


def _has_uvloop() -> bool:
    try:
        import uvloop  # noqa: F401
    except ImportError:
        return False
    return True
