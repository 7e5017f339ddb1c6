"""A closed sitting explained, the worst first, as far as its paper's review policy lets it be told."""

from datetime import datetime
from fractions import Fraction

from django.utils.translation import ngettext

from tayari.mocks import marks, plans, reviewing
from tayari.mocks.models import Cohort, Sitting
from tayari.mocks.queries import explaining, measured, rekeyed, standings
from tayari.mocks.queries.graded import Graded, graded
from tayari.mocks.queries.shown import Answers, Result, Scored
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import ranking, scoring, timing
from tayari.syllabus.models import Topic

_FIRST = 5


def result(sitting: Sitting, language: str, *, now: datetime) -> Result:
    """The result of a closed sitting. A bounded number of queries, whatever its length."""
    shown = reviewing.shown(sitting, now=now)
    paper = sitting.printing.paper
    longest = timing.longest_ms(plans.plan(sitting))
    found = graded(sitting) if shown.score else None
    cohort = standings.cohort_of(found) if found else None
    waits = "final" in (paper.shows_score, paper.shows_answers)
    return Result(
        id=str(sitting.pk),
        title=in_language(paper.title, language),
        short=in_language(paper.short, language),
        slug=paper.slug,
        practice=sitting.mode == Sitting.Mode.PRACTICE,
        languages=tuple(sitting.printing.languages),
        own_language=language,
        time=_time_used(sitting, language),
        allowed=quantities.duration(longest // 1000, language) if longest is not None else "",
        closed_by=sitting.closed_by,
        closed_at=sitting.closed_at,
        scored=_scored(found, cohort, language, now=now) if found else None,
        answers=_answers(found, cohort, language, now=now) if found and shown.answers else None,
        until=paper.closes_at if paper.closes_at and paper.closes_at > now else None,
        final=waits and not shown.answers and paper.objections_until is None,
        key=_key(found, provisional=shown.provisional) if shown.answers and paper.objections_until else "",
        objections_until=paper.objections_until,
    )


def _key(found: Graded | None, *, provisional: bool) -> str:
    """A practice is no result that a key could change."""
    if found is None or not found.timed:
        return ""
    return "provisional" if provisional else "final"


def _time_used(sitting: Sitting, language: str) -> str:
    assert sitting.closed_at is not None
    return quantities.duration(int((sitting.closed_at - sitting.opened_at).total_seconds()), language)


def _words(whole: int, found: Graded) -> str:
    return marks.in_words(found.marks(whole)) if whole else ""


def _scored(found: Graded, cohort: Cohort | None, language: str, *, now: datetime) -> Scored:
    sitting, score, total = found.sitting, found.score, found.score.total
    first = found.timed and standings.is_first(sitting)
    return Scored(
        score=quantities.rounded(score.earned),
        best=quantities.rounded(score.best),
        best_words=marks.in_words(score.best),
        exact=quantities.exact(score.earned) if score.earned.denominator > 1 else "",
        rescaled=_rescaled(found),
        counts=total,
        lost=_words(total.lost, found),
        lost_blank=_words(total.lost_blank, found),
        forgone=_words(total.forgone, found),
        forgone_blank=_words(total.forgone_blank, found),
        overall=standings.overall(found),
        unmarked=standings.unmarked(found),
        sections=standings.sections(found, language),
        among=standings.among(found, cohort, first=first),
        few=ranking.FEWEST if found.timed else None,
        history=standings.history(sitting, now=now) if found.timed else (),
        moves=rekeyed.moves(sitting, language) if found.timed else (),
    )


def _rescaled(found: Graded) -> str:
    """What a dropped question did to the score, in words."""
    dropped = sum(one.standing == "dropped" for one in found.score.marked)
    raw = Fraction(found.score.total.earned, found.score.denominator)
    if not dropped or raw == found.score.earned:
        return ""
    said = ngettext(
        "%(n)d question was dropped: your %(raw)s marks are rescaled to the full marks.",
        "%(n)d questions were dropped: your %(raw)s marks are rescaled to the full marks.",
        dropped,
    )
    return said % {"n": dropped, "raw": quantities.rounded(raw)}


def _answers(found: Graded, cohort: Cohort | None, language: str, *, now: datetime) -> Answers:
    named = Topic.objects.in_bulk(list(found.score.by_topic))
    topics = measured.topics(found, named, language)
    others = standings.others(cohort, language)
    keys = rekeyed.key_notes(found.sitting.printing, language, found.sitting)
    until = found.sitting.printing.paper.objections_until
    return Answers(
        fix=tuple(row for row in topics if row.fix)[:_FIRST],
        topics=tuple(topics),
        matrix=measured.matrix(found, topics),
        times=measured.times(found, others, language),
        guesses=measured.guesses(found),
        questions=explaining.questions(found, language, keys=keys, others=others),
        missed=len(scoring.missed(found.score.marked)),
        objects=found.timed and not found.final and (until is None or now <= until),
    )


def missed_words(missed: int) -> str:
    return ngettext("Practise the question I missed", "Practise the %(n)d questions I missed", missed) % {"n": missed}
