"""What a printed paper is made of: its full marks, and its sections in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tayari.mocks import marking, marks
from tayari.mocks.models import Printing, PrintingQuestion
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules.marking import Marking


@dataclass(frozen=True, slots=True)
class Outline:
    """`parts` are "25 questions · 15 min · 50 marks" in pieces, `rules` the marking where it is the section's own."""

    name: str
    parts: tuple[str, ...]
    rules: tuple[str, ...]


def full_marks(printings: Iterable[Printing]) -> dict[int, Fraction]:
    """The marks of every question right, by printing: what is not counted earns nothing. One query.

    Where so many answers of a section count, so many of its dearest questions do.
    """
    asked = list(printings)
    rows = (
        PrintingQuestion.objects.filter(printing__in=[one.pk for one in asked], counted=True)
        .values_list("printing_id", "section", "right")
        .annotate(count=Count("pk"))
        .order_by("printing_id", "section", "-right")
    )
    chosen = {(one.pk, number): told.most for one in asked for number, told in marking.choices(one).items()}
    whole = dict.fromkeys((one.pk for one in asked), 0)
    for pk, section, right, count in rows:
        left = chosen.get((pk, section), count)
        whole[pk] += right * min(count, left)
        if (pk, section) in chosen:
            chosen[pk, section] = max(0, left - count)
    return {one.pk: Fraction(whole[one.pk], one.denominator) for one in asked}


def sections(printing: Printing, language: str) -> tuple[Outline, ...]:
    """The sections of a printing; none where it has but one. One query."""
    kept = printing.plan["sections"]
    if len(kept) < 2:
        return ()
    columns = ("section", "right", "wrong", "blank")
    marked: dict[int, set[tuple[int, ...]]] = {}
    for number, *earned in printing.questions.filter(counted=True).values_list(*columns).distinct().order_by():
        marked.setdefault(number, set()).add(tuple(earned))
    return tuple(_outline(printing, one, marked.get(one["number"], set()), language) for one in kept)


def _outline(printing: Printing, kept: Mapping[str, Any], marked: set[tuple[int, ...]], language: str) -> Outline:
    number, count = kept["number"], len(kept["numbers"])
    parts = [ngettext("%(n)d question", "%(n)d questions", count) % {"n": count}]
    told = marking.choices(printing).get(number)
    if told:
        parts.append(ngettext("%(n)d answer counts", "%(n)d answers count", told.most) % {"n": told.most})
    if kept["ms"]:
        parts.append(quantities.duration(kept["ms"] // 1000, language))
    rules: tuple[str, ...] = ()
    if len(marked) == 1:
        own = Marking(*(Fraction(mark, printing.denominator) for mark in next(iter(marked))))
        parts.append(_("%(marks)s each") % {"marks": marks.in_words(own.right)})
        usual = Marking.read(printing.marking)
        if (own.right, own.wrong, own.blank) != (usual.right, usual.wrong, usual.blank):
            rules = marks.rules(own)
    if told:
        rules = (*rules, marks.counting(told))
    named = printing.scoring.get("sections", {}).get(str(number), {}).get("name", {})
    return Outline(in_language(named, language) or str(number), tuple(parts), rules)


def counting(printing: Printing) -> tuple[str, ...]:
    """Which answers count in a paper of one section, whose outline is not told."""
    if len(printing.plan["sections"]) > 1:
        return ()
    return tuple(map(marks.counting, marking.choices(printing).values()))


def uncounted(printing: Printing) -> str:
    """That some questions earn nothing, in words; empty where all count. One query."""
    count = printing.questions.filter(counted=False).count()
    if not count:
        return ""
    said = ngettext("%(n)d question earns nothing.", "%(n)d questions earn nothing.", count)
    return said % {"n": count}
