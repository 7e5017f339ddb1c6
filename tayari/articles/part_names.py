"""What each typed part of an article is called in the page's language."""

from collections.abc import Callable

from django.utils.translation import gettext as _

_WORDS: dict[str, Callable[[], str]] = {
    "key-facts": lambda: _("Key facts"),
    "background": lambda: _("Background"),
    "actors": lambda: _("Actors"),
    "outcomes": lambda: _("Outcomes"),
    "significance": lambda: _("Significance"),
    "challenges": lambda: _("Challenges"),
    "connections": lambda: _("Connections"),
    "way-forward": lambda: _("Way forward"),
}


def part_words(part: str) -> str:
    """`Key facts`, in Hindi `मुख्य तथ्य`; the part's own id when it has no words yet."""
    return _WORDS[part]() if part in _WORDS else part
