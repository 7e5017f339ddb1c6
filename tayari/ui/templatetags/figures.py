"""Words of a question with what stands for some of them drawn in their place."""

from collections.abc import Iterable, Mapping
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


@lru_cache(maxsize=2_000)
def _equation(mathml: str, words: str) -> SafeString:
    """A `<math>` that says its words to who cannot see it."""
    # Written anew from a tree of known elements by `rules.figures.mathml`, its attributes and words escaped.
    said = format_html(' alttext="{0}" aria-label="{0}"', words)
    wide = len(words) > _WIDE
    opened = '<span class="drawn drawn-wide" tabindex="0">' if wide else '<span class="drawn">'
    return mark_safe(f"{opened}<math{said}{mathml.removeprefix('<math')}</span>")  # noqa: S308


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
    return format_html_join(
        "",
        "{}",
        (
            (one if isinstance(one, str) else _drawn(one, rows.get(one.words, {}), language),)
            for one in figures.pieces(words, _known(given))
        ),
    )


def _drawn(one: Figure, row: Mapping[str, Any], language: str) -> SafeString:
    if one.mathml:
        return _equation(one.mathml, one.words)
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
