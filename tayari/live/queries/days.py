"""The posts of one day, across all coverage."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from tayari.articles import markdown
from tayari.articles.pages import public
from tayari.live.models import CoveragePage, Post
from tayari.plain.texts import shown


@dataclass(frozen=True, slots=True)
class DayPost:
    """A post as a line of a day's page."""

    title: str
    url: str
    coverage: str
    language: str


def posts_of_day(day: date, language: str) -> tuple[DayPost, ...]:
    """Posts that happened on `day`, or that were published on it and name no day. Three queries."""
    coverage = public(CoveragePage.objects.all()).filter(locale__language_code=language).select_related("locale")
    pages = {page.translation_key: page for page in coverage}
    live = Post.objects.public().filter(coverage_key__in=pages).order_by("number")
    start, end = _day_ends(day)
    happened = live.filter(happened__startswith=day.isoformat())
    published = live.filter(happened="", published_at__gte=start, published_at__lt=end)
    found = []
    for row in [*happened, *published]:
        page = pages[row.coverage_key]
        words = shown(row.title, language)
        said = words if words.words else shown(row.text, language)
        title = words.words or markdown.plain(said.words).splitlines()[0]
        found.append(DayPost(title, f"{page.url}#post-{row.number}", page.title, said.language))
    return tuple(found)


def _day_ends(day: date) -> tuple[datetime, datetime]:
    start = timezone.make_aware(datetime.combine(day, time.min))
    return start, start + timedelta(days=1)
