"""A site that holds the small pack."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)

SMALL = Path(__file__).resolve().parents[1] / "packs" / "small"

# Named on the command line, this file is read before Django is set up: what needs models imports them when it runs.


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The small pack in the database, once for a module's tests, each of which undoes what it adds. Gives the media."""
    from tayari.packs import actions
    from tayari.syllabus.models import Blueprint, Topic

    media = tmp_path_factory.mktemp("media")
    around = transaction.atomic()
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media):
        around.__enter__()
        for position, ident in enumerate(["gs2.ir.bilateral.us", "pre.gs1.ir"], start=1):
            Topic.objects.create(pk=ident, name={"en": f"Topic {ident}", "hi": f"विषय {ident}"}, position=position)
        Blueprint.objects.create(slug="quick-quiz", name={"en": "Quick quiz", "hi": "त्वरित"}, pattern={})
        report = actions.load(SMALL, by=None, now=NOW)
        assert not report.refused, report.findings
    yield media
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def small(loaded: Path, db: None, settings: Any) -> None:
    settings.MEDIA_ROOT = loaded


@pytest.fixture
def article(small: None) -> Any:
    """The first article, in English."""
    from tayari.articles.models import ArticlePage

    return ArticlePage.objects.get(ref="a.first", locale__language_code="en")
