"""The command as a process: its exit codes and its one sentence."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What the tests set for themselves and a command must not see.
_OURS = ("TAYARI_DATA", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")


def tayari(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in _OURS}
    return subprocess.run(
        [sys.executable, "-P", "-m", "tayari.config.command", *arguments],
        cwd=cwd,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_what_cannot_be_used_gets_one_sentence_and_exit_2(tmp_path: Path) -> None:
    result = tayari("serve", cwd=tmp_path)

    assert result.returncode == 2
    assert result.stdout == ""
    assert (
        result.stderr
        == f"There is no site in {tmp_path}/var/site: run `tayari init {tmp_path}/var/site` first, or `tayari demo`.\n"
    )


def test_an_unknown_setting_gets_one_sentence_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "tayari.toml").write_text('secret = "x"\ncolor = "red"\n', encoding="utf-8")

    result = tayari("doctor", "--data", ".", cwd=tmp_path)

    assert result.returncode == 2
    assert "does not know: color; take it out or spell it right." in result.stderr
    assert "Traceback" not in result.stderr


def test_a_site_of_ones_own_is_no_demo(tmp_path: Path) -> None:
    (tmp_path / "tayari.toml").write_text(f'secret = "{"x" * 40}"\n', encoding="utf-8")

    result = tayari("demo", "--data", ".", cwd=tmp_path)

    assert result.returncode == 2
    assert result.stderr == ". holds a site of its own, not a demonstration: give --data another folder.\n"


def test_an_unknown_option_is_exit_2(tmp_path: Path) -> None:
    assert tayari("serve", "--prot", "9", cwd=tmp_path).returncode == 2
