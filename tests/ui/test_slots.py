"""Slots show what higher apps registered, in order and safely."""

from collections.abc import Iterator

import pytest
from django.template import Context, Template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tayari.ui import slots


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(slots, "_ENTRIES", {})
    yield


def greeting(thing: object, language: str) -> SafeString:
    return format_html("<b>{} {}</b>", thing, language)


def silence(thing: object, language: str) -> str:
    return ""


def unsafe(thing: object, language: str) -> str:
    return "<script>"


def last(thing: object, language: str) -> SafeString:
    return mark_safe("<i>last</i>")


def test_nothing_registered_shows_nothing() -> None:
    assert slots.drawn("article.after", "page", "en") == ""


def test_low_order_comes_first_and_silence_leaves_no_trace() -> None:
    slots.register("article.after", last, order=200)
    slots.register("article.after", silence, order=150)
    slots.register("article.after", greeting, order=100)

    assert slots.drawn("article.after", "page", "hi") == "<b>page hi</b>\n<i>last</i>"


def test_text_that_is_not_marked_safe_is_escaped() -> None:
    slots.register("article.after", unsafe)

    assert slots.drawn("article.after", None, "en") == "&lt;script&gt;"


def test_registering_again_changes_the_order_and_shows_once() -> None:
    slots.register("article.after", last)
    slots.register("article.after", greeting)
    slots.register("article.after", last, order=1)

    assert slots.drawn("article.after", "x", "en") == "<i>last</i>\n<b>x en</b>"


def test_the_tag_gives_the_page_when_nothing_is_named() -> None:
    slots.register("page.head", greeting)

    drawn = Template('{% slot "page.head" %}|{% slot "page.head" "other" %}').render(Context({"page": "page"}))

    assert drawn == "<b>page en</b>|<b>other en</b>"
