"""Filters and tags that every template may use."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from tayari.ui.shown import Bubble, Progress


def drawn(text: str, language: str = "en", **context: object) -> str:
    with translation.override(language):
        return Template(text).render(Context(context))


def test_words_come_in_the_language_of_the_page() -> None:
    texts = {"en": "New Delhi", "hi": "नई दिल्ली"}

    assert drawn("{{ x|words }}", "hi", x=texts) == "नई दिल्ली"


def test_a_fallback_is_marked_with_its_language() -> None:
    texts = {"en": "A <b> in English"}

    assert drawn("{{ x|words_marked }}", "hi", x=texts) == '<span lang="en">A &lt;b&gt; in English</span>'
    assert drawn("{{ x|words_marked }}", "en", x=texts) == "A &lt;b&gt; in English"


@pytest.mark.parametrize(("seconds", "said"), [(1, "1 min"), (60, "1 min"), (61, "2 min"), (3601, "1 h 1 min")])
def test_reading_time_is_rounded_up_to_minutes_with_their_unit(seconds: int, said: str) -> None:
    assert drawn("{{ x|minutes }}", x=seconds) == said


def test_durations_are_never_bare_numbers() -> None:
    assert drawn("{{ x|duration }}", x=380) == "6 min 20 s"
    assert drawn("{{ x|duration }}", "hi", x=380) == "6 मिनट 20 सेकंड"


def test_a_held_component_is_drawn_for_each_language_and_each_thing() -> None:
    text = '{% held "ui/components/progress.html" progress=x %}'
    first, second = Progress("1 of 2", (Bubble("One", "answered", "/1/"),)), Progress("2 of 2")

    assert "1 of 2" in drawn(text, x=first)
    assert "2 of 2" in drawn(text, x=second)
    assert drawn(text, x=first) == drawn('{% include "ui/components/progress.html" with progress=x only %}', x=first)
    assert drawn(text, "hi", x=first) != drawn(text, x=first)


def test_a_day_is_said_in_words() -> None:
    assert drawn("{{ x|day_words }}", x=date(2018, 9, 6)) == "6 September 2018"
    assert drawn("{{ x|day_words }}", "hi", x=date(2018, 9, 6)) == "6 सितंबर 2018"


def test_a_moment_belongs_to_the_day_it_is_in_india() -> None:
    late = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)

    assert drawn("{{ x|day_words }}", x=late) == "23 November 2026"


@pytest.mark.parametrize(
    ("path", "said"),
    [("/articles/", ' aria-current="page"'), ("/articles/2-plus-2/", ' aria-current="true"'), ("/series/", "")],
)
def test_the_section_of_the_page_is_marked(path: str, said: str) -> None:
    request = RequestFactory().get(path)

    assert drawn('{% section_state "/articles/" %}', request=request) == said


def test_home_is_current_only_on_home() -> None:
    request = RequestFactory().get("/articles/")

    assert drawn('{% section_state "/" %}', request=request) == ""


def test_what_leaves_the_site_has_its_address_in_full() -> None:
    assert drawn('{% absolute "/hi/x/" %}') == "http://127.0.0.1:8000/hi/x/"
    assert drawn('{% absolute "https://example.org/x" %}') == "https://example.org/x"
