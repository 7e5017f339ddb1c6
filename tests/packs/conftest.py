"""A copy of the small pack, and a site with the topics and the pattern that it names."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.forms.models import model_to_dict

from tayari.packs import actions
from tayari.packs.actions import Report
from tayari.syllabus.models import Blueprint, Topic

SMALL = Path(__file__).parent / "small"
Load = Callable[..., Report]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The small pack in a folder that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


@pytest.fixture
def site(db: None, tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    for position, ident in enumerate(["gs2.ir.bilateral.us", "pre.gs1.ir"], start=1):
        Topic.objects.create(pk=ident, name={"en": ident, "hi": ident}, position=position)
    Blueprint.objects.create(slug="quick-quiz", name={"en": "Quick quiz", "hi": "त्वरित"}, pattern={})


@pytest.fixture
def load(site: None, now: datetime) -> Load:
    def run(folder: Path, **options: Any) -> Report:
        return actions.load(folder, by=None, now=now, **options)

    return run


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace `old`, which stands once in `file`."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def errors(report: Report) -> list[str]:
    return [str(finding) for finding in sorted(report.findings) if finding.level == "error"]


def warnings(report: Report) -> list[str]:
    return [str(finding) for finding in sorted(report.findings) if finding.level == "warning"]


def rows() -> dict[str, list[Any]]:
    """Every row of the site's own apps and of Wagtail's pages, to see that nothing has changed."""
    return {
        model._meta.label: [_plain(row) for row in model._default_manager.order_by("pk")]
        for model in apps.get_models()
        if model._meta.managed and (model.__module__.startswith("tayari.") or model._meta.label == "wagtailcore.Page")
    }


def _plain(row: Any) -> dict[str, Any]:
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: str(value) for name, value in {**model_to_dict(row, fields=[]), **fields}.items()}
