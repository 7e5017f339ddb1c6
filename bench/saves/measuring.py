"""`bench/run saves`: the sides in turn, each over the same connections; then with a slower disk, and beside pages."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.room.site import ROOT, SLUG, Server, environment, make
from tests.factories.ports import free_port

HERE = Path(__file__).parent
_PLACES = {"lane": "/sittings/IDENT/messages", "stripped": "/stripped/IDENT", "plain ORM view": "/plain/IDENT"}
_PAGE = f"/mocks/{SLUG}/"


def parser() -> argparse.ArgumentParser:
    told = argparse.ArgumentParser(prog="bench/run saves", description=__doc__)
    told.add_argument("--sittings", type=int, default=2_000, help="sittings under way, half-way through 100 questions")
    told.add_argument("--connections", type=int, default=64, help="that stay open, each with one answer under way")
    told.add_argument("--rounds", type=int, default=5, help="of every side in turn")
    told.add_argument("--seconds", type=int, default=3, help="of one side in one round")
    told.add_argument(
        "--added", type=int, default=2_000, help="microseconds that each sync takes more, in the second part"
    )
    return told


@dataclass(frozen=True, slots=True)
class Rate:
    """What wrk said of one side in one round."""

    a_second: float
    p50: float
    p99: float
    refused: int


def measure(words: Sequence[str] = ()) -> dict[str, Any]:
    """Medians of the rounds; a ratio is the median of the rounds' ratios, with the least and the greatest."""
    asked = parser().parse_args(list(words))
    if not shutil.which("wrk"):
        sys.exit("This measurement needs wrk: install it.")
    with tempfile.TemporaryDirectory(prefix="tayari-bench-saves-") as kept:
        folder, port = Path(kept), free_port()
        make(folder, port, questions=100, closed=0)
        saves = folder / "saves.txt"
        saves.write_text(_run("bench.saves.filling", str(asked.sittings), folder=folder), encoding="utf-8")
        how = f"wrk, 1 thread, {asked.connections} connections, {asked.rounds} rounds of {asked.seconds} s"
        figures: dict[str, Any] = {"load generator": how}
        figures |= _part("", folder, port, asked, {})
        if slower := _slower_disk(folder, asked.added):
            figures |= _part(f" ({asked.added / 1000:g} ms more a sync)", folder, port, asked, slower)
        else:
            figures["with a slower disk"] = "not measured: there is no C compiler"
    return figures


def _run(module: str, *words: str, folder: Path, more: dict[str, str] | None = None) -> str:
    command = [sys.executable, "-m", module, *words]
    told = environment(folder) | (more or {})
    return subprocess.run(command, cwd=ROOT, env=told, check=True, capture_output=True, text=True).stdout  # noqa: S603


def _slower_disk(folder: Path, added: int) -> dict[str, str]:
    """The environment in which each sync takes longer; empty without a compiler."""
    compiler, made = shutil.which("cc"), folder / "slowsync.so"
    if compiler is None:
        return {}
    words = [compiler, "-shared", "-fPIC", "-O2", "-o", str(made), str(HERE / "slowsync.c"), "-ldl"]
    subprocess.run(words, check=True)  # noqa: S603 (our own words)
    return {"LD_PRELOAD": str(made), "FSYNC_US": str(added)}


def _part(name: str, folder: Path, port: int, asked: argparse.Namespace, more: dict[str, str]) -> dict[str, Any]:
    rates: dict[str, list[Rate]] = {side: [] for side in (*_PLACES, "lane beside pages")}
    bare, ruled = [], []
    with _served(folder, port, more) as (lane, beside):
        for _ in range(asked.rounds):
            for side, place in _PLACES.items():
                rates[side].append(_wrk(lane if side == "lane" else beside, place, folder, asked))
            with _pages(lane, asked.seconds):
                rates["lane beside pages"].append(_wrk(lane, _PLACES["lane"], folder, asked))
            one, other = _run("bench.saves.engine", str(asked.seconds / 2), folder=folder, more=more).split()
            bare.append(float(one))
            ruled.append(float(other))
    shown = {f"{side}{name}": _said(found) for side, found in rates.items()}
    shown[f"bare group commit in process{name}, a second"] = round(median(bare))
    shown[f"with the rules in process{name}, a second"] = round(median(ruled))
    lanes = [one.a_second for one in rates["lane"]]
    others = {side: [one.a_second for one in rates[side]] for side in ("stripped", "plain ORM view")}
    others |= {"bare group commit in process": bare, "the rules in process": ruled}
    return shown | {f"lane : {side}{name}": _ratios(lanes, found) for side, found in others.items()}


def _said(rates: list[Rate]) -> str:
    told = {name: median(getattr(one, name) for one in rates) for name in ("a_second", "p50", "p99")}
    refused = sum(one.refused for one in rates)
    return f"{told['a_second']:.0f} a second, p50 {told['p50']:.1f} ms, p99 {told['p99']:.1f} ms, not saved {refused}"


def _ratios(these: list[float], those: list[float]) -> str:
    found = sorted(one / other for one, other in zip(these, those, strict=True))
    return f"{median(found):.3g} ({found[0]:.3g} … {found[-1]:.3g})"


@contextmanager
def _served(folder: Path, port: int, more: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The site itself, and what it is measured beside, on the same file."""
    server, other = Server(folder, port), free_port()
    os.environ |= more
    command = [sys.executable, "-m", "bench.saves.endpoints", str(other)]
    try:
        server.start()
        process = subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=subprocess.PIPE, text=True)  # noqa: S603
        try:
            assert process.stdout is not None and "ready" in process.stdout.readline()
            yield port, other
        finally:
            process.terminate()
            process.communicate(timeout=10)
            server.stop()
    finally:
        for key in more:
            del os.environ[key]


def _wrk(port: int, place: str, folder: Path, asked: argparse.Namespace) -> Rate:
    words = ["wrk", "-t1", f"-c{asked.connections}", f"-d{asked.seconds}s", "--timeout", "30s", "--latency"]
    words += ["-s", str(HERE / "save.lua"), f"http://127.0.0.1:{port}"]
    more = {"SAVES": str(folder / "saves.txt"), "PLACE": place}
    told = subprocess.run(words, env=os.environ | more, capture_output=True, text=True, check=True).stdout  # noqa: S603
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return Rate(
        float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),  # type: ignore[index]
        _ms(told, "50"),
        _ms(told, "99"),
        int(refused[1]) if refused else 0,
    )


def _ms(told: str, share: str) -> float:
    found = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)\s*\n", told)
    assert found is not None, told
    return float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000}[found[2]]


@contextmanager
def _pages(port: int, seconds: int) -> Iterator[None]:
    """Four connections ask meanwhile for a page that the press may not answer."""
    words = ["wrk", "-t1", "-c4", f"-d{seconds}s", "--timeout", "30s", "-H", "Authorization: none"]
    with subprocess.Popen([*words, f"http://127.0.0.1:{port}{_PAGE}"], stdout=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            yield
        finally:
            process.wait()
