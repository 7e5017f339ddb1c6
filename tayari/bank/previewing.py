"""Where the exam room says how it would show a question; this room does not know it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tayari.rules import kinds

# (request, what a question prints, en | hi | both) → the page
Show = Callable[[HttpRequest, Mapping[str, Any], str], HttpResponse]

_SHOW: dict[str, Show] = {}


def register(show: Show) -> None:
    """Have questions previewed by `show`; a later registration replaces the former."""
    _SHOW["room"] = show


def serve(request: HttpRequest, content: Mapping[str, Any], language: str) -> HttpResponse:
    """The question as a candidate would see it, or why it cannot be printed yet."""
    try:
        printed = kinds.parse(content).printed()
    except kinds.Refused as refusal:
        return render(request, "bank/admin/unprintable.html", {"refusal": str(refusal)})
    return _SHOW["room"](request, printed, language)
