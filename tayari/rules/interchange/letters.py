"""Which option a letter or a number names: (a), A., 1), (i), (अ) and क are all the first."""

import re
import unicodedata

# Every row names the options in order; no sign stands in two rows at different places.
_ROWS = ("abcdefgh", "123456789", "१२३४५६७८९", "अबसद", "अआइईउऊ", "कखगघङच")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_PLACES = {sign: place for row in _ROWS for place, sign in enumerate(row)} | {"10": 9, "१०": 9}
_SPOKEN = {words: place for place, words in enumerate(("ए", "बी", "सी", "डी", "ई", "एफ"))}
_WORDS = re.compile(r"^(?:option|opt|choice|answer|विकल्प)\b[\s._:-]*", re.IGNORECASE)
_JOINTS = re.compile(r"[,;&+\n]|\band\b|(?<!\S)(?:और|तथा|एवं)(?!\S)", re.IGNORECASE)
_EDGES = "()[]{}.:,;-–—)।*\"'“”‘’ \t\n"


def place(label: str) -> int | None:
    """The place of an option from 0 on, by what stands before it or in a key; None when this names no option."""
    bare = _bare(label)
    if bare in _PLACES:
        return _PLACES[bare]
    if bare in ROMAN:
        return ROMAN.index(bare)
    return _SPOKEN.get(bare)


def places(label: str) -> tuple[int, ...] | None:
    """The places that a key names together: `A, C`, `(a) and (c)`, `1;3`.

    None when some part names none, and for alternatives such as `A or C` and `A/C`: they leave open which one it is.
    """
    parts = [part for part in _JOINTS.split(label) if _bare(part)]
    found = [place(part) for part in parts]
    if not found or None in found:
        return None
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _bare(label: str) -> str:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", label)).strip(_EDGES).casefold()
    return _WORDS.sub("", folded).strip(_EDGES)
