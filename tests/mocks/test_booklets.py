"""The room's pages from pieces: the same as from their templates, and nothing of one sitting in another's."""

from dataclasses import replace
from itertools import product
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from tayari.mocks import booklets, fragments
from tayari.mocks.queries.rooms import Room, RoomOption, RoomQuestion
from tayari.mocks.queries.sheets import STATES, SheetBubble
from tayari.rules import kinds
from tests.factories import papers, questions


def _room(printed: str = "") -> Room:
    told = {"languages": ("en", "hi"), "own_language": "hi", "total": 40, "forward": False}
    return cast(Room, SimpleNamespace(id=str(uuid4()), printed=printed or str(uuid4()), **told))


def _asked(kind: str, **values: Any) -> RoomQuestion:
    own = {"single": questions.single, "how-many": questions.how_many}.get(kind)
    asked = kinds.parse(own() if own else questions.of_kind(kind, f"q.{kind}"))
    printed = asked.printed()
    # As where options are shuffled: the letters are the sitting's own.
    options = tuple(
        RoomOption(one["id"], letter, one["text"], chosen)
        for one, letter, chosen in zip(reversed(printed["options"]), "ABCDEF", (False, True, False), strict=False)
    )
    told = {"number": 7, "place": 3, "state": "seen", "flagged": False, "answered": False, "current": True}
    return RoomQuestion(
        printed=printed, options=options, form=asked.ANSWER, **{**told, "previous": 5, "next": 9, **values}
    )


def _plain(room: Room, asked: RoomQuestion, show: str, token: str) -> str:
    told = {"room": room, "question": asked, "show": show, "csrf_token": token, "languages": settings.LANGUAGES}
    return "".join(render_to_string("mocks/parts/question.html", told).split())


def _pieced(room: Room, asked: RoomQuestion, show: str, token: str) -> str:
    return "".join(booklets.question(room, asked, show=show, token=token).split())


@pytest.mark.parametrize("kind", ["single", "how-many", "multi-select", "numeric", "short-answer"])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_question_from_pieces_reads_as_its_template(kind: str, language: str) -> None:
    first, second = _room(f"printing of {kind}"), _room(f"printing of {kind}")
    with translation.override(language):
        for answered, flagged, sure in product([False, True], [False, True], [None, "guess"]):
            # The one goes through the template, the other through what it left.
            for room, place, turn in ((first, 3, 9), (second, 12, 31)):
                state = "answered" if answered else "seen"
                asked = _asked(
                    kind,
                    place=place,
                    next=turn,
                    previous=None if sure else turn - 2,
                    answered=answered,
                    flagged=flagged,
                    confidence=sure,
                    state=state,
                    text="<7 & 'more'>" if answered else "",
                )
                assert _pieced(room, asked, "auto", room.id[:8]) == _plain(room, asked, "auto", room.id[:8])


def test_the_last_question_and_one_that_is_hidden_are_pieces_of_their_own() -> None:
    room = _room()
    for values in ({"next": None}, {"previous": None}, {"current": False}, {"current": True}):
        asked = _asked("single", **values)
        assert _pieced(room, asked, "both", "t") == _plain(room, asked, "both", "t")


def test_a_bubble_from_pieces_reads_as_its_template() -> None:
    for state, open_, current, number in product(STATES, [True, False], [True, False], [3, 41]):
        one = SheetBubble(number, number + 1, state, current, open_)
        assert booklets.bubbles([one]) == render_to_string("mocks/parts/cell.html", {"one": one})


def test_words_of_a_question_fill_no_hole() -> None:
    guessed = "".join(("\ue000", "token", "\ue001"))
    asked = _asked("single")
    printed = {**asked.printed, "stem": {"en": f"{guessed} {{0}} %s {fragments.hole('x')[:-1]}"}}

    shown = _pieced(_room(), replace(asked, printed=printed), "auto", "SECRET")

    assert shown.count("SECRET") == 1
    assert guessed in shown


@pytest.mark.django_db
def test_a_second_candidate_gets_nothing_of_the_first() -> None:
    papers.printing(4)
    first, second = Client(), Client()
    rooms = [one.post("/mocks/india-us/sittings/")["Location"] for one in (first, second)]
    page = first.get(rooms[0]).content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]

    other = second.get(rooms[1])

    words = other.content.decode()
    assert words.count('<form class="q"') == 4
    assert rooms[0].split("/")[-2] not in words
    assert token not in words
    assert "no-store" in other["Cache-Control"]
    assert "\ue000" not in words


def test_only_so_many_books_are_kept() -> None:
    for number in range(40):
        fragments.book(("a test", number))

    assert len(fragments._books) <= 16
    assert fragments.book(("a test", 39)) is fragments.book(("a test", 39))
