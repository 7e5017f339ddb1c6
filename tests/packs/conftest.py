"""A copy of the small pack, and a site with the topics and the pattern that it names."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

SMALL = Path(__file__).parent / "small"

# Named on the command line, this file is read before Django is set up: what needs models imports them when it runs.


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The small pack in a folder that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


@pytest.fixture
def site(db: None, tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    fill()


def fill() -> None:
    """The topics and the pattern."""
    from tayari.syllabus.models import Blueprint, Topic

    for position, ident in enumerate(["gs2.ir.bilateral.us", "pre.gs1.ir"], start=1):
        Topic.objects.create(pk=ident, name={"en": ident, "hi": ident}, position=position)
    Blueprint.objects.create(slug="quick-quiz", name={"en": "Quick quiz", "hi": "त्वरित"}, pattern={})


@pytest.fixture
def load(site: None, now: datetime) -> Callable[..., Any]:
    """Loads a folder, as `packs.actions.load` does."""
    from tayari.packs import actions

    def run(folder: Path, **options: Any) -> Any:
        return actions.load(folder, by=None, now=now, **options)

    return run
