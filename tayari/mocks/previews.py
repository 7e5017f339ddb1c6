"""A question as the exam room would show it, for editors: the room's own template, with nothing that can be pressed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tayari.mocks.queries.rooms import RoomOption, RoomQuestion
from tayari.rules.kinds import KINDS

_LANGUAGES = ("en", "hi")


def show(request: HttpRequest, printed: Mapping[str, Any], language: str) -> HttpResponse:
    """The page in `language` (en, hi, or both side by side), at whatever width the frame has."""
    own = language if language in _LANGUAGES else "en"
    question = RoomQuestion(
        number=1,
        place=1,
        printed=dict(printed),
        options=tuple(RoomOption(one["id"], one["id"].upper(), one["text"], False) for one in printed["options"]),
        state="seen",
        flagged=False,
        answered=False,
        current=True,
        previous=None,
        next=None,
        form=KINDS[printed["kind"]].ANSWER,
    )
    room = {"id": UUID(int=0), "total": 1, "languages": _LANGUAGES, "own_language": own, "forward": False}
    with translation.override(own):
        return render(
            request, "mocks/preview.html", {"room": room, "question": question, "show": language, "printed": printed}
        )
