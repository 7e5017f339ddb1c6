"""A series as its page shows it: dated members by month, and their true count."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings

from tayari.articles.models import SeriesMember
from tayari.articles.queries.cards import public_series, reading_words, series_cards
from tayari.plain.dates import PartialDate
from tayari.ui.shown import Card


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of a series; `key` is what a reader's own browser remembers it by."""

    number: int
    date: date
    date_words: str
    title: str
    url: str
    subject: str
    reading: str
    key: str
    language: str
    language_name: str


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month, e.g. `November 2026`."""

    id: str
    words: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Everything the page of a series shows."""

    count: int
    months: tuple[Month, ...]
    entries: tuple[Entry, ...]
    first_words: str
    last_words: str


def _other_language(article: Any, language: str) -> str:
    """The name of the article's language when it is not that of the series, whose translation is then missing."""
    code = article.locale.language_code
    return "" if code == language else dict(settings.LANGUAGES).get(code, code)


def series(page: Any) -> SeriesView:
    """One query. What is not published is left out; what is not translated stands in its own language and says so."""
    language = page.locale.language_code
    members = SeriesMember.objects.filter(series=page, article__live=True).select_related("article__locale")
    entries = tuple(
        Entry(
            number=number,
            date=member.date,
            date_words=PartialDate.of(member.date).in_words(language),
            title=member.article.title,
            url=member.article.url,
            subject=member.article.subject_line,
            reading=reading_words(member.article, language),
            key=str(member.article.translation_key),
            language=member.article.locale.language_code,
            language_name=_other_language(member.article, language),
        )
        for number, member in enumerate(members.defer("article__body").order_by("date", "sort_order", "id"), start=1)
    )
    months = tuple(
        Month(f"{year}-{month:02d}", PartialDate(year, month).in_words(language), tuple(group))
        for (year, month), group in groupby(entries, key=lambda entry: (entry.date.year, entry.date.month))
    )
    ends = (entries[0].date_words, entries[-1].date_words) if entries else ("", "")
    return SeriesView(len(entries), months, entries, *ends)


def series_list(language: str) -> tuple[Card, ...]:
    """Every published series. One query."""
    return series_cards(public_series(language), language)
