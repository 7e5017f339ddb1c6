"""What discovery shows in the slots of other apps' pages."""

from typing import Any

from django.template.loader import render_to_string

from tayari.articles.models import ArticlePage
from tayari.base import clock
from tayari.discovery import cards, structured
from tayari.mocks.models import Paper


def article_resources(page: Any, language: str) -> str:
    """The carousel of what belongs to an article; nothing at all when there is nothing."""
    found = cards.resources(page, language, now=clock.now()) if isinstance(page, ArticlePage) else []
    return render_to_string("discovery/resources.html", {"cards": found}) if found else ""


def article_related(page: Any, language: str) -> str:
    """Related articles; nothing at all when there are none."""
    found = cards.related_articles(page, language) if isinstance(page, ArticlePage) else []
    return render_to_string("discovery/related.html", {"cards": found}) if found else ""


def mock_head(cover: Any, language: str) -> str:
    """The same of a paper's cover."""
    return page_head(Paper.objects.filter(ref=cover.ref).first(), language)


def page_head(thing: Any, language: str) -> str:
    """Open Graph and structured data of the page at hand."""
    described = structured.described(thing, language)
    return render_to_string("discovery/head.html", {"described": described}) if described else ""
