"""A demonstration site as anyone gets it: made by `tayari demo`, kept for the next run, served by its own process."""

import fcntl
import hashlib
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.factories.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "test-sites"
READY = 300  # seconds until a site that is made from nothing must answer


@dataclass(frozen=True, slots=True)
class Served:
    """A site that answers, and who can sign in to it: passwords by name. `pid` is 0 where the process is another's."""

    url: str
    folder: Path
    passwords: dict[str, str]
    log: Path
    pid: int = 0


@contextmanager
def serve(folder: Path, port: int = 0) -> Iterator[Served]:
    """Run `tayari demo` on `folder`, at a free port unless one is given, until the block ends.

    Raises RuntimeError with its words.
    """
    port = port or free_port()
    _move(folder, port)
    command = [sys.executable, "-P", "-m", "tayari.config.command", "demo", "--data", str(folder), "--port", str(port)]
    unwanted = {"DATABASE_URL", "TAYARI_DATA", "DJANGO_SETTINGS_MODULE"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    log = folder.parent / f"{folder.name}.log"
    with log.open("w", encoding="utf-8") as written:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=written,
            text=True,
        )
        try:
            yield Served(f"http://127.0.0.1:{port}", folder, _ready(process, log), log, process.pid)
        finally:
            _stop(process)


def _move(folder: Path, port: int) -> None:
    """Tell a copied site its new address: feeds and canonical links name it."""
    settings = folder / "tayari.toml"
    if settings.exists():
        told = settings.read_text(encoding="utf-8")
        address = f'address = "http://127.0.0.1:{port}"'
        settings.write_text(re.sub(r'(?m)^address = ".*"$', address, told), encoding="utf-8")


def _ready(process: subprocess.Popen[str], log: Path) -> dict[str, str]:
    """Read "Tayari is ready …" and the names and passwords after it."""
    assert process.stdout is not None
    late = threading.Timer(READY, process.kill)
    late.start()
    passwords: dict[str, str] = {}
    try:
        for line in process.stdout:
            if found := re.fullmatch(r"(editor|aspirant): (\S+) (\S+)\s*", line):
                passwords[found[2]] = found[3]
            if len(passwords) == 2:
                return passwords
    finally:
        late.cancel()
    raise RuntimeError(f"the demo did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")


def _stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def code_state() -> str:
    """Changes whenever a file of the program, its content or its locked packages does."""
    seen = hashlib.sha256((ROOT / "requirements" / "base.txt").read_bytes())
    for file in sorted((ROOT / "tayari").rglob("*")):
        if file.is_file() and file.suffix not in (".pyc", ".mo"):
            seen.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return seen.hexdigest()[:16]


def demo_folder() -> Path:
    """The folder of a demonstration site for exactly this code, made once, also with several test processes at work.

    It is a pattern to copy: nobody serves it.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        pattern = KEPT / code_state()
        if not pattern.exists():
            for old in KEPT.iterdir():
                if old.is_dir():
                    shutil.rmtree(old)
            with tempfile.TemporaryDirectory(dir=KEPT, prefix="making-") as making:
                made = Path(making) / "site"
                with serve(made):
                    _wait_for_tasks(made)
                made.rename(pattern)
    return pattern


def _wait_for_tasks(folder: Path) -> None:
    """Until the site's worker has done what its making left to it; otherwise each copy would do it anew."""
    waiting = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')"
    with closing(sqlite3.connect(folder / "site.sqlite3", timeout=60)) as database:
        for _ in range(READY):
            if database.execute(waiting).fetchone() == (0,):
                return
            time.sleep(1)
    raise RuntimeError(f"the site's worker did not come to an end in {READY} s")


@contextmanager
def copied() -> Iterator[Path]:
    """The folder of a fresh copy of the demonstration site, gone afterwards."""
    pattern = demo_folder()
    with tempfile.TemporaryDirectory(prefix="tayari-demo-") as kept:
        folder = Path(kept) / "site"
        shutil.copytree(pattern, folder, ignore=shutil.ignore_patterns("serving.lock"))
        yield folder


@contextmanager
def copy_served() -> Iterator[Served]:
    """A fresh copy of the demonstration site, served, and gone afterwards."""
    with copied() as folder, serve(folder) as served:
        yield served
