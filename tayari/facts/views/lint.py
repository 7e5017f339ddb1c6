"""What the linter found in everything published, for editors: by page, with dismissal; and dismissals to take back."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from tayari.facts.actions import dismissals as actions
from tayari.facts.models import Dismissal, LintFinding, LintRun
from tayari.facts.views.guard import editors_only
from tayari.rules.lint.findings import Coverage
from tayari.rules.lint.formats import sayings

_MOST = 300


@require_GET
@editors_only
def report(request: HttpRequest) -> HttpResponse:
    """The newest finished run."""
    run = LintRun.objects.exclude(finished_at=None).order_by("-finished_at").first()
    level = request.GET.get("level", "")
    rows = LintFinding.objects.filter(run=run) if run else LintFinding.objects.none()
    if level in {"error", "warning", "advice"}:
        rows = rows.filter(level=level)
    context = {
        "page_title": "Linter",
        "header_icon": "glasses",
        "run": run,
        "coverage": sayings.coverage(_coverage(run)) if run else "",
        "holders": _by_holder(rows.order_by("holder_type", "holder_ref", "pk")[:_MOST]),
        "count": rows.count(),
        "level": level,
        "levels": (("", "All"), ("error", "Errors"), ("warning", "Warnings"), ("advice", "Advice")),
        "dismissed": Dismissal.objects.select_related("by")[:_MOST],
    }
    return render(request, "facts/admin/lint.html", context)


@require_POST
@editors_only
def dismiss(request: HttpRequest) -> HttpResponse:
    """Dismiss a finding, or hear it again; back to where the editor was."""
    told = request.POST
    by, now = request.user, request.now  # type: ignore[attr-defined]
    try:
        if told.get("way") == "restore":
            actions.restore(told.get("finding", ""), reason=told.get("reason", ""), by=by, now=now)
            messages.success(request, "The finding will be heard again.")
        else:
            names = ("finding", "holder_type", "holder_ref", "rule", "words")
            what = actions.Dismissed(**{name: told.get(name, "") for name in names})
            actions.dismiss(what, reason=told.get("reason", ""), by=by, now=now)
            messages.success(request, "Dismissed. It stays quiet until its sentence or the fact changes.")
    except actions.DismissalRefused as refusal:
        messages.error(request, str(refusal))
    back = told.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else reverse("lint_report"))


def _coverage(run: LintRun) -> Coverage:
    return Coverage(run.sentences, run.checkable, run.agree, run.contradict, run.unknown)


def _by_holder(rows: Iterable[LintFinding]) -> list[dict[str, Any]]:
    grouped = groupby(rows, key=lambda row: (row.holder_type, row.holder_ref, row.title, row.address))
    return [
        {"type": type_, "ref": ref, "title": title, "address": address, "findings": list(found)}
        for (type_, ref, title, address), found in grouped
    ]
