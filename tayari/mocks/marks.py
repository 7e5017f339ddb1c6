"""Marks and marking in words, in the page's language."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tayari.plain import quantities
from tayari.rules.marking import Marking
from tayari.rules.scoring import Choice


def in_words(marks: Fraction) -> str:
    """`2 marks`, `1 mark`, `2/3 of a mark`, `2 1/2 marks`; without a sign."""
    marks = abs(marks)
    if marks.denominator == 1:
        return ngettext("%(n)d mark", "%(n)d marks", marks.numerator) % {"n": marks.numerator}
    if marks < 1:
        return _("%(part)s of a mark") % {"part": quantities.exact(marks)}
    return _("%(n)s marks") % {"n": quantities.exact(marks)}


_SHARES = {Fraction(1, 3), Fraction(1, 4), Fraction(1, 2)}


def _share(share: Fraction) -> str:
    return {
        Fraction(1, 3): _("one third of the question’s marks"),
        Fraction(1, 4): _("one quarter of the question’s marks"),
        Fraction(1, 2): _("half of the question’s marks"),
    }[share]


def rules(marking: Marking) -> tuple[str, ...]:
    """The marking as sentences: what a right answer earns, what a wrong one costs, what a blank does."""
    said = [_("A right answer earns %(marks)s.") % {"marks": in_words(marking.right)}]
    if not marking.wrong:
        said.append(_("A wrong answer costs nothing."))
    elif marking.penalty_share in _SHARES:
        values = {"marks": in_words(marking.wrong), "share": _share(marking.penalty_share)}
        said.append(_("A wrong answer costs %(marks)s, %(share)s.") % values)
    else:
        said.append(_("A wrong answer costs %(marks)s.") % {"marks": in_words(marking.wrong)})
    if marking.blank:
        said.append(_("A blank costs %(marks)s.") % {"marks": in_words(marking.blank)})
    else:
        said.append(_("A blank costs nothing."))
    return tuple(said)


def counting(choice: Choice) -> str:
    """Which answers of a section count, where only some do."""
    n = choice.most
    if choice.which == "best":
        said = ngettext(
            "%(n)d answer counts, the one that earns most.", "%(n)d answers count, those that earn most.", n
        )
    else:
        said = ngettext(
            "%(n)d answer counts, the first one as printed.", "%(n)d answers count, the first ones as printed.", n
        )
    return said % {"n": n}
