"""Coverage as a source of events: its address, its numbers, its words in one language."""

import json
import re
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from tayari.articles.pages import public
from tayari.base import clock
from tayari.delivery.streams.events import Cursor, News
from tayari.delivery.streams.sources import Channel
from tayari.live import queries
from tayari.live.models import CoveragePage, PostEvent, Stream
from tayari.live.queries import events

_OTHERS = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
_ADDRESS = re.compile(rf"(?:/(?P<language>{'|'.join(_OTHERS)}))?/live/(?P<slug>[-\w]+)")


class CoverageSource:
    """A `delivery.streams.sources.Source`. Only public pages have a stream; only what readers see is in it."""

    def names(self, base: str) -> bool:
        return _ADDRESS.fullmatch(base) is not None

    def find(self, base: str) -> Channel | None:
        if (named := _ADDRESS.fullmatch(base)) is None:
            return None
        language = named["language"] or settings.LANGUAGE_CODE
        pages = public(CoveragePage.objects.all()).filter(locale__language_code=language, slug=named["slug"])
        key = pages.values_list("translation_key", flat=True).first()
        return Channel(str(key), language) if key else None

    def news(self, channel: Channel, after: int, most: int) -> News | None:
        page = _page(channel)
        if page is None:
            return None
        is_open = page.state == CoveragePage.State.OPEN
        stream = Stream.objects.filter(coverage_key=page.translation_key).first()
        if stream is None:
            return News(events.newest(page.translation_key), is_open, 1)
        rows = PostEvent.objects.filter(coverage_key=page.translation_key, seq__gt=after, seq__lte=stream.newest)
        held = rows.select_related("post").order_by("seq")[:most] if most and after < stream.newest else ()
        told = events.told(held, channel.language)
        return News(Cursor(stream.epoch, stream.newest), is_open, stream.first, told)

    def fresh(self, channel: Channel) -> tuple[Cursor, str] | None:
        page = _page(channel)
        if page is None:
            return None
        with override(channel.language):
            view = queries.coverage(page, now=clock.now())
            html = render_to_string("live/parts/coverage.html", {"page": page, "view": view})
        cursor = Cursor.parse(view.cursor)
        assert cursor is not None
        return cursor, json.dumps({"html": html}, ensure_ascii=False)


def _page(channel: Channel) -> CoveragePage | None:
    pages = public(CoveragePage.objects.all()).select_related("locale")
    return pages.filter(translation_key=UUID(channel.subject), locale__language_code=channel.language).first()
