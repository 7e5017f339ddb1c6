"""Words of a question with what stands for some of them drawn in their place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tayari.plain.texts import in_language, shown
from tayari.rules import figures
from tayari.rules.figures import Figure, NotAFigure

register = template.Library()
# Longer equations are wider than a phone and get a line of their own, which can be moved sideways.
_WIDE = 40
_CLOSING = re.compile(r"[,.;:!?)\]}।]+")


@lru_cache(maxsize=2_000)
def _equation(mathml: str, words: str, alone: bool) -> SafeString:
    """A `<math>` that says its words to who cannot see it; as large as in a line of its own where it is `alone`."""
    # Written anew from a tree of known elements by `rules.figures.mathml`, its attributes and words escaped.
    said = format_html(' alttext="{0}" aria-label="{0}"', words)
    style = ' displaystyle="true"' if alone and "displaystyle=" not in mathml.partition(">")[0] else ""
    return mark_safe(f"<math{said}{style}{mathml.removeprefix('<math')}")  # noqa: S308


@lru_cache(maxsize=2_000)
def _read(words: str, mathml: str, picture: str) -> Figure | None:
    try:
        return figures.read({"words": words, "mathml": mathml, "picture": picture})
    except NotAFigure:
        return None


def _known(given: Iterable[Mapping[str, Any]]) -> list[Figure]:
    """What was frozen or kept is read again before it stands on a page; what cannot be drawn leaves its words."""
    rows = ((str(one.get("words", "")), str(one.get("mathml", "")), str(one.get("picture", ""))) for one in given)
    return [one for one in (_read(*row) for row in rows) if one]


def draw(words: str, given: Iterable[Mapping[str, Any]] | None, language: str) -> SafeString:
    """`words` as HTML, with `given` (figures as `Question.printed` has them) drawn where their words stand."""
    given = [one for one in given or () if isinstance(one, Mapping)]
    if not given:
        return escape(words)
    rows = {" ".join(str(one.get("words", "")).split()): one for one in given}
    parts = list(figures.pieces(words, _known(given)))
    alone = len([one for one in parts if not isinstance(one, str) or one.strip()]) == 1
    return format_html_join("", "{}", ((part,) for part in _laid(parts, rows, language, alone)))


def _laid(
    parts: list[str | Figure], rows: Mapping[str, Mapping[str, Any]], language: str, alone: bool
) -> Iterator[SafeString | str]:
    """The parts as they stand in a line; a comma or a full stop stays with the equation before it."""
    for at, one in enumerate(parts):
        before = parts[at - 1] if at else ""
        if isinstance(one, str):
            ends = _ends(one) if isinstance(before, Figure) and before.mathml else ""
            yield one[len(ends) :]
        elif one.mathml:
            after = parts[at + 1] if at + 1 < len(parts) else ""
            ends = _ends(after) if isinstance(after, str) else ""
            opened = (
                '<span class="drawn drawn-wide" tabindex="0">' if len(one.words) > _WIDE else '<span class="drawn">'
            )
            yield format_html(opened + "{}{}</span>", _equation(one.mathml, one.words, alone), ends)
        else:
            yield _picture(one, rows.get(one.words, {}), language)


def _ends(words: str) -> str:
    found = _CLOSING.match(words)
    return found[0] if found else ""


def _picture(one: Figure, row: Mapping[str, Any], language: str) -> SafeString:
    alt = row.get("alt")
    said = in_language(alt, language) if isinstance(alt, Mapping) else ""
    address = str(row.get("address") or "") or reverse("picture", args=[one.picture])
    return format_html('<img class="drawn-picture" src="{}" alt="{}">', address, said or one.words)


@register.simple_tag
def drawn(words: str, given: Iterable[Mapping[str, Any]] | None = None, language: str = "en") -> SafeString:
    """`{% drawn words printed.figures "hi" %}`."""
    return draw(words, given, language)


@register.simple_tag
def drawn_marked(texts: Any, given: Iterable[Mapping[str, Any]] | None) -> SafeString:
    """As the filter `words_marked`, with figures."""
    language = get_language() or "en"
    found = shown(texts, language)
    words = draw(found.words, given, found.language)
    return words if found.language == language else format_html('<span lang="{}">{}</span>', found.language, words)
