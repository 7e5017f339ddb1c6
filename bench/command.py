"""`bench/run NAME [--json]`: runs one measurement and says on which machine."""

import argparse
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

from bench import exact, load, page, press, rescore, room_page, serve
from bench.lint import measuring
from bench.room import measuring as room
from bench.saves import measuring as saves
from bench.streams import measuring as streams

MEASURED = {
    "exact": exact.measure,
    "page": page.measure,
    "serve": serve.measure,
    "load": load.measure,
    "lint": measuring.measure,
    "press": press.measure,
    "rescore": rescore.measure,
    "room-page": room_page.measure,
}
WITH_WORDS = {"room": room.measure, "saves": saves.measure, "streams": streams.measure}
"""Those that take options of their own."""


def machine() -> dict[str, Any]:
    """What the figures belong to."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "memory GiB": round(memory, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load before": os.getloadavg()[0],
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("name", choices=sorted({**MEASURED, **WITH_WORDS}), help="what to measure")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    asked, words = parser.parse_known_args()
    if words and asked.name not in WITH_WORDS:
        parser.error(f"{asked.name} takes no {words[0]}")
    # Before the measurement: afterwards the load is its own.
    on = machine()
    figures = WITH_WORDS[asked.name](words) if asked.name in WITH_WORDS else MEASURED[asked.name]()
    if asked.json:
        sys.stdout.write(json.dumps({"name": asked.name, "machine": on, "figures": figures}, indent=2) + "\n")
        return 0
    for title, rows in (("machine", on), (asked.name, figures)):
        width = max(len(key) for key in rows)
        sys.stdout.write(f"{title}\n" + "".join(f"  {key:<{width}}  {value}\n" for key, value in rows.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
