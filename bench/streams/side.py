"""One server of streams under measurement, as a process of its own."""

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Side:
    """A server at `port`, whose process is `pid`; `tell` publishes a post."""

    pid: int
    port: int
    tell: Callable[[], None]

    def memory(self) -> float:
        """KiB of its own and its share of what is shared (PSS)."""
        told = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii")
        return float(next(line.split()[1] for line in told.splitlines() if line.startswith("Pss:")))


def wait(port: int) -> None:
    """Until something listens there, for twenty seconds at most."""
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
