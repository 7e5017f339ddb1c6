"""The numbers that Word prints and does not write: lists, their levels, and those that come from styles."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tayari.bank.formats.word.names import W, number, value

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HINDI = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
_VOWELS = "अआइईउऊऋएऐओऔ"
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    style: str


def _roman(count: int) -> str:
    said = ""
    for worth, letters in _ROMAN:
        while count >= worth and count < 400:
            said, count = said + letters, count - worth
    return said or str(count)


def _from(row: str) -> Callable[[int], str]:
    return lambda count: row[(count - 1) % len(row)] * ((count - 1) // len(row) + 1) if 0 < count < 200 else str(count)


_LATIN = _from("abcdefghijklmnopqrstuvwxyz")
_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _LATIN,
    "upperLetter": lambda count: _LATIN(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
    "hindiNumbers": lambda count: str(count).translate(_DEVANAGARI),
    "hindiConsonants": _from(_HINDI),
    "hindiVowels": _from(_VOWELS),
    "none": lambda count: "",
    "bullet": lambda count: "",
}


class Numbering:
    """Counts the lists of a document; ask for paragraphs in their order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {number(one.get(f"{W}ilvl", "")): _level(one) for one in abstract.findall(f"{W}lvl")}
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = levels
        for num in root.findall(f"{W}num"):
            own, starts = {}, {}
            for override in num.findall(f"{W}lvlOverride"):
                at = number(override.get(f"{W}ilvl", ""))
                if (level := override.find(f"{W}lvl")) is not None:
                    own[at] = _level(level)
                if override.find(f"{W}startOverride") is not None:
                    starts[at] = number(value(override, "startOverride"), 1)
            self._lists[num.get(f"{W}numId", "")] = (value(num, "abstractNumId"), own, starts)

    def level_of_style(self, num: str, style: str) -> int:
        """The level that a list keeps for a style."""
        levels = self._levels(num)
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def next(self, num: str, at: int) -> str:
        """The label that Word prints before the next paragraph of a list, such as `3.` or `(b)`; bullets give none."""
        if num not in self._lists or num == "0":
            return ""
        abstract, _, starts = self._lists[num]
        levels = self._levels(num)
        if at not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if at in starts and (num, at) not in self._begun:
            counts[at] = starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else levels[at].start
        self._begun.add((num, at))
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        return _label(levels, counts, at)

    def _levels(self, num: str) -> dict[int, _Level]:
        abstract, own, _ = self._lists.get(num, ("", {}, {}))
        return {**self._abstract.get(abstract, {}), **own}


def _level(element: Element) -> _Level:
    # A level that does not say where it starts starts at 0.
    start = min(number(value(element, "start"), 0), _MOST)
    return _Level(value(element, "numFmt", "decimal"), value(element, "lvlText"), start, value(element, "pStyle"))


def _label(levels: dict[int, _Level], counts: dict[int, int], at: int) -> str:
    if levels[at].form in {"bullet", "none"}:
        return ""
    said = levels[at].text
    for place in range(9):
        if f"%{place + 1}" in said and place in levels:
            count = counts.get(place, levels[place].start)
            said = said.replace(f"%{place + 1}", _FORMS.get(levels[place].form, str)(count))
    return said.strip()
