"""Open papers, newest first, and the stable pick of one for a day."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from tayari.mocks.models import Paper


def open_papers(now: datetime) -> QuerySet[Paper]:
    """Papers that anyone may sit at `now`."""
    return Paper.objects.out(now).order_by("-published_at", "ref")


def day_ends(day: date) -> tuple[datetime, datetime]:
    """The first moment of `day` in the site's time zone, and of the day after."""
    start = timezone.make_aware(datetime.combine(day, time.min))
    return start, start + timedelta(days=1)


def of_day(day: date, now: datetime) -> tuple[Paper | None, bool]:
    """The paper for `day` and whether it came out on it; else the same pick from the shelf for everybody.

    The pick is from those out by that day, when there were any, and from the shorter half: practice for one day should
    be short.
    """
    start, end = day_ends(day)
    papers = sorted(open_papers(now), key=_length)
    own = [paper for paper in papers if paper.published_at and start <= paper.published_at < end]
    if own:
        return own[0], True
    out = [paper for paper in papers if not paper.published_at or paper.published_at < start] or papers
    short = out[: (len(out) + 1) // 2]
    return (short[day.toordinal() % len(short)], False) if short else (None, False)


def _length(paper: Paper) -> tuple[int, str]:
    return (paper.paper_ms or (paper.question_ms or 0) * 20, paper.ref)
