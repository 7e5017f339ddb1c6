"""The commands in bin/ say truly what a machine lacks."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What the script itself is made of; none of it is a program that tests need.
SHELL = ("bash", "cat", "dirname", "readlink", "tr")


def lacks(folder: Path, **environment: str) -> list[str]:
    """What bin/test misses where only `folder` is searched for programs."""
    for name in SHELL:
        (folder / name).symlink_to(str(shutil.which(name)))
    said = subprocess.run(
        [str(folder / "bash"), str(ROOT / "bin" / "test"), "--lacks"],
        env={"PATH": str(folder), "HOME": os.environ.get("HOME", "/"), **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    return said.stdout.split()


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert {"chromium", "redis-server", "nodejs", "npm"} <= set(lacks(tmp_path))


def test_a_program_that_is_there_is_not_named(tmp_path: Path) -> None:
    browser = tmp_path / "my-browser"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)

    assert "chromium" not in lacks(tmp_path, TAYARI_CHROMIUM=str(browser))
