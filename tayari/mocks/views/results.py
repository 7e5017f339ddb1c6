"""Handing in, the result, and practising what was missed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tayari.mocks import reviewing
from tayari.mocks.actions import sittings, starts
from tayari.mocks.queries import results, rooms, tables
from tayari.mocks.views.rooms import mine
from tayari.ui.shown import Crumb


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def submission(request: HttpRequest, ident: UUID) -> HttpResponse:
    """A page that says what would be handed in; posting to it hands in."""
    sitting = mine(request, ident, body=False)
    if request.method == "POST":
        sittings.submit(ident, by=sitting.person, now=request.now)  # type: ignore[attr-defined]
    if request.method == "POST" or sitting.closed_at is not None:
        return redirect("sitting_result", ident=ident)
    return render(request, "mocks/submission.html", {"room": rooms.room(sitting, now=request.now)})  # type: ignore[attr-defined]


@never_cache
@require_safe
def result(request: HttpRequest, ident: UUID) -> HttpResponse:
    sitting = mine(request, ident)
    if sitting.closed_at is None:
        return redirect("sitting", ident=ident)
    now = request.now  # type: ignore[attr-defined]
    shown = results.result(sitting, get_language() or "en", now=now)
    missed = shown.answers.missed if shown.answers else 0
    context = {
        "result": shown,
        "scored": shown.scored,
        "answers": shown.answers,
        "practise": results.missed_words(missed) if missed else "",
        "trail": [
            Crumb(_("Mocks"), reverse("mocks")),
            Crumb(shown.short, reverse("mock", args=[shown.slug])),
            Crumb(_("Result")),
        ],
    }
    return render(request, "mocks/result.html", context)


@never_cache
@require_safe
def table(request: HttpRequest, ident: UUID) -> HttpResponse:
    """The result as CSV, for a spreadsheet; only once the answers are shown."""
    sitting = mine(request, ident)
    if not reviewing.shown(sitting, now=request.now).answers:  # type: ignore[attr-defined]
        raise Http404
    response = HttpResponse(tables.csv_of(sitting, get_language() or "en"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{sitting.printing.paper.slug}.csv"'
    return response


@never_cache
@require_POST
def practise(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Begin an untimed sitting of what was wrong or blank."""
    sitting = mine(request, ident)
    try:
        practice = starts.practise_missed(sitting, by=sitting.person, now=request.now)  # type: ignore[attr-defined]
    except (starts.SittingStillOpen, starts.AnswersNotShown, starts.NothingMissed):
        return redirect("sitting_result", ident=ident)
    return redirect("sitting", ident=practice.pk)
