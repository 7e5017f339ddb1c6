"""The command line of bench/run, and how its figures are shown."""

import argparse
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv" / "bin" / "python"


def main() -> int:
    """Measure what was asked for; 0 when every figure could be had, 2 when none could."""
    asked = argparse.ArgumentParser(prog="bench/run", description="Measure Tayari on this machine.")
    asked.add_argument("what", choices=["page", "load"], help="first views of pages, or loading the demo pack")
    asked.add_argument("--json", action="store_true", help="the figures for a program to read")
    options = asked.parse_args()
    if Path(sys.prefix) != ROOT / ".venv":
        if not VENV.exists():
            asked.error("the packages are not installed: run bin/test once, which installs them into .venv")
        return subprocess.run([str(VENV), __file__, *sys.argv[1:]], cwd=ROOT).returncode  # noqa: S603
    figures = _measured(options.what)
    figures["machine"] = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    sys.stdout.write(json.dumps(figures, indent=2) + "\n" if options.json else _table(figures))
    return 0


def _measured(what: str) -> dict[str, Any]:
    # Each brings much along that the other does not need: a browser, or Django.
    if what == "page":
        from bench.page import measure
    else:
        from bench.load import measure
    return measure()


def _table(figures: dict[str, Any], indent: str = "") -> str:
    lines = ""
    for name, figure in figures.items():
        inner = f"{indent}{name}\n{_table(figure, indent + '  ')}"
        lines += inner if isinstance(figure, dict) else f"{indent}{name}: {figure}\n"
    return lines


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
