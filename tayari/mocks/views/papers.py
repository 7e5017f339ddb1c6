"""The list of mocks, and a paper as a card."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tayari.mocks import queries
from tayari.mocks.models import Paper
from tayari.ui.shown import Card, Crumb


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
