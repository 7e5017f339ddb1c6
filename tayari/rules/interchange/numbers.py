"""The numbers that a file prints before its questions: how many, which are missing, which come twice."""

import re
from collections import Counter
from collections.abc import Sequence

from tayari.rules.interchange.reading import Finding, Found

DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_NUMBER = re.compile(r"\d{1,5}")
# More than so many numbers in a row are not single losses but another way of numbering.
_WIDE = 200


def printed(found: Sequence[Found]) -> list[int]:
    """The printed numbers in the order of the file: of `Q. 17.`, `१७)` and `17` alike."""
    told = (_NUMBER.search(one.number.translate(DIGITS)) for one in found)
    return [int(one.group()) for one in told if one]


def gaps(found: Sequence[Found]) -> tuple[Finding, ...]:
    """What the printed numbers say: “97 found, numbers 17 and 43 missing”. Nothing where no numbers are printed."""
    numbers = printed(found)
    if not numbers:
        return ()
    parts = _parts(numbers)
    missing = [gap for part in parts for gap in _missing(part)]
    twice = sorted({number for part in parts for number, count in Counter(part).items() if count > 1})
    told = []
    if missing:
        told.append(_finding("missing-numbers", f"{len(found)} found, {_named(missing)} missing."))
    if twice:
        told.append(_finding("numbers-twice", f"{len(found)} found, {_named(twice)} printed more than once."))
    return tuple(told)


def _parts(numbers: Sequence[int]) -> list[list[int]]:
    """The file's runs of numbers: each section may begin with 1 again."""
    parts: list[list[int]] = [[]]
    for number in numbers:
        if number == 1 and parts[-1] and parts[-1][-1] != 1:
            parts.append([])
        parts[-1].append(number)
    return parts


def _missing(part: Sequence[int]) -> list[int]:
    held = set(part)
    first = 1 if min(held) <= 2 else min(held)
    wanted = [number for number in range(first, max(held)) if number not in held]
    return wanted if len(wanted) <= _WIDE else []


def _named(numbers: Sequence[int]) -> str:
    words = [str(number) for number in numbers]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"{'number' if len(words) == 1 else 'numbers'} {listed}"


def _finding(rule: str, message: str) -> Finding:
    return Finding("the file", "warning", rule, message)
