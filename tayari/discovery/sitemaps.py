"""The sitemap, with each page's other language beside it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from tayari.articles.models import ArticlePage
from tayari.articles.pages import public
from tayari.base.addresses import absolute
from tayari.facts.models import Dossier, Entity
from tayari.mocks.models import Paper
from tayari.syllabus.models import Topic

MOST = 50_000


class Address:
    """One address with its last change and the same thing in other languages."""

    def __init__(self, url: str, changed: date | datetime | None, twins: dict[str, str]) -> None:
        self.url, self.changed, self.twins = url, changed, twins


def _of_pages() -> list[Address]:
    pages = list(public(Page.objects.all()).filter(depth__gt=1).specific())
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    by_key: dict[Any, dict[str, str]] = {}
    for page in pages:
        by_key.setdefault(page.translation_key, {})[codes[page.locale_id]] = absolute(page.get_url() or "")
    return [
        Address(
            absolute(page.get_url() or ""),
            page.facts_as_of if isinstance(page, ArticlePage) else page.last_published_at,
            by_key[page.translation_key],
        )
        for page in pages
        if page.get_url()
    ]


def _in_each_language(routes: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """The addresses of each (route, argument), by language."""
    columns = []
    for code, _ in settings.LANGUAGES:
        with override(code):
            columns.append([(code, absolute(reverse(route, args=[argument]))) for route, argument in routes])
    return map(dict, zip(*columns, strict=True))


def _of_records(now: datetime) -> list[Address]:
    routes = [("mock", paper.slug, paper.published_at) for paper in Paper.objects.out(now)]
    routes += [("topic", topic.id, None) for topic in Topic.objects.all()]
    dossiers = Dossier.objects.filter(state=Dossier.State.OPEN)
    routes += [("dossier", slug, None) for slug in dossiers.values_list("slug", flat=True)]
    routes += [("entity", slug, None) for slug in Entity.objects.values_list("slug", flat=True)]
    each = _in_each_language([(route, argument) for route, argument, _ in routes])
    changes = (changed for _, _, changed in routes)
    return [
        Address(url, changed, twins) for twins, changed in zip(each, changes, strict=True) for url in twins.values()
    ]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    addresses = [*_of_pages(), *_of_records(request.now)][:MOST]
    context = {"addresses": addresses}
    return render(request, "discovery/sitemap.xml", context, content_type="application/xml; charset=utf-8")
