"""A site that holds the small pack."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

SMALL = Path(__file__).resolve().parents[1] / "packs" / "small"

# Named on the command line, this file is read before Django is set up: what needs models imports them when it runs.


@pytest.fixture
def small(db: None, tmp_path: Path, settings: Any, now: datetime) -> None:
    from tayari.packs import actions
    from tayari.syllabus.models import Blueprint, Topic

    settings.MEDIA_ROOT = tmp_path / "media"
    for position, ident in enumerate(["gs2.ir.bilateral.us", "pre.gs1.ir"], start=1):
        Topic.objects.create(pk=ident, name={"en": f"Topic {ident}", "hi": f"विषय {ident}"}, position=position)
    Blueprint.objects.create(slug="quick-quiz", name={"en": "Quick quiz", "hi": "त्वरित"}, pattern={})
    report = actions.load(SMALL, by=None, now=now)
    assert not report.refused, report.findings


@pytest.fixture
def article(small: None) -> Any:
    """The first article, in English."""
    from tayari.articles.models import ArticlePage

    return ArticlePage.objects.get(ref="a.first", locale__language_code="en")
