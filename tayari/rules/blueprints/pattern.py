"""A blueprint's data read into exact values: its parts, marks, clocks, answers and languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, cast, get_args

from tayari.plain.texts import Texts
from tayari.rules import marking
from tayari.rules.kinds.question import AnswerForm
from tayari.rules.marking import Marking
from tayari.rules.timing import Navigation

MINUTE_MS = 60_000
KEY_POLICIES: Mapping[str, tuple[str, ...]] = {
    "several_right": ("any",),
    "all_right": ("attempted", "all"),
    "dropped": ("all", "attempted", "drop"),
}


class NotABlueprint(ValueError):
    """The data is no blueprint; the message names the key and how to write it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or the whole of a paper without sections. None: the paper may say.

    `marking` holds for each answer form that `marking_for` does not name. Of its questions `choose` are to be answered,
    and `uncounted` are printed but earn nothing.
    """

    name: Texts
    questions: int | None
    marks: Fraction | None
    ms: int | None
    marking: Marking
    marking_for: Mapping[str, Marking] = field(default_factory=dict)
    answers: tuple[AnswerForm, ...] = ("one",)
    options: int | None = None
    choose: int | None = None
    uncounted: int = 0
    languages: tuple[str, ...] = ()
    qualifying: Fraction | None = None

    def marks_of(self, form: str) -> Marking:
        return self.marking_for.get(form, self.marking)

    @property
    def counted(self) -> int | None:
        """How many answers earn marks."""
        return self.choose or (None if self.questions is None else self.questions - self.uncounted)

    @property
    def worth(self) -> Fraction | None:
        """The full marks by its counts; None where right answers of different forms earn different marks."""
        earned = {self.marks_of(form).right for form in self.answers}
        return None if self.counted is None or len(earned) > 1 else self.counted * earned.pop()


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A pattern. `navigation` lists what it allows, the usual first; `share` is its compensatory time as a share.

    `not_attempted` is what marking the option "not attempted" earns; None where there is no such option.
    """

    questions: int | None
    marks: Fraction | None
    ms: int | None
    parts: tuple[Part, ...]
    sectioned: bool
    navigation: tuple[Navigation, ...]
    languages: tuple[str, ...]
    leave_early: bool | None = None
    qualifying: Fraction | None = None
    share: Fraction | None = None
    not_attempted: Fraction | None = None
    blank_limit: Fraction | None = None
    key_policy: Mapping[str, str] = field(default_factory=dict)


def read(pattern: Mapping[str, Any]) -> Blueprint:
    """Read a blueprint's `pattern`. Raises NotABlueprint."""
    rows = pattern.get("sections")
    if rows is not None and (not isinstance(rows, Sequence) or not rows):
        raise NotABlueprint("sections is empty; leave it out where the paper has none")
    navigation = pattern.get("navigation", "free")
    listed = (navigation,) if isinstance(navigation, str) else tuple(navigation)
    strange = [one for one in listed if one not in get_args(Navigation)]
    if strange or not listed:
        raise NotABlueprint(f"navigation is {strange[0] if strange else 'empty'}; it is free, sections or forward")
    optional = pattern.get("not_attempted")
    return Blueprint(
        questions=_count(pattern, "questions"),
        marks=_fraction(pattern, "marks"),
        ms=_ms(pattern),
        parts=tuple(_part(row, pattern) for row in rows) if rows else (_part(pattern, pattern),),
        sectioned=bool(rows),
        navigation=cast(tuple[Navigation, ...], listed),
        languages=tuple(pattern.get("languages", ())),
        leave_early=pattern.get("leave_early"),
        qualifying=_fraction(pattern, "qualifying"),
        share=_fraction(pattern, "compensatory"),
        not_attempted=_fraction(optional, "marks") or Fraction(0) if optional else None,
        blank_limit=_fraction(pattern, "blank_limit"),
        key_policy=_policies(pattern.get("key_policy") or {}),
    )


def _part(row: Mapping[str, Any], pattern: Mapping[str, Any]) -> Part:
    """A section's own words, else the paper's. A section with marks of its own does not take the paper's by form."""

    def told(key: str) -> Any:
        return row.get(key, pattern.get(key))

    answers = tuple(told("answers") or ("one",))
    strange = [form for form in answers if form not in get_args(AnswerForm)]
    if strange:
        raise NotABlueprint(f"answers has {strange[0]!r}; there are {', '.join(get_args(AnswerForm))}")
    own = row.get("marking_for", {} if row.get("marking") else pattern.get("marking_for", {}))
    return Part(
        name=dict(row.get("name") or {}),
        questions=_count(row, "questions"),
        marks=_fraction(row, "marks"),
        ms=_ms(row),
        marking=_marking(told("marking")),
        marking_for={form: _marking(one) for form, one in own.items()},
        answers=answers,
        options=_count({"options_per_question": told("options_per_question")}, "options_per_question"),
        choose=_count(row, "choose"),
        uncounted=_count(row, "uncounted") or 0,
        languages=tuple(told("languages") or ()),
        qualifying=_fraction(row, "qualifying"),
    )


def _count(row: Mapping[str, Any], key: str) -> int | None:
    value = row.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise NotABlueprint(f"{key} is {value!r}; write a whole number from 1")
    return value


def _fraction(row: Mapping[str, Any], key: str) -> Fraction | None:
    value = row.get(key)
    if value is None:
        return None
    try:
        return marking.parse(str(value))
    except marking.NotMarks as problem:
        raise NotABlueprint(f"{key}: {problem}") from None


def _ms(row: Mapping[str, Any]) -> int | None:
    minutes = _count(row, "minutes")
    return None if minutes is None else minutes * MINUTE_MS


def _marking(told: Any) -> Marking:
    try:
        return Marking.read(told)
    except marking.NotMarks as problem:
        raise NotABlueprint(str(problem)) from None


def _policies(told: Mapping[str, str]) -> Mapping[str, str]:
    for case, policy in told.items():
        if policy not in KEY_POLICIES.get(case, ()):
            known = ", ".join(f"{name}: {'|'.join(policies)}" for name, policies in KEY_POLICIES.items())
            raise NotABlueprint(f"key_policy has {case}: {policy}; there are {known}")
    return dict(told)
