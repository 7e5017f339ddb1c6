"""What tests of the command share: nothing names a site, and the command runs in this process."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tayari.config.command import main


@pytest.fixture
def no_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the environment nor the folder names a site."""
    monkeypatch.delenv("TAYARI_DATA", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Calls `tayari` with words: its exit code, what it printed, and what it complained of."""

    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tayari", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    return call
