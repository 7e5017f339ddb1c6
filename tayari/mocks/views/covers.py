"""The cover of a mock, the same for everybody; what of it is one's own; and its start."""

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from tayari.accounts import persons
from tayari.accounts.models import Person
from tayari.base import origins
from tayari.mocks import queries, starting
from tayari.mocks.actions import starts
from tayari.mocks.actions.starts import Begin
from tayari.mocks.models import Paper, Printing
from tayari.mocks.queries import accommodations, attempts, rekeyed
from tayari.ui.shown import Crumb

_HASH = 64


def _paper(request: HttpRequest, slug: str) -> Paper:
    """A paper whose day has come. Raises Http404."""
    paper = get_object_or_404(Paper.objects.exclude(state=Paper.State.DRAFT).select_related("blueprint"), slug=slug)
    if paper.is_ahead(request.now):  # type: ignore[attr-defined]
        raise Http404
    return paper


def _shown(request: HttpRequest, paper: Paper) -> dict[str, object]:
    """What the cover says to everybody."""
    cover, now = queries.cover(paper, get_language() or "en"), request.now  # type: ignore[attr-defined]
    return {
        "cover": cover,
        "paper": paper,
        "ahead": paper.awaits(now),
        "sealed": paper.has_seal,
        "over": paper.is_over(now),
        "outcome_url": reverse("mock_key", args=[paper.slug]) if rekeyed.has_outcome(paper) else "",
        "trail": [Crumb(_("Mocks"), reverse("mocks")), Crumb(cover.short)],
    }


def _attempts(request: HttpRequest, paper: Paper, person: Person | None) -> attempts.Attempts | None:
    return attempts.attempts(paper, person, now=request.now) if person else None  # type: ignore[attr-defined]


def _own_page(request: HttpRequest, paper: Paper, *, refusal: str = "", status: int = 200) -> HttpResponse:
    """The cover for whoever asks, with a token in its form."""
    held = _attempts(request, paper, persons.person_of(request))
    context = {**_shown(request, paper), "attempts": held, "refusal": refusal, "token": True}
    return render(request, "mocks/cover.html", context, status=status)


@require_safe
def cover(request: HttpRequest, slug: str) -> HttpResponse:
    paper = _paper(request, slug)
    context = {**_shown(request, paper), "own_url": reverse("mock_own", args=[paper.slug])}
    return render(request, "mocks/cover.html", context)


@never_cache
@require_safe
def own(request: HttpRequest, slug: str) -> HttpResponse:
    """The cover with one's attempts in it: for browsers without scripts."""
    return _own_page(request, _paper(request, slug))


@never_cache
@require_safe
def own_part(request: HttpRequest, slug: str) -> HttpResponse:
    """What of the cover is one's own, to be put into the pressed page; nothing for who has nothing there."""
    paper = _paper(request, slug)
    held = _attempts(request, paper, persons.person_of(request))
    if held is None or not (held.rows or held.used_up):
        return HttpResponse(status=204)
    shown = queries.cover(paper, get_language() or "en")
    return render(request, "mocks/parts/own.html", {"cover": shown, "paper": paper, "attempts": held})


@csrf_exempt
@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a sitting; a visitor becomes a guest here and nowhere else.

    The form stands on a pressed page and has no token: the browser says that it was sent from here. Who does not say it
    gets the form again, with a token.
    """
    papers = Paper.objects.out(request.now).select_related("blueprint")  # type: ignore[attr-defined]
    paper = get_object_or_404(papers, slug=slug)
    if not origins.is_own(request) and CsrfViewMiddleware(own).process_view(request, own, (), {}):
        return _own_page(
            request,
            paper,
            refusal=_("Your browser did not say that this came from our page. Press Start once more."),
            status=403,
        )
    return _begun(request, paper)


def _begun(request: HttpRequest, paper: Paper) -> HttpResponse:
    # Many start at one moment: what is printed is read when the room needs it, once for all.
    printings = Printing.objects.filter(paper=paper).select_related("paper").defer("body", "plan", "scoring")
    printing = printings.order_by("-number").first()
    if printing is None:
        return _own_page(request, paper, refusal=_("This paper is not printed yet; come back later."), status=409)
    person = persons.person_of(request)
    now, language = request.now, get_language() or "en"  # type: ignore[attr-defined]
    share = accommodations.share_of(person, paper) if person else ""
    ident = None if person else persons.ident_of(request)
    try:
        sitting = starting.start(Begin(printing, person, language, now, ident=ident, share=share))
    except starts.AttemptsUsed:
        return _own_page(request, paper, refusal=_("You have used all attempts at this paper."), status=409)
    except starts.NotOpen:
        return _own_page(request, paper, refusal=_("This paper cannot be started now."), status=409)
    # Who opened the sealed paper needs no questions in the room's page.
    sealed = request.POST.get("sealed", "")
    query = f"?sealed={sealed}" if sealed.isalnum() and len(sealed) == _HASH else ""
    response = redirect(reverse("sitting", args=[sitting.pk]) + query)
    persons.remember(response, sitting.person)
    return response
