"""RSS: what was corrected, in the language of the address."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext

from tayari.base import clock
from tayari.base.addresses import absolute
from tayari.delivery import press
from tayari.site.queries.corrections import Line, corrections

_MOST = 30


class CorrectionFeed(Feed):  # type: ignore[type-arg]
    """The newest corrections of articles, questions and live pages."""

    def get_object(self, request: HttpRequest) -> str:
        return get_language() or "en"

    def title(self, language: str) -> str:
        return gettext("%(site)s: corrections") % {"site": settings.SITE.name}

    def description(self, language: str) -> str:
        return gettext("What was wrong on this site and what is right, newest first. Nothing is corrected silently.")

    def link(self, language: str) -> str:
        return absolute(reverse("corrections"))

    def feed_url(self, language: str) -> str:
        return absolute(reverse("correction-feed"))

    def items(self, language: str) -> tuple[Line, ...]:
        found = corrections(language, now=clock.now())[:_MOST]
        if not found:
            press.refuse("an empty feed says when it was asked for")
        return found

    def item_title(self, line: Line) -> str:
        return line.title

    def item_description(self, line: Line) -> str:
        return line.text

    def item_link(self, line: Line) -> str:
        return absolute(line.url)

    def item_guid(self, line: Line) -> str:
        """One page has many corrections, so the moment belongs to it."""
        return f"{absolute(line.url)}@{line.at:%Y%m%dT%H%M%S}"

    item_guid_is_permalink = False

    def item_pubdate(self, line: Line) -> datetime:
        return line.at
