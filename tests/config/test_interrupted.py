"""An `init` that is killed leaves a site that can be finished, and that nobody serves by mistake."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tayari.base.problems import Unusable
from tayari.config.folder import SiteFolder, SiteSettings
from tayari.config.opening import open_site

ROOT = Path(__file__).resolve().parents[2]


def command(site: Path) -> list[str]:
    told = ["--name", "Prep", "--mark", "○", "--accent", "#2a4d8f", "--languages", "en,hi"]
    told += ["--address", "http://127.0.0.1:8000", "--without-demo", "--editor", "meera", "--email", "m@b.example"]
    return [sys.executable, "-P", "-m", "tayari.config.command", "init", str(site), *told]


def environment(password: str) -> dict[str, str]:
    unwanted = {"DATABASE_URL", "TAYARI_DATA", "DJANGO_SETTINGS_MODULE"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return kept | {"PYTHONPATH": str(ROOT), "TAYARI_EDITOR_PASSWORD": password}


def test_a_killed_init_goes_on_when_it_is_run_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = subprocess.Popen(command(site), env=environment("first pass phrase"), cwd=ROOT, start_new_session=True)
    while not (site / "site.sqlite3").exists():
        assert first.poll() is None, "it ended before it could be killed"
        time.sleep(0.05)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()

    with pytest.raises(Unusable, match=r"was never finished: run `tayari init .*` once more"):
        open_site(site)
    again = subprocess.run(
        command(site), env=environment("second pass phrase"), cwd=ROOT, capture_output=True, text=True
    )

    assert again.returncode == 0, again.stderr
    assert not SiteFolder.open(site).unfinished
    with closing(sqlite3.connect(site / "site.sqlite3")) as held:
        assert held.execute("SELECT username, is_superuser FROM accounts_person").fetchall() == [("meera", 1)]


def test_a_finished_site_is_never_made_anew(tmp_path: Path) -> None:
    folder = SiteFolder.create(tmp_path, SiteSettings(secret="s" * 40), unfinished=True)
    SiteFolder.create(tmp_path, SiteSettings(secret="t" * 40), unfinished=True)
    folder.finish()

    with pytest.raises(Unusable, match="holds a site already"):
        SiteFolder.create(tmp_path, SiteSettings(secret="u" * 40), unfinished=True)
    assert SiteFolder.open(tmp_path).settings.secret == "t" * 40
