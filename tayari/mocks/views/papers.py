"""The list of mocks, the cover of one, and its start."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tayari.accounts import persons
from tayari.mocks import queries
from tayari.mocks.actions import sittings
from tayari.mocks.models import Paper, Printing
from tayari.mocks.queries import accommodations, attempts, rekeyed
from tayari.ui.shown import Card, Crumb

_HASH = 64


def card(cover: queries.Cover) -> Card:
    """A paper as a card: what it is, how long, and a link that says which."""
    return Card(
        kind="mock",
        label=cover.subject,
        title=cover.name,
        url=cover.url,
        meta=cover.parts,
        text=cover.summary,
        link=cover.start,
    )


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    language = get_language() or "en"
    papers = Paper.objects.out(request.now).select_related("blueprint")  # type: ignore[attr-defined]
    covers = queries.covers(papers, language)
    return render(
        request,
        "mocks/index.html",
        {"cards": [card(one) for one in covers], "trail": [Crumb(_("Mocks"))]},
    )


@require_safe
def cover(request: HttpRequest, slug: str) -> HttpResponse:
    paper = get_object_or_404(Paper.objects.exclude(state=Paper.State.DRAFT).select_related("blueprint"), slug=slug)
    if paper.is_ahead(request.now):  # type: ignore[attr-defined]
        raise Http404
    return _cover_page(request, paper)


def _cover_page(request: HttpRequest, paper: Paper, refusal: str = "") -> HttpResponse:
    shown = queries.cover(paper, get_language() or "en")
    person = persons.person_of(request)
    now = request.now  # type: ignore[attr-defined]
    context = {
        "cover": shown,
        "paper": paper,
        "ahead": paper.awaits(now),
        "sealed": paper.has_seal,
        "over": paper.is_over(now),
        "attempts": attempts.attempts(paper, person, now=now) if person else None,
        "refusal": refusal,
        "outcome_url": reverse("mock_key", args=[paper.slug]) if rekeyed.has_outcome(paper) else "",
        "trail": [Crumb(_("Mocks"), reverse("mocks")), Crumb(shown.short)],
    }
    return render(request, "mocks/cover.html", context, status=409 if refusal else 200)


@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a sitting; a visitor becomes a guest here and nowhere else."""
    language = get_language() or "en"
    papers = Paper.objects.out(request.now).select_related("blueprint")  # type: ignore[attr-defined]
    paper = get_object_or_404(papers, slug=slug)
    # Many start at one moment: what is printed is read when the room needs it, once for all.
    printings = Printing.objects.filter(paper=paper).select_related("paper").defer("body", "plan", "scoring")
    printing = printings.order_by("-number").first()
    if printing is None:
        return _cover_page(request, paper, _("This paper is not printed yet; come back later."))
    person = persons.ensure(request)
    try:
        now = request.now  # type: ignore[attr-defined]
        share = accommodations.share_of(person, paper)
        sitting = sittings.start(printing=printing, person=person, language=language, now=now, share=share)
    except sittings.AttemptsUsed:
        return _cover_page(request, paper, _("You have used all attempts at this paper."))
    except sittings.NotOpen:
        return _cover_page(request, paper, _("This paper cannot be started now."))
    # Who opened the sealed paper needs no questions in the room's page.
    sealed = request.POST.get("sealed", "")
    query = f"?sealed={sealed}" if sealed.isalnum() and len(sealed) == _HASH else ""
    response = redirect(reverse("sitting", args=[sitting.pk]) + query)
    persons.remember(response, person)
    return response
