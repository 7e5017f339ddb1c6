"""`bench/run room`: synchronized starts, answers at a pace, kills, work beside; then the reckoning."""

import argparse
import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.room.candidates import Candidate, Told
from bench.room.reconciling import reconcile
from bench.room.site import ROOT, SLUG, Server, environment, errors_logged, make
from bench.room.wire import Browser
from tests.factories.ports import free_port


def parser() -> argparse.ArgumentParser:
    told = argparse.ArgumentParser(prog="bench/run room", description=__doc__)
    told.add_argument("--sittings", type=int, default=200, help="candidates who start at one moment")
    told.add_argument("--questions", type=int, default=100, help="of the paper")
    told.add_argument("--answers", type=int, default=20, help="that each candidate gives")
    told.add_argument("--speed", type=float, default=4.0, help="how many times faster than 19 s a question")
    told.add_argument("--kills", type=int, default=0, help="how often the server is killed and started again")
    told.add_argument("--beside", action="store_true", help="a rescore and a content load go on meanwhile")
    told.add_argument("--closed", type=int, default=20_000, help="closed sittings that the rescore works on")
    told.add_argument("--results", type=float, default=0.1, help="the share of candidates who open their result")
    return told


@dataclass
class Run:
    """One run: what was asked for and what came of it."""

    asked: argparse.Namespace
    server: Server
    told: Told = field(default_factory=Told)
    candidates: list[Candidate] = field(default_factory=list)
    stages: dict[str, float] = field(default_factory=dict)

    async def go(self) -> None:
        port = self.server.port
        self.candidates = [
            Candidate(number, Browser("127.0.0.1", port), SLUG, self.told, self.asked.speed)
            for number in range(self.asked.sittings)
        ]
        # Covers are opened in the minutes before, so not all at once.
        gate = asyncio.Semaphore(16)
        await self._stage("covers", *(self._through(gate, one.prepare()) for one in self.candidates))
        await self._stage("starts", *(one.start() for one in self.candidates))
        answering = (one.sit(self.asked.answers, self.asked.questions) for one in self.candidates)
        await self._stage("answers", self._kills(), *answering)
        await self._stage("handing in", *(one.hand_in() for one in self.candidates))
        shown = self.candidates[: round(self.asked.sittings * self.asked.results)]
        await self._stage("results", *(self._through(gate, one.result()) for one in shown))
        for one in self.candidates:
            one.browser.close()

    async def _stage(self, name: str, *work: Any) -> None:
        begun = time.perf_counter()
        await asyncio.gather(*work)
        self.stages[name] = time.perf_counter() - begun

    async def _through(self, gate: asyncio.Semaphore, work: Any) -> None:
        async with gate:
            await work

    async def _kills(self) -> None:
        """Evenly over the time that answering takes."""
        length = self.asked.answers * 19.0 / self.asked.speed
        for _ in range(self.asked.kills):
            await asyncio.sleep(length / (self.asked.kills + 1))
            await asyncio.to_thread(self.server.kill)


def measure(words: Sequence[str] = ()) -> dict[str, Any]:
    """Figures of one run. The server's processor time and the generator's are told apart."""
    asked = parser().parse_args(list(words))
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory(prefix="tayari-bench-room-") as kept:
        folder, port = Path(kept), free_port()
        make(folder, port, questions=asked.questions, closed=asked.closed if asked.beside else 0)
        server = Server(folder, port)
        server.start()
        beside = _beside(folder, asked) if asked.beside else {}
        run = Run(asked, server)
        try:
            asyncio.run(run.go())
        finally:
            memory = server.memory()
            server.stop()
        done = {name: _done(process) for name, process in beside.items()}
        return _figures(run, memory) | done | reconcile(folder / "site.sqlite3", run.candidates)


def _beside(folder: Path, asked: argparse.Namespace) -> dict[str, subprocess.Popen[str]]:
    length = asked.answers * 19.0 / asked.speed
    told = {"cwd": ROOT, "env": environment(folder), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return {
        name: subprocess.Popen([sys.executable, "-m", "bench.room.beside", name, str(length)], **told)  # type: ignore[call-overload]  # noqa: S603 (our own words)
        for name in ("rescore", "load")
    }


def _done(process: "subprocess.Popen[str]") -> str:
    said, errors = process.communicate()
    return (
        f"{said.strip()} times" if process.returncode == 0 else f"failed: {(errors.strip().splitlines() or [''])[-1]}"
    )


def _figures(run: Run, memory: float) -> dict[str, Any]:
    figures: dict[str, Any] = {"asked": " ".join(f"{name}={value}" for name, value in vars(run.asked).items())}
    for action, seconds in run.told.seconds.items():
        figures[f"{action}, ms"] = _quantiles(seconds)
    answers = run.stages["answers"]
    figures["answers a second"] = round(len(run.told.seconds["answer"]) / answers, 1)
    figures["stages, s"] = ", ".join(f"{name} {seconds:.1f}" for name, seconds in run.stages.items())
    figures["failed tries"] = ", ".join(f"{name} {count}" for name, count in run.told.trouble.items()) or "none"
    figures["killed, away for s"] = ", ".join(f"{seconds:.1f}" for seconds in run.server.gone) or "never"
    figures["errors in the server's log"] = errors_logged(run.server.folder)
    own = resource.getrusage(resource.RUSAGE_SELF)
    figures["processor seconds"] = f"server {run.server.cpu:.0f}, generator {own.ru_utime + own.ru_stime:.0f}"
    figures["server's memory, MiB"] = round(memory)
    figures["generator late by, ms"] = _quantiles(run.told.lateness)
    return figures


def _quantiles(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    if not ordered:
        return "none"

    def at(share: float) -> str:
        return f"{ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000:.0f}"

    return f"p50 {at(0.5)}, p95 {at(0.95)}, p99 {at(0.99)}, most {ordered[-1] * 1000:.0f} (n {len(ordered)})"
