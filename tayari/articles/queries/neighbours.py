"""An article's place in its series: what comes before it and after it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from tayari.articles.models import SeriesMember
from tayari.ui.shown import Crumb


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """`number` of `count` in a series, with its neighbours where there are any."""

    title: str
    url: str
    number: int
    count: int
    previous: Crumb | None
    next: Crumb | None


def places(page: Any) -> tuple[SeriesPlace, ...]:
    """One query for all series of the article, in its language; a neighbour that is not translated says so."""
    if page.pk is None:
        return ()
    members = (
        SeriesMember.objects.filter(
            series__members__article_id=page.pk,
            series__live=True,
            series__locale=page.locale_id,
            article__live=True,
        )
        .select_related("series__locale", "article__locale")
        .defer("article__body")
        .order_by("series_id", "date", "sort_order", "id")
        .distinct()
    )
    rows: dict[int, list[SeriesMember]] = defaultdict(list)
    for member in members:
        rows[member.series_id].append(member)
    return tuple(place for entries in rows.values() if (place := _place(page, entries)))


def _place(page: Any, entries: list[SeriesMember]) -> SeriesPlace | None:
    at = next((number for number, entry in enumerate(entries) if entry.article_id == page.pk), None)
    if at is None:
        return None

    def crumb(number: int) -> Crumb | None:
        if not 0 <= number < len(entries):
            return None
        neighbour = entries[number].article
        code = neighbour.locale.language_code
        other = "" if neighbour.locale_id == page.locale_id else f" ({dict(settings.LANGUAGES).get(code, code)})"
        return Crumb(f"{neighbour.title}{other}", neighbour.url)

    series = entries[0].series
    return SeriesPlace(series.title, series.url, at + 1, len(entries), crumb(at - 1), crumb(at + 1))
