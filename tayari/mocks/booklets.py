"""Questions and bubbles of the room as HTML, put together from pieces that are rendered once for all candidates.

A sitting adds what is its own: order, letters, what was chosen, the token of its forms. A reader gets pieces of nothing
but the questions that a `Room` has, and those are open.
"""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tayari.mocks.fragments import ROOM, Book, book, fill, hole
from tayari.mocks.queries.rooms import Room, RoomOption, RoomQuestion
from tayari.mocks.queries.sheets import SheetBubble


def question(room: Room, asked: RoomQuestion, *, show: str, token: str) -> SafeString:
    """`parts/question.html` for one question, in the language that is active. `token` is that of the forms."""
    pieces = book((room.printed, get_language()))
    # Every condition in the template; what only stands in it is a hole.
    variant = (
        "question",
        asked.number,
        asked.next is None,
        asked.previous is None,
        asked.current,
        asked.answered,
        asked.flagged,
        asked.confidence,
    )
    piece = pieces.piece(variant, lambda: _question(room, asked))
    values = {
        "room": room.id,
        "token": token,
        "show": show,
        "own": room.own_language,
        "total": str(room.total),
        "place": str(asked.place),
        "next": str(asked.next),
        "previous": str(asked.previous),
        "state": asked.state,
        "text": escape(asked.text) if asked.text else "",
        "choices": "\n  ".join(_option(pieces, room, asked, one) for one in asked.options),
    }
    return fill(piece, values)


def _question(room: Room, asked: RoomQuestion) -> str:
    """The template with holes; nothing of the one who asks reaches it."""
    cut: dict[str, Any] = {name: hole(name) for name in ("place", "state", "text")}
    cut |= {name: hole(name) for name in ("next", "previous") if getattr(asked, name) is not None}
    context = {
        "room": {"id": ROOM, "total": hole("total"), "own_language": hole("own"), "languages": room.languages},
        "question": replace(asked, **cut),
        "show": hole("show"),
        "csrf_token": hole("token"),
        "choices": hole("choices"),
        "languages": settings.LANGUAGES,
    }
    return render_to_string("mocks/parts/question.html", context)


def _option(pieces: Book, room: Room, asked: RoomQuestion, option: RoomOption) -> str:
    def rendered() -> str:
        context = {"room": room, "question": asked, "option": replace(option, letter=hole("letter"))}
        return render_to_string("mocks/parts/option.html", context).strip()

    piece = pieces.piece(("option", asked.number, option.id, option.chosen), rendered)
    return fill(piece, {"letter": option.letter})


def bubble(one: SheetBubble) -> SafeString:
    """`parts/cell.html` for one question of the sheet. It holds nothing of a question but where it stands."""

    def rendered() -> str:
        cut: dict[str, Any] = {name: hole(name) for name in ("number", "place")}
        return render_to_string("mocks/parts/cell.html", {"one": replace(one, **cut)})

    piece = book(("sheet", get_language())).piece((one.open, one.current, one.state), rendered)
    return fill(piece, {"number": str(one.number), "place": str(one.place)})
