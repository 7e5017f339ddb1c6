"""Text with its signs apart from its words: an escaped sign is a word and no sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ESCAPED = re.compile(r"\\([~=#{}:n\\])")
# Stands for a word's character in `signs`; text has none, because controls are taken out before.
_WORD = "\0"
_RESERVED = re.compile(r"[\\~=#{}:]")


@dataclass(frozen=True, slots=True)
class Marked:
    """`text` as it reads and, of the same length, `signs`: the same with all that was escaped blanked out."""

    text: str
    signs: str

    @classmethod
    def of(cls, raw: str) -> "Marked":
        text, signs, at = [], [], 0
        for escape in _ESCAPED.finditer(raw):
            text += [raw[at : escape.start()], "\n" if escape[1] == "n" else escape[1]]
            signs += [raw[at : escape.start()], _WORD]
            at = escape.end()
        return cls("".join([*text, raw[at:]]), "".join([*signs, raw[at:]]))

    def cut(self, start: int, end: int | None = None) -> "Marked":
        return Marked(self.text[start:end], self.signs[start:end])

    def find(self, sign: str, start: int = 0) -> int:
        return self.signs.find(sign, start)

    def has(self, sign: str) -> bool:
        return sign in self.signs

    def stripped(self) -> "Marked":
        """Without space at both ends; an escaped line break is no space."""
        start = len(self.signs) - len(self.signs.lstrip())
        return self.cut(start, len(self.signs.rstrip()) if self.signs.strip() else start)

    def parted(self, sign: str) -> "tuple[Marked, Marked | None]":
        """What stands before the first `sign`, and what stands after it, if it is there."""
        at = self.find(sign)
        return (self, None) if at < 0 else (self.cut(0, at), self.cut(at + len(sign)))

    def last_parted(self, sign: str) -> "tuple[Marked, Marked | None]":
        at = self.signs.rfind(sign)
        return (self, None) if at < 0 else (self.cut(0, at), self.cut(at + len(sign)))

    def split(self, signs: str) -> "Iterator[tuple[str, Marked]]":
        """Pieces, each with the sign that opens it; what stands before the first sign has none."""
        at, opened = 0, ""
        for found in re.finditer(f"[{re.escape(signs)}]", self.signs):
            yield opened, self.cut(at, found.start())
            at, opened = found.end(), found[0]
        yield opened, self.cut(at)


def escaped(text: str) -> str:
    """Words with every sign of GIFT escaped, on one line."""
    return _RESERVED.sub(lambda sign: "\\" + sign[0], text).replace("\n", "\\n")
