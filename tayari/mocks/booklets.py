"""Questions and bubbles of the room as HTML, put together from pieces that are rendered once for all candidates.

A sitting adds what is its own: order, letters, what was chosen, the token of its forms. A reader gets pieces of nothing
but the questions that a `Room` has, and those are open.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tayari.mocks import bodies, plans
from tayari.mocks.fragments import ROOM, Book, book, cut, fill, hole
from tayari.mocks.models import Printing
from tayari.mocks.queries.rooms import Room, RoomOption, RoomQuestion
from tayari.mocks.queries.sheets import SheetBubble


def questions(room: Room, *, show: str, token: str) -> SafeString:
    """`parts/question.html` for every question, in the language that is active. `token` is that of the forms."""
    # Asked once: which language is active lies behind one lock for all threads, and 100 questions would queue there.
    kept = book((room.printed, get_language()))
    return SafeString("".join(_filled(kept, room, asked, show, token) for asked in room.questions))


def question(room: Room, asked: RoomQuestion, *, show: str, token: str) -> SafeString:
    """The same for one of them."""
    return SafeString(_filled(book((room.printed, get_language())), room, asked, show, token))


def _filled(kept: Book, room: Room, asked: RoomQuestion, show: str, token: str) -> str:
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
    piece = kept.piece(variant, lambda: _question(room, asked))
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
        "choices": "\n  ".join(_option(kept, room, asked, one) for one in asked.options),
    }
    return fill(piece, values)


def pieces(printing: Printing) -> dict[str, Any]:
    """Every question of a printing, by number, for a browser to put a room without answers together: the piece of the
    question, standing between two others, and those of its options by id. In the language that is active.
    """
    plan, body = plans.printed(printing), bodies.of(printing)
    room = _Languages(tuple(printing.languages))
    found = {}
    for number, told in plan.questions.items():
        printed = body[str(number)]
        options = tuple(RoomOption(one["id"], "", one["text"], False) for one in printed["options"])
        asked = RoomQuestion(number, 0, printed, options, "", False, False, False, 0, 0, told.form)
        found[str(number)] = {
            "question": cut(_question(room, asked)),
            "options": [(one.id, cut(_choice(room, asked, one))) for one in options],
        }
    return found


@dataclass(frozen=True, slots=True)
class _Languages:
    """All of a room that a question's words depend on."""

    languages: tuple[str, ...]


def _question(room: Room | _Languages, asked: RoomQuestion) -> str:
    """The template with holes; nothing of the one who asks reaches it."""
    holes: dict[str, Any] = {name: hole(name) for name in ("place", "state", "text")}
    holes |= {name: hole(name) for name in ("next", "previous") if getattr(asked, name) is not None}
    context = {
        "room": {"id": ROOM, "total": hole("total"), "own_language": hole("own"), "languages": room.languages},
        "question": replace(asked, **holes),
        "show": hole("show"),
        "csrf_token": hole("token"),
        "choices": hole("choices"),
        "languages": settings.LANGUAGES,
    }
    return render_to_string("mocks/parts/question.html", context)


def _option(kept: Book, room: Room, asked: RoomQuestion, option: RoomOption) -> str:
    name = ("option", asked.number, option.id, option.chosen)
    return fill(kept.piece(name, lambda: _choice(room, asked, option)), {"letter": option.letter})


def _choice(room: Room | _Languages, asked: RoomQuestion, option: RoomOption) -> str:
    context = {"room": room, "question": asked, "option": replace(option, letter=hole("letter"))}
    return render_to_string("mocks/parts/option.html", context).strip()


def bubbles(some: Sequence[SheetBubble]) -> SafeString:
    """`parts/cell.html` for questions of the sheet. It holds nothing of a question but where it stands."""
    kept = book(("sheet", get_language()))
    return SafeString("\n".join(_bubble(kept, one) for one in some))


def _bubble(kept: Book, one: SheetBubble) -> str:
    def rendered() -> str:
        holes: dict[str, Any] = {name: hole(name) for name in ("number", "place")}
        return render_to_string("mocks/parts/cell.html", {"one": replace(one, **holes)})

    piece = kept.piece((one.open, one.current, one.state), rendered)
    return fill(piece, {"number": str(one.number), "place": str(one.place)})
