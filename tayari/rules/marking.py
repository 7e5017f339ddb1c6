"""What one response earns, in exact fractions: +2, −2/3, 0."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Any, Literal, Self

Outcome = Literal["right", "partial", "wrong", "blank"]
_FORM = re.compile(r"([+−-]?)(\d+)(?:/(\d+)|\.(\d+))?")
# Coaching pages round thirds and sixths; 30 wrong answers then cost 19.8 where the paper says 20.
_ROUNDED = {"33": "1/3", "66": "2/3", "67": "2/3", "83": "5/6", "17": "1/6", "333": "1/3", "667": "2/3"}


class NotMarks(ValueError):
    """The text is not an exact number of marks; the message says how to write it."""


def parse(text: str) -> Fraction:
    """Read `2`, `-2/3` or `2.5`. Raises NotMarks, also for a third that was rounded to 0.33."""
    match = _FORM.fullmatch(str(text).strip())
    if not match or match[3] == "0":
        raise NotMarks(f"{text!r} is not a number of marks; write 2, -2/3 or 2.5")
    if match[4] in _ROUNDED:
        raise NotMarks(f"{text!r} is rounded; write it exactly, as a fraction such as {_ROUNDED[match[4]]}")
    value = Fraction(int(match[2]), int(match[3] or 1))
    if match[4]:
        value += Fraction(int(match[4]), 10 ** len(match[4]))
    return -value if match[1] in {"-", "−"} else value


@dataclass(frozen=True, slots=True)
class Marking:
    """Marks of one question for a right answer, a wrong one and none.

    `partial` is what each right option earns where several are to be marked and none that is wrong was. `options` are
    the marks of single options where the paper grades them, or lets one of them say “not attempted”.
    """

    right: Fraction
    wrong: Fraction
    blank: Fraction = Fraction(0)
    partial: Fraction = Fraction(0)
    options: Mapping[str, Fraction] = field(default_factory=dict)

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Self:
        """Read `{right: "2", wrong: "-2/3", blank: "0"}`, and `partial` and `options`. Raises NotMarks."""
        if not isinstance(content, Mapping) or not {"right", "wrong"} <= set(content):
            raise NotMarks('marking says {right: "2", wrong: "-2/3", blank: "0"}; right and wrong are needed')
        graded = content.get("options") or {}
        if not isinstance(graded, Mapping):
            raise NotMarks('options: says the marks of single options, as {e: "0"}')
        found = cls(
            parse(content["right"]),
            parse(content["wrong"]),
            parse(content.get("blank", "0")),
            parse(content.get("partial", "0")),
            {str(name): parse(marks) for name, marks in graded.items()},
        )
        if found.right <= 0:
            raise NotMarks(f"a right answer earns {content['right']}; it should earn more than nothing")
        if found.wrong > 0 or found.blank > 0:
            raise NotMarks("a wrong answer or a blank earns marks; write 0 or a minus before it")
        if not 0 <= found.partial < found.right or any(mark > found.right for mark in found.options.values()):
            raise NotMarks("a part of the answer earns as much as the whole; write less for it")
        return found

    def kept(self) -> dict[str, object]:
        """As plain data that stays the same while nothing but right, wrong and blank is set."""
        told: dict[str, object] = {"right": self.right, "wrong": self.wrong, "blank": self.blank}
        if self.partial:
            told["partial"] = self.partial
        if self.options:
            told["options"] = dict(self.options)
        return told

    def every(self) -> tuple[Fraction, ...]:
        """Every mark that it can give."""
        return (self.right, self.wrong, self.blank, self.partial, *self.options.values())

    @property
    def penalty_share(self) -> Fraction:
        """What part of the question's marks a wrong answer costs: 1/3."""
        return -self.wrong / self.right


def denominator(markings: Iterable[Marking]) -> int:
    """The smallest number over which every mark of these is whole."""
    return lcm(*(mark.denominator for one in markings for mark in one.every()))


def over(mark: Fraction, common: int) -> int:
    """The mark as a whole number over `common`. Raises ValueError when it is not whole."""
    whole = mark * common
    if whole.denominator != 1:
        raise ValueError(f"{mark} is not a whole number of {common}ths")
    return whole.numerator


def disqualifies(unmarked: int, questions: int, limit: Fraction) -> bool:
    """Whether more than `limit` (a share) of the questions were left with nothing marked."""
    return Fraction(unmarked, questions or 1) > limit


def outcome(options: Collection[str], key: Collection[str]) -> Outcome:
    """Blank when nothing is marked; right when one option is marked and the key has it. Two marks are wrong."""
    if not options:
        return "blank"
    return "right" if len(options) == 1 and set(options) <= set(key) else "wrong"
