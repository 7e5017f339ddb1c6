"""The cover of a paper: everything a person should know before starting, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from django.conf import settings
from django.db.models import Count, prefetch_related_objects
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tayari.mocks import marks, plans
from tayari.mocks.models import Paper, Printing
from tayari.mocks.queries.outlines import Outline, counting, full_marks, sections, uncounted
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import timing
from tayari.rules.marking import Marking


@dataclass(frozen=True, slots=True)
class Cover:
    """A paper's cover in one language. `facts` is the line "20 questions · 19 s each · 6 min 20 s", `parts` its parts.

    `printing_id` is what a sitting sits; None when the paper is not printed yet.
    """

    ref: str
    slug: str
    url: str
    subject: str
    name: str
    short: str
    start: str
    summary: str
    questions: int
    parts: tuple[str, ...]
    full_marks: str
    marking: tuple[str, ...]
    navigation: str
    languages: str
    attempts: str
    pattern: str
    printing_id: int | None
    open: bool
    sections: tuple[Outline, ...] = ()
    uncounted: str = ""

    @property
    def facts(self) -> str:
        return " · ".join(self.parts)


def _time_parts(questions: int, shown: Paper | Printing, language: str) -> list[str]:
    """Time for each question, then for the whole, each with its unit."""
    each = shown.question_ms
    if isinstance(shown, Printing):
        whole = timing.longest_ms(plans.printed(shown))
    else:
        whole = min((end for end in (shown.paper_ms, each * questions if each else None) if end), default=None)
    parts = []
    if each:
        parts.append(_("%(time)s each") % {"time": quantities.duration(each // 1000, language)})
    elif whole and questions:
        average = quantities.duration(round(whole / questions / 1000), language)
        parts.append(_("%(time)s each on average") % {"time": average})
    if whole:
        parts.append(quantities.duration(whole // 1000, language))
    return parts


def _attempts(paper: Paper) -> str:
    if paper.attempts is None:
        return _("As many attempts as you like")
    return ngettext("%(n)d attempt", "%(n)d attempts", paper.attempts) % {"n": paper.attempts}


def _navigation(paper: Paper | Printing) -> str:
    if paper.question_ms:
        return _("One question at a time, each with its own clock; no way back.")
    if paper.navigation == Paper.Navigation.FORWARD:
        return _("One question at a time; no way back.")
    if paper.navigation == Paper.Navigation.SECTIONS:
        return _("One section after another; inside a section go to any question. A section that is over stays closed.")
    return _("Go to any question at any time, mark it for review, change or clear your answer until the end.")


def _cover(
    paper: Paper, printing: Printing | None, questions: int, language: str, full: Mapping[int, Fraction]
) -> Cover:
    shown = printing or paper
    marking = Marking.read(shown.marking)
    count = ngettext("%(n)d question", "%(n)d questions", questions) % {"n": questions}
    short = in_language(paper.short, language)
    names = dict(settings.LANGUAGES)
    return Cover(
        ref=paper.ref,
        slug=paper.slug,
        url=reverse("mock", args=[paper.slug]),
        subject=in_language(paper.subject, language),
        name=in_language(paper.title, language),
        short=short,
        start=_("Start: %(paper)s") % {"paper": short},
        summary=in_language(paper.summary, language),
        questions=questions,
        parts=(count, *_time_parts(questions, shown, language)),
        full_marks=marks.in_words(full[printing.pk] if printing else marking.right * questions),
        marking=marks.rules(marking),
        navigation=_navigation(shown),
        languages=", ".join(names.get(code, code) for code in shown.languages),
        attempts=_attempts(paper),
        pattern=in_language(paper.blueprint.name, language) if paper.blueprint else "",
        printing_id=printing.pk if printing else None,
        open=bool(printing) and paper.state == Paper.State.OPEN,
    )


def _printings(papers: Sequence[Paper]) -> dict[int, Printing]:
    """The newest printing of each paper, without its body. One query."""
    rows = Printing.objects.filter(paper__in=[paper.pk for paper in papers]).defer("body").order_by("number")
    return {row.paper_id: row for row in rows.annotate(count=Count("questions"))}


def covers(papers: Iterable[Paper], language: str) -> list[Cover]:
    """Covers of the printed papers among these, in their order. Three queries beyond the papers' own."""
    wanted = list(papers)
    prefetch_related_objects(wanted, "blueprint")
    printed = _printings(wanted)
    full = full_marks(printed.values())
    with translation.override(language):
        return [
            _cover(paper, printed[paper.pk], printed[paper.pk].count, language, full)  # type: ignore[attr-defined]
            for paper in wanted
            if paper.pk in printed
        ]


def cover(paper: Paper, language: str) -> Cover:
    """The cover of one paper; not yet printed, it shows the paper as set and cannot be started."""
    printing = _printings([paper]).get(paper.pk)
    count = printing.count if printing else paper.places.count()  # type: ignore[attr-defined]
    with translation.override(language):
        if printing is None:
            return _cover(paper, None, count, language, {})
        shown = _cover(paper, printing, count, language, full_marks([printing]))
        rules = (*shown.marking, *counting(printing))
        return replace(shown, marking=rules, sections=sections(printing, language), uncounted=uncounted(printing))
