"""Keeps a reader's report of a mistake for the editors."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.articles.models import ArticlePage, Report
from tayari.audit.actions import entries
from tayari.plain.graphemes import nfc


@transaction.atomic
def create(page: ArticlePage, *, text: str, place: str = "", source: str = "", by: Any, now: datetime) -> Report:
    """Store the report. Who reported is not recorded, `by` is for the audit when an editor did."""
    report = Report.objects.create(page=page, at=now, text=nfc(text), place=nfc(place), source=nfc(source))
    entries.record("reports.create", report, by=by, now=now, page=page.ref or page.slug)
    return report
