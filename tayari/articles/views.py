"""Reporting a mistake in an article."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override

from tayari.articles.actions import reports
from tayari.articles.forms import ReportForm
from tayari.articles.models import ArticlePage
from tayari.articles.pages import public

_MOST_A_SESSION = 5
_COUNT = "reports_sent"


def report(request: HttpRequest, slug: str) -> HttpResponse:
    """A form; what is sent goes to the editors. Programs are thanked and not heard."""
    articles = public(ArticlePage.objects.all()).filter(locale__language_code=get_language()).defer("body")
    page = get_object_or_404(articles, slug=slug)
    form = ReportForm(request.POST or None)
    sent = int(request.session.get(_COUNT, 0))
    if request.method == "POST" and form.is_valid():
        if sent >= _MOST_A_SESSION:
            form.add_error(None, ReportForm.TOO_MANY)
            context = {"article": page, "form": form, "twins": _reports(page)}
            return render(request, "articles/report.html", context, status=429)
        if not form.is_program:
            told = {name: form.cleaned_data[name] for name in ("place", "text", "source")}
            by = request.user if request.user.is_authenticated else None
            reports.create(page, **told, by=by, now=request.now)  # type: ignore[attr-defined]
        request.session[_COUNT] = sent + 1
        return redirect(reverse("report", args=[slug]) + "?sent=1")
    status = 400 if form.is_bound else 200
    context = {"article": page, "form": form, "sent": "sent" in request.GET, "twins": _reports(page)}
    return render(request, "articles/report.html", context, status=status)


def _reports(page: ArticlePage) -> dict[str, str]:
    """Where a mistake is reported in each language that the article has."""
    found = {}
    twins = public(page.get_translations(inclusive=True))
    for code, slug in twins.values_list("locale__language_code", "slug"):
        with override(code):
            found[code] = reverse("report", args=[slug])
    return found
