"""Lints everything that is published, in slices; a run becomes current once it has finished."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import batched

from django.db import transaction
from django.utils import timezone

from tayari.facts.linting import checking, published
from tayari.facts.linting.published import Published
from tayari.facts.models import LintFinding, LintRun
from tayari.rules.lint.findings import Coverage

OFTEN = timedelta(hours=20)
_A_SLICE = 20
_KEPT = 7


def nightly(*, now: datetime) -> LintRun | None:
    """Lint everything unless that was done within the last twenty hours. Gives the run."""
    last = LintRun.objects.exclude(finished_at=None).order_by("-finished_at").first()
    if last and last.finished_at and now - last.finished_at < OFTEN:
        return None
    return lint_all(now=now)


def lint_all(*, now: datetime) -> LintRun:
    """Lint everything published as of today. Each slice is written apart; nothing reads a run before its end."""
    run = LintRun.objects.create(started_at=now)
    counted, documents = Coverage(), 0
    for some in batched(published.everything(), _A_SLICE):
        counted += _slice(run, some, now=now)
        documents += len(some)
    with transaction.atomic():
        run.documents, run.finished_at = documents, now
        for name in ("sentences", "checkable", "agree", "contradict", "unknown"):
            setattr(run, name, getattr(counted, name))
        run.save()
    _forget()
    return run


def _slice(run: LintRun, some: Sequence[Published], *, now: datetime) -> Coverage:
    """Lint before the transaction, write within it."""
    counted, rows = Coverage(), []
    for one in some:
        report = checking.checked(one.document, as_of=timezone.localdate(now), language="", now=now, dismissed=True)
        counted += report.coverage
        rows += [
            LintFinding(
                run=run,
                finding=found.id,
                holder_type=one.holder_type,
                holder_ref=one.holder_ref,
                title=one.title,
                address=one.address,
                level=found.level,
                rule=found.rule,
                words=found.words,
                claim=found.claim,
                fact=found.fact or "",
                source=found.source or "",
                suggestion=found.suggestion,
                place=f"line {found.line}",
            )
            for found in report.findings
        ]
    LintFinding.objects.bulk_create(rows)
    return counted


def _forget() -> None:
    """Drop what older runs found, one run at a time; their counts stay for a week of comparison."""
    finished = list(LintRun.objects.exclude(finished_at=None).order_by("-finished_at").values_list("pk", flat=True))
    for pk in finished[1:]:
        LintFinding.objects.filter(run_id=pk).delete()
    LintRun.objects.exclude(pk__in=finished[:_KEPT]).delete()
