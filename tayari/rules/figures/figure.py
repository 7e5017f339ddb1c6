"""One figure: the words of the text for which it stands, and either an equation or a picture by its ref."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tayari.plain.graphemes import nfc
from tayari.plain.texts import Texts
from tayari.rules.figures import mathml

KEYS = frozenset({"words", "mathml", "picture", "alt"})
FEWEST_SIGNS, MOST_SIGNS = 2, 2_000
PICTURE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


class NotAFigure(ValueError):
    """It cannot be drawn; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`words` are read where nothing is drawn. `mathml` is sanitised; `picture` is a ref, and `alt` what it shows."""

    words: str
    mathml: str = ""
    picture: str = ""
    alt: Texts = field(default_factory=dict)

    def printed(self) -> dict[str, Any]:
        """As plain data, for what is printed."""
        shown: dict[str, Any] = {"mathml": self.mathml} if self.mathml else {"picture": self.picture}
        return {"words": self.words, **shown, **({"alt": dict(self.alt)} if self.alt else {})}


def read(row: Any, what: str = "a figure") -> Figure:
    """The figure that `row` of a content says. Raises NotAFigure."""
    if not isinstance(row, Mapping):
        raise NotAFigure(f"{what} is no figure; write words: and mathml: or picture:")
    unknown = sorted(set(map(str, row)) - KEYS)
    if unknown:
        raise NotAFigure(f"{what} has {unknown[0]!r}, which is not known here; it may have {', '.join(sorted(KEYS))}")
    words = row.get("words")
    words = " ".join(nfc(words).split()) if isinstance(words, str) else ""
    if not FEWEST_SIGNS <= len(words) <= MOST_SIGNS:
        raise NotAFigure(
            f"{what}: words: names the words of the text for which it stands, {FEWEST_SIGNS} to {MOST_SIGNS:,} signs"
        )
    if bool(row.get("mathml")) == bool(row.get("picture")):
        raise NotAFigure(f"{what} has either mathml: or picture:; write one of them")
    return _equation(row, words, what) if row.get("mathml") else _picture(row, words, what)


def _equation(row: Mapping[str, Any], words: str, what: str) -> Figure:
    try:
        return Figure(words, mathml=mathml.clean(str(row["mathml"])))
    except mathml.NotMath as problem:
        raise NotAFigure(f"{what}: mathml: {problem}") from None


def _picture(row: Mapping[str, Any], words: str, what: str) -> Figure:
    ref, alt = str(row["picture"]), row.get("alt") or {}
    if not PICTURE.fullmatch(ref) or len(ref) > 120:
        raise NotAFigure(f"{what}: picture: {ref!r} is no ref of a picture; write one such as map-of-the-plain")
    if not isinstance(alt, Mapping) or not all(isinstance(said, str) for said in alt.values()):
        raise NotAFigure(f'{what}: alt: is not text by language; write {{en: "…", hi: "…"}}')
    return Figure(words, picture=ref, alt={str(code): nfc(said).strip() for code, said in alt.items() if said.strip()})
