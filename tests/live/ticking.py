"""A job of two nodes that leaves a trace."""

import os
from datetime import datetime
from pathlib import Path


def tick(*, now: datetime) -> None:
    with Path(os.environ["TICKS"]).open("a", encoding="utf-8") as file:
        file.write(f"{now.timestamp()}\n")
