"""What a score is set against: other candidates, qualifying marks, and the same person's other attempts."""

from datetime import datetime
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _

from tayari.mocks import marks, reviewing
from tayari.mocks.models import Cohort, Sitting
from tayari.mocks.queries import scores
from tayari.mocks.queries.graded import Graded
from tayari.mocks.queries.shown import Among, Attempted, Others, SectionRow
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import marking, ranking
from tayari.stats.percentiles import wilson

_SHOWN = 10


def cohort_of(graded: Graded) -> Cohort | None:
    """How the printing came out, when a timed sitting is set against it. One query."""
    return Cohort.objects.filter(printing=graded.sitting.printing_id).first() if graded.timed else None


def among(graded: Graded, cohort: Cohort | None, *, first: bool) -> Among | None:
    """The percentile, its interval and the rank; None below `ranking.FEWEST` candidates.

    The interval takes the candidates for a sample of all who might sit the paper (Wilson, 95 %).
    """
    if cohort is None:
        return None
    others = scores.distribution(cohort)
    mine = graded.score.earned
    closed = graded.sitting.closed_at
    if first and closed is not None and closed > cohort.at:
        others[mine] = others.get(mine, 0) + 1
    found = ranking.standing(mine, others)
    if found is None:
        return None
    low, high = wilson(found.below + found.level, found.candidates)
    return Among(
        percentile=quantities.rounded(found.percentile),
        low=f"{100 * low:.1f}",
        high=f"{100 * high:.1f}",
        rank=found.rank,
        level=found.level,
        n=found.candidates,
        at=cohort.at,
        first=first,
    )


def others(cohort: Cohort | None, language: str) -> dict[int, Others]:
    """How others fared with each question, by number; empty where too few have sat it."""
    if cohort is None or cohort.n < ranking.FEWEST:
        return {}
    return {
        int(number): Others(
            told["n"],
            told["ms"],
            quantities.duration(round(told["ms"] / 1000), language),
            round(100 * told["right"] / told["n"]),
        )
        for number, told in cohort.questions.items()
        if told["n"] and told["seen"] >= ranking.FEWEST
    }


def sections(graded: Graded, language: str) -> tuple[SectionRow, ...]:
    """The named sections of the paper, each with its qualifying marks."""
    told = graded.sitting.printing.scoring.get("sections", {})
    return tuple(
        _row(
            in_language(kept["name"], language),
            one.earned,
            one.best,
            kept["qualifying"],
            _counted(graded, one.number),
        )
        for one in graded.score.sections
        if graded.timed and (kept := told.get(str(one.number)))
    )


def overall(graded: Graded) -> SectionRow | None:
    """The qualifying marks of the whole paper, where it has some."""
    share = graded.sitting.printing.scoring.get("qualifying", "")
    return _row(_("Whole paper"), graded.score.earned, graded.score.best, share) if share and graded.timed else None


def unmarked(graded: Graded) -> str:
    """What leaving too many questions without any mark means, where the paper's pattern has a limit for it."""
    limit = graded.sitting.printing.scoring.get("blank_limit", "")
    if not limit or not graded.timed:
        return ""
    asked = [place.number for place in graded.places if place.counted]
    left = sum(1 for number in asked if not graded.state.of(number).options)
    if not marking.disqualifies(left, len(asked), Fraction(limit)):
        return ""
    said = _(
        "In the examination this would disqualify: %(left)d of %(asked)d questions have nothing marked, not even “not "
        "attempted”, and no more than %(limit)s %% of them may."
    )
    return said % {"left": left, "asked": len(asked), "limit": quantities.rounded(100 * Fraction(limit))}


def _counted(graded: Graded, section: int) -> str:
    """Which answers of a section count, where only some do."""
    choice = graded.how.choices.get(section)
    if choice is None:
        return ""
    beyond = [
        graded.position[place.number]
        for place in graded.places
        if place.section == section
        and graded.marked[place.number].standing == "surplus"
        and graded.marked[place.number].outcome != "blank"
    ]
    said = marks.counting(choice)
    if not beyond:
        return said
    return f"{said} " + _("Not counted: %(questions)s.") % {"questions": ", ".join(map(str, sorted(beyond)))}


def _row(name: str, earned: Fraction, best: Fraction, share: str, counted: str = "") -> SectionRow:
    needed = marking.parse(share) * best if share else None
    return SectionRow(
        name=name,
        score=quantities.rounded(earned),
        best=quantities.rounded(best),
        needed="" if needed is None else quantities.rounded(needed),
        qualified=needed is None or earned >= needed,
        counted=counted,
    )


def history(sitting: Sitting, *, now: datetime) -> tuple[Attempted, ...]:
    """The person's closed timed sittings of the paper whose scores are shown, the first first; empty when there is this
    one only."""
    rows = Sitting.objects.of(sitting.person).finished().filter(printing__paper=sitting.printing.paper_id)
    last = rows.select_related("printing__paper").defer("printing__body", "responses").order_by("-opened_at")[:_SHOWN]
    found = [one for one in last if reviewing.shown(one, now=now).score]
    if len(found) < 2:
        return ()
    held = scores.held(found)
    return tuple(
        Attempted(
            at=one.opened_at,
            score=quantities.rounded(held[one.pk]),
            url=reverse("sitting_result", args=[one.pk]),
            mine=one.pk == sitting.pk,
        )
        for one in reversed(found)
        if one.pk in held
    )


def is_first(sitting: Sitting) -> bool:
    """Whether it is the person's first timed sitting of its printing. One query."""
    return Sitting.objects.filter(pk=sitting.pk).firsts().exists()
