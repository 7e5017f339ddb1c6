"""Pieces of a page that are rendered once for everybody, with holes for what is one sitting's own.

A template is rendered with `hole("place")` where a value would stand; the HTML is kept cut at its holes, and showing
it again only joins text. What a template asks in an `if` is no hole: it belongs in the piece's name.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from uuid import UUID

from django.utils.safestring import SafeString

from tayari.base.ids import new_code, new_id
from tayari.base.keeping import Kept

Piece = tuple[str, ...]
"""Text, the name of a hole, text, the name of a hole, … text."""

# Drawn anew by each process, so that no question's words can name a hole.
_SIGN = new_code(12).replace("-", "_")
_HOLE = re.compile(f"\ue000{_SIGN}(\\w+)\ue001")
ROOM: UUID = new_id()
"""Stands for the sitting's id, in addresses as well."""


def hole(name: str) -> str:
    return f"\ue000{_SIGN}{name}\ue001"


def cut(html: str) -> Piece:
    """HTML with holes in it as a piece."""
    return tuple(_HOLE.split(html.replace(str(ROOM), hole("room"))))


def fill(piece: Piece, values: Mapping[str, str]) -> SafeString:
    """The HTML with `values`, which are escaped already, in its holes. Raises KeyError when one is missing."""
    parts = list(piece)
    parts[1::2] = [values[name] for name in parts[1::2]]
    return SafeString("".join(parts))


class Book:
    """The pieces of one printing in one language of the interface. Equal texts are kept once."""

    def __init__(self) -> None:
        self._pieces: dict[Hashable, Piece] = {}
        self._texts: dict[str, str] = {}

    def piece(self, name: Hashable, render: Callable[[], str]) -> Piece:
        """Rendered when it is asked for the first time."""
        found = self._pieces.get(name)
        if found is None:
            parts = cut(render())
            found = self._pieces[name] = tuple(self._texts.setdefault(text, text) for text in parts)
        return found


_books = Kept[Hashable, Book](16)


def book(name: Hashable) -> Book:
    """The book of that name, which says all that its pieces depend on."""
    return _books.get(name, Book)
