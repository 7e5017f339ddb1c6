"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from tayari.discovery import queries


def kinds() -> dict[str, str]:
    """What each kind of hit is called."""
    return {
        "article": gettext("Article"),
        "series": gettext("Series"),
        "live": gettext("Live coverage"),
        "mock": gettext("Mock test"),
        "topic": gettext("Topic"),
        "dossier": gettext("Dossier"),
        "entity": gettext("Entity"),
    }


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    language = get_language() or "en"
    found = queries.search(request.GET.get("q", ""), language)
    return render(request, "discovery/search.html", {"found": found, "kinds": kinds(), "language": language})
