"""Which person a surname means: the one named before, or the only one of that name whose given name does not differ."""

from tayari.rules.lint.base import FactBase
from tayari.rules.lint.lexicon import TITLES
from tayari.rules.lint.reading.names import Hit
from tayari.rules.lint.reading.tokens import Token, tokens


class Persons:
    """The persons of one document so far."""

    def __init__(self, base: FactBase) -> None:
        self._base = base
        self._named: list[str] = []

    def note(self, ref: str) -> None:
        """Somebody was named in full."""
        self._named = [*(one for one in self._named if one != ref), ref]

    def _given(self, ref: str) -> set[str]:
        entity = self._base.entities[ref]
        return {tokens(name.text)[0].folded for name in entity.names if name.text}

    def _fits(self, ref: str, before: Token | None) -> bool:
        if before is None:
            return True
        return any(
            given == before.folded or (min(len(given), len(before.folded)) <= 2 and given[:1] == before.folded[:1])
            for given in self._given(ref)
        )

    def meant(self, hit: Hit, words: list[Token]) -> str:
        """The person meant by a surname; empty when it cannot be told."""
        before = words[hit.first - 1] if hit.first else None
        close = before is not None and 0 < hit.start - before.end <= 2
        given = before if before and close and self._is_given(before) else None
        fitting = [ref for ref in hit.refs if self._fits(ref, given)]
        if given is not None:
            return fitting[0] if len(fitting) == 1 else ""
        named = [ref for ref in reversed(self._named) if ref in fitting]
        if named:
            return named[0]
        return fitting[0] if len(fitting) == 1 and len(hit.forms[0].text) > 4 else ""

    @staticmethod
    def _is_given(word: Token) -> bool:
        """A capital before a surname is a given name unless it is a title; in Devanagari that cannot be seen."""
        return (
            word.text[:1].isupper()
            and word.key not in TITLES
            and word.key not in {"the", "and", "both", "when", "while"}
        )
