"""A site of its own for the measurement: a paper of many questions, and `tayari serve` on loopback, to be killed."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from tests.browser.served import code_state

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "bench-sites"
SLUG = "india-us"
_UNWANTED = {"DATABASE_URL", "TAYARI_DATA", "DJANGO_SETTINGS_MODULE"}


def environment(folder: Path) -> dict[str, str]:
    told = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    return told | {"PYTHONPATH": str(ROOT), "TAYARI_DATA": str(folder)}


def make(folder: Path, port: int, *, questions: int, closed: int) -> None:
    """A database with the paper, and closed sittings to rescore. Filled once for this code, then copied."""
    filled = KEPT / f"{code_state()}-{questions}-{closed}"
    if not filled.exists():
        shutil.rmtree(KEPT, ignore_errors=True)
        making = KEPT / "making"
        making.mkdir(parents=True)
        _settings(making, port)
        command = [sys.executable, "-m", "bench.room.filling", str(questions), str(closed)]
        subprocess.run(command, cwd=ROOT, env=environment(making), check=True)  # noqa: S603 (our own words)
        making.rename(filled)
    shutil.copytree(filled, folder, dirs_exist_ok=True)
    _settings(folder, port)


def _settings(folder: Path, port: int) -> None:
    address = f'secret = "for-a-measurement-only"\naddress = "http://127.0.0.1:{port}"\n'
    (folder / "tayari.toml").write_text(address, encoding="utf-8")


def _used(pid: int) -> float:
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _memory(pid: int) -> float:
    with suppress(OSError):
        told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
        found = re.search(r"Pss:\s+(\d+) kB", told)
        return int(found[1]) / 1024 if found else 0.0
    return 0.0


class Server:
    """`tayari serve` in a process of its own, which can be killed and started again on the same port."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.process: subprocess.Popen[str] | None = None
        self.cpu = 0.0
        self.gone: list[float] = []

    def start(self) -> None:
        """Returns when it answers."""
        command = [sys.executable, "-P", "-m", "tayari.config.command", "serve", "--port", str(self.port)]
        log = (self.folder / "serve.log").open("a", encoding="utf-8")
        self.process = subprocess.Popen(  # noqa: S603 (our own words)
            command, cwd=ROOT, env=environment(self.folder), stdout=subprocess.PIPE, stderr=log, text=True
        )
        assert self.process.stdout is not None
        if "is ready" not in self.process.stdout.readline():
            raise RuntimeError((self.folder / "serve.log").read_text(encoding="utf-8")[-3000:])

    def kill(self) -> None:
        """As the machine's power does it: at once, whatever it is doing; then start it again."""
        assert self.process is not None
        begun = time.perf_counter()
        self.cpu += self.used()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.start()
        self.gone.append(time.perf_counter() - begun)

    def used(self) -> float:
        """Processor seconds of the process that serves now, and of the one that writes for it."""
        return sum(map(_used, self._pids()))

    def memory(self) -> float:
        """What the process that serves now and its writer hold, in MiB; what they share counts once."""
        return sum(map(_memory, self._pids()))

    def _pids(self) -> list[int]:
        assert self.process is not None
        pid = self.process.pid
        with suppress(OSError):
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
            return [pid, *map(int, children)]
        return [pid]

    def stop(self) -> None:
        assert self.process is not None
        self.cpu += self.used()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


def errors_logged(folder: Path) -> str:
    """What the server's tracebacks ended with, and how often."""
    said = (folder / "serve.log").read_text(encoding="utf-8")
    ends = re.findall(r"^Traceback .*?^(\w[\w.]*(?:Error|Exception|Busy)\w*.*?)$", said, flags=re.MULTILINE | re.DOTALL)
    return ", ".join(f"{end[:80]} {count}" for end, count in Counter(ends).most_common(4)) or "none"
