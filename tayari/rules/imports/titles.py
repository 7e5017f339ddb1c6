"""Rebuilds a title that was made from an address: signs come back, a word cut in two is completed, capitals go."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[\w\u0900-\u097f]+")
# Words joined by signs that an address loses: 2+2, India–US, U.S., S&CD.
_SIGNED = re.compile(r"[\w\u0900-\u097f]+(?:[+&/.'’–-][\w\u0900-\u097f]+)+")
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "that", "its"}
_SEPARATORS = re.compile(r"\s+[|·–—-]\s+")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The title, and what was done to it in words, in order."""

    title: str
    changes: tuple[str, ...]


def _bare(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()


def without_site(title: str, others: Iterable[str]) -> str:
    """The title of a window without the site's name behind it: what another title of the page does not have."""
    pieces = _SEPARATORS.split(title)
    if len(pieces) < 2:
        return title
    known = {_bare(other) for other in others}
    if _bare(title) in known:
        return title
    shorter = title[: len(title) - len(pieces[-1])].rstrip(" |·–—-")
    return shorter if _bare(shorter) in known or len(pieces[-1].split()) <= 3 else title


def is_cut(title: str, body: str) -> bool:
    """Whether its last word is only the beginning of a word that the page uses."""
    words, used = _WORD.findall(title), {word.casefold() for word in _WORD.findall(body)}
    if not words or words[-1].casefold() in used:
        return False
    last = words[-1].casefold()
    return len(last) > 1 and any(word.startswith(last) for word in used)


def best(candidates: Sequence[str], body: str) -> str:
    """The first candidate that is whole, else the longest."""
    told = [" ".join(one.split()) for one in candidates if one.strip()]
    whole = [one for one in told if not is_cut(one, body)]
    return whole[0] if whole else max(told, key=len, default="")


def _completed(title: str, body: str) -> tuple[str, str]:
    """The title with its last word made whole where the page says how it goes on; else without that word."""
    if not is_cut(title, body):
        return title, ""
    words = _WORD.findall(title)
    before, last = words[-2] if len(words) > 1 else "", words[-1]
    pattern = (
        rf"\b{re.escape(before)}\W+({re.escape(last)}[\w\u0900-\u097f]*)" if before else rf"\b({re.escape(last)}\w*)"
    )
    found = re.search(pattern, body, re.IGNORECASE)
    cut_at = title.rindex(last)
    if found:
        return title[:cut_at] + found[1], f"“{last}” was cut: “{found[1]}”"
    kept = title[:cut_at].rstrip()
    while kept and _WORD.findall(kept)[-1].casefold() in _SMALL:
        kept = kept[: kept.rindex(_WORD.findall(kept)[-1])].rstrip()
    return kept, f"“{last}” was cut and is left out"


def _signs(title: str, body: str) -> tuple[str, list[str]]:
    """Words that the page writes with signs, and only so."""
    plain = {word.casefold() for word in re.findall(r"(?<![\w+&/.'’–-])[\w\u0900-\u097f]+(?![+&/'’–-]?\w)", body)}
    changes = []
    for signed in dict.fromkeys(_SIGNED.findall(body)):
        pieces = _WORD.findall(signed)
        together = "".join(pieces)
        # An address drops the sign (22 for 2+2) or leaves a gap (India US for India-US).
        dropped = set("+&/") & set(signed) and together.casefold() not in plain
        patterns = [re.escape(together)] if dropped else []
        if not re.search(r"\b" + r" ".join(map(re.escape, pieces)) + r"\b", body, re.IGNORECASE):
            patterns.append(r"[ -]".join(map(re.escape, pieces)))
        for pattern in patterns:
            new = re.sub(rf"(?<![\w+]){pattern}(?![\w+])", signed, title, flags=re.IGNORECASE)
            if new != title and signed not in title:
                changes.append(f"“{signed}” as the page writes it")
                title = new
    return title, changes


def _calm(title: str, body: str) -> tuple[str, str]:
    """Capitals at every word become those of a sentence, where the page itself writes the word small."""
    words = title.split()
    if len(words) < 4 or sum(word[:1].isupper() for word in words if word[:1].isalpha()) < 0.7 * len(words):
        return title, ""
    used = set(_WORD.findall(body))
    # A name keeps its capital: the page writes it so in the middle of a sentence too.
    named = set(re.findall(r"(?<=[\w,;] )([A-Z]\w+)", body))
    calm = [
        word.lower() if place and (word.lower() in _SMALL or (word.lower() in used and word not in named)) else word
        for place, word in enumerate(words)
    ]
    told = " ".join(calm)
    return told, "capitals as in a sentence" if told != title else ""


def rebuild(candidates: Sequence[str], body: str) -> Rebuilt:
    """The title from the best of the page's titles, mended by what its text shows."""
    title, done = best(candidates, body), []
    title, signs = _signs(title, body)
    title, cut = _completed(title, body)
    title, calm = _calm(title, body)
    done = [*signs, *(one for one in (cut, calm) if one)]
    return Rebuilt(title, tuple(done))
