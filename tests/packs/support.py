"""What the tests of packs say often: a change in a file, the findings of a load, every row of the site."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.forms.models import model_to_dict

from tayari.packs.actions import Report

Load = Callable[..., Report]


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
