"""A day's page: what was published, what happened, a short quiz, and the way to other days."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR

from tayari.articles.models import SeriesMember
from tayari.articles.pages import public
from tayari.articles.queries import article_cards, public_articles
from tayari.articles.queries.practice import paper_cards
from tayari.delivery import press
from tayari.live.models import CoveragePage, Post
from tayari.live.queries import DayPost, posts_of_day
from tayari.plain.dates import PartialDate
from tayari.site.queries.papers import of_day, open_papers
from tayari.ui.shown import Card, Crumb

_WHOLE_DAY = len("2026-11-22")


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A cell of the month; `url` only when there is something on it, `number` 0 outside the month."""

    number: int
    url: str
    words: str
    is_this: bool
    is_today: bool


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything the page of a day shows."""

    day: date
    words: str
    month_words: str
    is_today: bool
    articles: tuple[Card, ...]
    posts: tuple[DayPost, ...]
    series: tuple[Crumb, ...]
    quiz: tuple[Card, ...]
    quiz_is_its_own: bool
    previous: Crumb | None
    next: Crumb | None
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[CalendarDay, ...], ...]

    @property
    def is_empty(self) -> bool:
        return not (self.articles or self.posts)


def address(day: date) -> str:
    return reverse("day", args=[f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}"])


def with_content(language: str, *, now: datetime) -> list[date]:
    """Every day up to now that has an article, a post or a paper, in order. Four queries."""
    today = timezone.localdate(now)
    found = set(public_articles(language).order_by().values_list("published", flat=True))
    coverage = public(CoveragePage.objects.all()).filter(locale__language_code=language)
    posts = Post.objects.public().filter(coverage_key__in=coverage.values("translation_key"))
    for happened, published in posts.order_by().values_list("happened", "published_at"):
        if not happened:
            found.add(timezone.localdate(published))
        elif len(happened) >= _WHOLE_DAY:
            found.add(date.fromisoformat(happened[:_WHOLE_DAY]))
    papers = open_papers(now).exclude(published_at=None).order_by().values_list("published_at", flat=True)
    found |= {timezone.localdate(moment) for moment in papers if moment}
    return sorted(day for day in found if day <= today)


def day(wanted: date, language: str, *, now: datetime) -> DayView:
    """A bounded number of queries."""
    today = timezone.localdate(now)
    press.until(press.tomorrow(now))
    days = with_content(language, now=now)
    articles = public_articles(language).filter(published=wanted)
    paper, is_own = of_day(wanted, now)
    return DayView(
        day=wanted,
        words=PartialDate.of(wanted).in_words(language),
        month_words=PartialDate(wanted.year, wanted.month).in_words(language),
        is_today=wanted == today,
        articles=article_cards(articles, language),
        posts=posts_of_day(wanted, language),
        series=_series(wanted, language),
        quiz=paper_cards([paper] if paper else [], language),
        quiz_is_its_own=is_own,
        previous=_crumb(max((each for each in days if each < wanted), default=None), language),
        next=_crumb(min((each for each in days if each > wanted), default=None), language),
        weekdays=tuple(str(WEEKDAYS_ABBR[number]) for number in range(7)),
        weeks=_weeks(wanted, today, set(days), language),
    )


def _crumb(day: date | None, language: str) -> Crumb | None:
    return Crumb(PartialDate.of(day).in_words(language), address(day)) if day else None


def _series(wanted: date, language: str) -> tuple[Crumb, ...]:
    """Series that have an article on this day."""
    members = SeriesMember.objects.filter(
        date=wanted, article__live=True, series__live=True, series__locale__language_code=language
    ).select_related("series__locale")
    return tuple({member.series_id: Crumb(member.series.title, member.series.url) for member in members}.values())


def _weeks(wanted: date, today: date, filled: set[date], language: str) -> tuple[tuple[CalendarDay, ...], ...]:
    def cell(each: date) -> CalendarDay:
        if each.month != wanted.month:
            return CalendarDay(0, "", "", False, False)
        there = each in filled or (each == today)
        words = PartialDate.of(each).in_words(language)
        return CalendarDay(each.day, address(each) if there else "", words, each == wanted, each == today)

    weeks = Calendar().monthdatescalendar(wanted.year, wanted.month)
    return tuple(tuple(cell(each) for each in week) for week in weeks)
