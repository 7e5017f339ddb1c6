"""Words of a question in every language it has, side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tayari.rules.kinds import emphasised
from tayari.ui.templatetags.figures import draw

register = template.Library()


Figures = Sequence[Mapping[str, Any]] | None


def _pieces(words: str, language: str, negative: bool, figures: Figures) -> SafeString:
    pieces = emphasised(words, language) if negative else [(words, False)]
    drawn = ((draw(said, figures, language), so) for said, so in pieces)
    return format_html_join(
        "", "{}", ((format_html("<strong>{}</strong>", said) if so else said,) for said, so in drawn)
    )


@register.simple_tag
def tongues(
    texts: Mapping[str, str], languages: Sequence[str], negative: bool = False, figures: Figures = None
) -> SafeString:
    """`{% tongues question.stem room.languages %}`: a span for each language, or one when all read the same.

    With `negative` the “not” stands out; `figures` are drawn where their words stand.
    """
    said = {code: texts[code] for code in languages if texts.get(code)} or dict(texts)
    if len(set(said.values())) == 1:
        language, words = next(iter(said.items()))
        lang = format_html(' lang="{}"', language) if len(said) == 1 else ""
        return format_html('<span class="tongue only"{}>{}</span>', lang, _pieces(words, language, negative, figures))
    return format_html_join(
        " ",
        '<span class="tongue" lang="{}">{}</span>',
        ((language, _pieces(words, language, negative, figures)) for language, words in said.items()),
    )


@register.filter
def letter(ident: str) -> str:
    """An option's id as the booklet prints it."""
    return ident.upper()
