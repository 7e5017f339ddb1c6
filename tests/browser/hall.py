"""Papers that the demonstration has not, set in its database by a process of its own."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tayari.base import clock
from tests.browser.served import ROOT, Served

SECTIONS = "/mocks/sections/"
TYPED = "/mocks/typed/"
MOMENT = "/mocks/moment/"
BRISK = "/mocks/brisk/"
SEALED = "/mocks/sealed/"
# Long enough to open the room on a busy machine, short enough to be waited for.
SECTION_S, MOMENT_S, QUESTION_S = 10, 12, 5


def furnish(folder: Path) -> None:
    """Set the papers in the site of `folder`. Raises CalledProcessError."""
    command = [sys.executable, "-P", "-m", "tests.browser.hall", str(folder)]
    unwanted = {"DATABASE_URL", "TAYARI_DATA", "DJANGO_SETTINGS_MODULE"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    subprocess.run(command, cwd=ROOT, env=environment | {"PYTHONPATH": str(ROOT)}, check=True)


def opens(site: Served, slug: str, *, after: timedelta) -> None:
    """Let a paper of the site open so long after now."""
    moment = (clock.now() + after).replace(tzinfo=None).isoformat(" ", "microseconds")
    with closing(sqlite3.connect(site.folder / "site.sqlite3", timeout=20)) as database, database:
        database.execute("UPDATE mocks_paper SET opens_at = ? WHERE slug = ?", (moment, slug))


def _set() -> None:
    from tests.factories import halls, papers

    halls.in_sections(6, seconds=(SECTION_S, 600, 600), leave_early=True)
    halls.typed()
    papers.printing(2, slug="moment", paper_ms=MOMENT_S * 1000)
    papers.sprint(6, QUESTION_S, slug="brisk")
    papers.printing(3, slug="sealed", sealed=True, opens_at=clock.now() + timedelta(days=1))


if __name__ == "__main__":
    from tayari.config.opening import open_site

    open_site(Path(sys.argv[1]))
    _set()
