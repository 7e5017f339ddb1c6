"""The time machine: an editor walks a paper at another moment. Addresses of the admin, which no reader has; all GET."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tayari.mocks import queries
from tayari.mocks.forms.walking import WalkForm
from tayari.mocks.models import Paper
from tayari.mocks.queries import walked
from tayari.mocks.views.guard import papers_only


def _asked(request: HttpRequest) -> tuple[WalkForm, dict[str, Any]]:
    """The form and what it says, with what is usual where it says nothing or nonsense."""
    now: datetime = request.now  # type: ignore[attr-defined]
    form = WalkForm(request.GET)
    form.is_valid()
    told = {name: value for name, value in form.cleaned_data.items() if value not in (None, "")}
    told = {"at": now, "after": 0, "language": "en", "q": None, **told}
    shown = WalkForm({**told, "at": timezone.localtime(told["at"]).strftime("%Y-%m-%dT%H:%M")})
    return shown, told


def _banner(paper: Paper, at: datetime) -> dict[str, Any]:
    """What stands above a page that is looked at from `at`; in English, whatever the page's language is: it is the
    admin's."""
    words = f"{timezone.localtime(at):%d %B %Y, %H:%M}"
    return {"paper": paper, "at": at, "at_words": words, "hidden": not paper.is_out(at)}


def _paper(pk: int) -> Paper:
    return get_object_or_404(Paper.objects.select_related("blueprint"), pk=pk)


def _moments(paper: Paper) -> list[tuple[str, datetime]]:
    """The moments at which something changes for readers."""
    told = (
        ("It is published", paper.published_at),
        ("The window opens", paper.opens_at),
        ("The window closes", paper.closes_at),
        ("Objections end", paper.objections_until),
    )
    return [(words, moment) for words, moment in told if moment]


@never_cache
@papers_only
@require_safe
def walk(request: HttpRequest, pk: int) -> HttpResponse:
    """What readers have of it then, with the ways to its cover and its room."""
    paper, (form, told) = _paper(pk), _asked(request)
    printing = walked.newest(paper)
    context = {
        "paper": paper,
        "form": form,
        "at": told["at"],
        "lines": walked.lines(paper, printing, at=told["at"]),
        "moments": _moments(paper),
        "printing": printing,
        "query": request.GET.urlencode(),
    }
    return render(request, "mocks/admin/walk.html", context)


@never_cache
@papers_only
@require_safe
def cover(request: HttpRequest, pk: int) -> HttpResponse:
    """The cover as somebody who never sat the paper would see it."""
    paper, (_, told) = _paper(pk), _asked(request)
    at = told["at"]
    with translation.override(told["language"]):
        context = {
            "cover": queries.cover(paper, told["language"]),
            **_banner(paper, at),
            "ahead": paper.awaits(at),
            "over": paper.is_over(at),
            "attempts": None,
        }
        return render(request, "mocks/walked_cover.html", context)


@never_cache
@papers_only
@require_safe
def room(request: HttpRequest, pk: int) -> HttpResponse:
    """The room of somebody who started then, with nothing answered, and without its script."""
    paper, (form, told) = _paper(pk), _asked(request)
    printing = walked.newest(paper)
    if printing is None:
        raise Http404
    shown = walked.room(
        printing,
        request.user,  # type: ignore[arg-type]
        at=told["at"],
        after_s=round(told["after"] * 60),
        language=told["language"],
        asked=told["q"],
    )
    with translation.override(told["language"]):
        context = {
            "room": shown,
            "show": "auto",
            "said": "",
            "form": form,
            **_banner(paper, told["at"]),
        }
        return render(request, "mocks/walked_room.html", context)
