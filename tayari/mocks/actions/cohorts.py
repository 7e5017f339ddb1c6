"""Counts how the first timed sittings of a printing came out, for percentiles, medians and shares."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tayari.mocks import marking, plans
from tayari.mocks.models import Cohort, Printing, Rescore, Sitting
from tayari.rules.ranking import FEWEST
from tayari.stats.percentiles import median

SAMPLE = 2_000
"""Times and right answers of each question are those of so many candidates, the last ones, at most."""


def _first(printing: Printing) -> QuerySet[Sitting]:
    """Everybody's first timed sitting of this printing, once closed."""
    return Sitting.objects.filter(printing=printing).finished().firsts()


def _scores(printing: Printing, run: Rescore | None, over: int) -> Counter[int]:
    """How many had each score over `over`, under the keys that hold."""
    rows = _first(printing).order_by()
    if run is None:
        return Counter(score for score in rows.values_list("score", flat=True) if score is not None)
    rescored = rows.filter(rescored__run=run).values_list("rescored__n", flat=True)
    since = rows.filter(scored_under=run).exclude(Exists(run.rows.filter(sitting=OuterRef("pk"))))
    return Counter(rescored) + Counter(score for score in since.values_list("score", flat=True) if score is not None)


def measure(printing: Printing, *, now: datetime) -> Cohort:
    """The printing's distribution as it is now."""
    run = marking.current(printing)
    how = marking.scheme(printing)
    scores = _scores(printing, run, how.over)
    told = {
        "at": now,
        "run": run,
        "n": scores.total(),
        "over": how.over,
        "scores": sorted(scores.items()),
        "questions": _questions(printing, how) if scores.total() >= FEWEST else {},
    }
    return Cohort.objects.update_or_create(printing=printing, defaults=told)[0]


def _questions(printing: Printing, how: Any) -> dict[str, dict[str, int]]:
    """By number: how many were looked at, how many were right, the median of the time spent by who saw it."""
    times: dict[int, list[int]] = {place.number: [] for place in how.places}
    right: Counter[int] = Counter()
    looked = 0
    for responses in _sample(printing):
        looked += 1
        state = plans.State.from_json(responses)
        for place in how.places:
            one = state.of(place.number)
            judged = how.judged(place, one.options)
            right[place.number] += judged.outcome == "right" and judged.standing != "awarded"
            if one.seen:
                times[place.number].append(one.spent_ms)
    return {
        str(number): {"n": looked, "right": right[number], "seen": len(spent), "ms": median(spent) if spent else 0}
        for number, spent in times.items()
    }


def _sample(printing: Printing) -> Iterator[Any]:
    rows = _first(printing).order_by("-closed_at").values_list("responses", flat=True)[:SAMPLE]
    return rows.iterator(chunk_size=200)


def refresh(*, now: datetime) -> int:
    """Measure every printing in which somebody finished or whose scores changed within the last hour, and those that
    never were. A sitting closes at the end of its time, which may lie before the moment when that was noticed."""
    hour = now - timedelta(hours=1)
    closed = Sitting.objects.finished().filter(printing=OuterRef("pk"))
    rescored = Rescore.objects.filter(printing=OuterRef("pk"), applied_at__gt=hour)
    due = Exists(closed.filter(closed_at__gt=hour)) | Exists(rescored) | Q(Exists(closed), cohort=None)
    found = list(Printing.objects.filter(due).defer("body"))
    for printing in found:
        measure(printing, now=now)
    return len(found)
