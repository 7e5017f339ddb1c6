"""Dossiers as pages and as data."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tayari.plain import sheets
from tayari.site.queries import dossiers


def _language() -> str:
    return get_language() or "en"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    cards = dossiers.dossier_cards(dossiers.public_dossiers(), _language())
    return render(request, "site/dossiers.html", {"cards": cards})


@require_safe
def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(dossiers.public_dossiers(), slug=slug)
    view = dossiers.dossier(found, _language(), now=request.now)  # type: ignore[attr-defined]
    return render(request, "site/dossier.html", {"dossier": found, "view": view})


@require_safe
def data(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(dossiers.public_dossiers(), slug=slug)
    return JsonResponse(dossiers.as_json(found, _language()), json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_safe
def sheet(request: HttpRequest, slug: str, table: str) -> HttpResponse:
    """One table as CSV; a table that the page does not show is not found."""
    found = get_object_or_404(dossiers.public_dossiers(), slug=slug)
    rows = dossiers.as_rows(found, table, _language())
    if rows is None:
        raise Http404
    answer = HttpResponse(sheets.written(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.slug}-{table}.csv"'
    return answer
