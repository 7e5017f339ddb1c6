"""The figures that a file brings, by the words that stand for them; each question gets those whose words it says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules import figures
from tayari.rules.figures import Figure, NotAFigure
from tayari.rules.interchange.cleaning import line
from tayari.rules.interchange.reading import Found


@dataclass(slots=True)
class Sketches:
    """What was drawn in a file so far. Words that stand for one thing stand for no other: the first is kept."""

    held: dict[str, dict[str, Any]] = field(default_factory=dict)

    def equation(self, words: str, mathml: str) -> None:
        self._hold({"words": line(words), "mathml": mathml})

    def picture(self, words: str, ref: str, alt: Texts) -> None:
        told = {code: said for code, said in alt.items() if said}
        self._hold({"words": line(words), "picture": ref, **({"alt": told} if told else {})})

    def _hold(self, row: dict[str, Any]) -> None:
        try:
            figures.read(row)
        except NotAFigure:
            return
        self.held.setdefault(row["words"], row)

    def given_to(self, found: Iterable[Found]) -> tuple[Found, ...]:
        """The questions, each with the figures that are drawn in its texts."""
        known = {words: figures.read(row) for words, row in self.held.items()}
        return tuple(self._given(one, known) for one in found)

    def _given(self, one: Found, known: Mapping[str, Figure]) -> Found:
        if one.content is None or not known:
            return one
        texts = [" ".join(text.split()) for text in figures.told_in(one.content)]
        near = [figure for words, figure in known.items() if any(words in text for text in texts)]
        rows = [self.held[figure.words] for figure in figures.used(near, texts)]
        return replace(one, content={**one.content, "figures": rows}) if rows else one


def refs_in(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The refs of the pictures that figures of a content name."""
    rows = content.get("figures")
    named = (row.get("picture") for row in rows if isinstance(row, Mapping)) if isinstance(rows, list | tuple) else ()
    return tuple(dict.fromkeys(str(ref) for ref in named if ref))


def renamed(content: Mapping[str, Any], refs: Mapping[str, str]) -> dict[str, Any]:
    """The content with other refs for some of its pictures; one without a ref any more is no figure."""
    rows = [
        {**row, "picture": refs.get(row["picture"], row["picture"])} if row.get("picture") else dict(row)
        for row in content.get("figures", ())
    ]
    kept = [row for row in rows if row.get("picture") or row.get("mathml")]
    whole = {name: value for name, value in content.items() if name != "figures"}
    return {**whole, "figures": kept} if kept else whole
