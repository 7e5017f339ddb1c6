"""The home page: what is live, what to practise today, the newest by subject."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice

from django.utils import timezone

from tayari.articles.models import ArticlePage
from tayari.articles.queries import article_cards, public_articles, series_list
from tayari.articles.queries.pictures import shown
from tayari.articles.queries.practice import paper_cards
from tayari.delivery import press
from tayari.live.models import CoveragePage
from tayari.live.queries import coverage_cards, open_first
from tayari.plain.dates import PartialDate
from tayari.site.queries import papers
from tayari.ui.shown import Card

_RECENT, _A_SUBJECT, _SUBJECTS, _MOCKS, _LIVE = 40, 3, 6, 6, 3


@dataclass(frozen=True, slots=True)
class Subject:
    """The newest articles of one subject."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything on the home page. `lead` is the newest article, which its subject does not repeat."""

    today: date
    today_words: str
    live: tuple[Card, ...]
    live_is_now: bool
    practice: tuple[Card, ...]
    practice_is_todays: bool
    lead: Card | None
    subjects: tuple[Subject, ...]
    series: tuple[Card, ...]
    mocks: tuple[Card, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.live or self.lead or self.series or self.mocks)


def home(language: str, *, now: datetime) -> HomeView:
    """A bounded number of queries."""
    today = timezone.localdate(now)
    press.until(press.tomorrow(now))
    articles = list(public_articles(language)[:_RECENT])
    live, is_now = _live(language)
    todays, is_todays = papers.of_day(today, now)
    shelf = [paper for paper in papers.open_papers(now)[: _MOCKS + 1] if paper != todays][:_MOCKS]
    return HomeView(
        today=today,
        today_words=PartialDate.of(today).in_words(language),
        live=live,
        live_is_now=is_now,
        practice=paper_cards([todays] if todays else [], language),
        practice_is_todays=is_todays,
        lead=_lead(articles[0], language) if articles else None,
        subjects=_subjects(articles[1:], language),
        series=series_list(language),
        mocks=paper_cards(shelf, language),
    )


def _lead(page: ArticlePage, language: str) -> Card:
    """The newest article with its picture."""
    card = article_cards([page], language)[0]
    return replace(card, picture=shown([page.picture], language)[page.picture.pk]) if page.picture else card


def _live(language: str) -> tuple[tuple[Card, ...], bool]:
    """What is open; when nothing is, what closed last."""
    pages = list(open_first(language)[: _LIVE * 2])
    now = [page for page in pages if page.state == CoveragePage.State.OPEN][:_LIVE]
    return coverage_cards(now or pages[:1], language), bool(now)


def _subjects(articles: list[ArticlePage], language: str) -> tuple[Subject, ...]:
    grouped: dict[str, list[ArticlePage]] = {}
    for page in articles:
        grouped.setdefault(page.subject_line, []).append(page)
    return tuple(
        Subject(name, tuple(map(_dated, article_cards(pages[:_A_SUBJECT], language))))
        for name, pages in islice(grouped.items(), _SUBJECTS)
    )


def _dated(card: Card) -> Card:
    """Under its subject's heading a card begins with its day: the subject is said once."""
    return replace(card, label=card.meta[0], meta=card.meta[1:])
