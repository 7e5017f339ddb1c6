"""RSS: the newest articles of a language."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext

from tayari.articles.markdown import plain
from tayari.articles.models import ArticlePage
from tayari.articles.pages import public
from tayari.base.addresses import absolute
from tayari.delivery import press

_MOST = 30


class ArticleFeed(Feed):  # type: ignore[type-arg]
    """The newest articles in the language of the address."""

    def get_object(self, request: HttpRequest) -> str:
        return get_language() or "en"

    def title(self, language: str) -> str:
        return gettext("%(site)s: new articles") % {"site": settings.SITE.name}

    def description(self, language: str) -> str:
        return gettext("Sourced articles for aspirants of India’s competitive examinations.")

    def link(self, language: str) -> str:
        return absolute(reverse("article-feed"))

    def feed_url(self, language: str) -> str:
        return absolute(reverse("article-feed"))

    def items(self, language: str) -> list[ArticlePage]:
        rows = public(ArticlePage.objects.all()).filter(locale__language_code=language)
        found = list(rows.order_by("-published", "-pk")[:_MOST])
        if not found:
            press.refuse("an empty feed says when it was asked for")
        return found

    def item_title(self, page: ArticlePage) -> str:
        return page.title

    def item_description(self, page: ArticlePage) -> str:
        return plain(page.summary)

    def item_link(self, page: ArticlePage) -> str:
        return absolute(page.get_url() or "")

    def item_guid(self, page: ArticlePage) -> str:
        return absolute(page.get_url() or "")

    def item_author_name(self, page: ArticlePage) -> str:
        return page.author

    def item_pubdate(self, page: ArticlePage) -> datetime:
        return datetime.combine(page.published, time(6), ZoneInfo(settings.TIME_ZONE))

    def item_categories(self, page: ArticlePage) -> list[str]:
        return [page.subject_line]
