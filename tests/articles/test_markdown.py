"""Markdown becomes safe HTML with numbered source notes."""

import pytest

from tayari.articles import links, markdown
from tests.factories import questions

pytestmark = pytest.mark.django_db


def _rendered(text: str, language: str = "en") -> tuple[str, markdown.Notes]:
    notes = markdown.prepared([text], language)
    return str(markdown.render(text, language, notes)), notes


def test_citations_are_read_without_the_database() -> None:
    found = markdown.citations("In [New *Delhi*](fact:a.b) and [6 [sic] days](fact:c-1), [here](https://e.org).")

    assert found == [("a.b", "New Delhi"), ("c-1", "6 [sic] days")]


def test_a_fact_has_one_number_however_often_it_is_cited() -> None:
    questions.facts()

    html, notes = _rendered(
        "[One](fact:2plus2-1.held-in), [two](fact:2plus2-1.held-on).\n\n[Again](fact:2plus2-1.held-in)."
    )

    assert [note.number for note in notes] == [1, 2]
    assert html.count('href="#note-1"') == 2
    assert html.count('id="note-1"') == 1
    assert html.count('id="cite-1"') == 1


def test_the_same_text_has_the_numbers_of_the_page_that_it_stands_on() -> None:
    questions.facts()
    text = "[One](fact:2plus2-1.held-in), [two](fact:2plus2-1.held-on)."

    alone, _ = _rendered(text)
    after, _ = _rendered(f"[Two](fact:2plus2-1.held-on).\n\n{text}")

    assert alone.index('href="#note-1"') < alone.index('href="#note-2"')
    assert after.rindex('href="#note-2"') < after.rindex('href="#note-1"')
    assert _rendered(text)[0] == alone


def test_a_note_says_the_fact_as_it_stands_and_its_source() -> None:
    questions.facts()

    html, _notes = _rendered("[There](fact:2plus2-1.held-in).")

    assert "Edition 1 was held in New Delhi." in html
    assert "Ministry of External Affairs" in html


def test_notes_stand_with_the_block_that_cites_them_first() -> None:
    questions.facts()

    html, _notes = _rendered("Before.\n\n[There](fact:2plus2-1.held-in).\n\nAfter.")

    assert html.index("<p>Before.</p>") < html.index('<div class="noted">') < html.index("<p>After.</p>")


def test_an_unknown_fact_leaves_the_words() -> None:
    html, notes = _rendered("In [Delhi](fact:nothing).")

    assert html == "<p>In Delhi.</p>\n"
    assert len(notes) == 0


def test_what_a_person_typed_is_cleaned() -> None:
    html, _notes = _rendered('<script>a()</script> [x](javascript:a()) <img src=x onerror=y>\n\n<div onclick="z">')

    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "<img" not in html
    assert "<div onclick" not in html


def test_a_link_to_what_is_not_public_leaves_the_words() -> None:
    html, _notes = _rendered("See [the article](article:a.nothing).")

    assert html == "<p>See the article.</p>\n"


def test_a_link_in_another_language_says_so() -> None:
    notes = markdown.Notes(targets={"article:a": links.Target("/articles/a/", "en", "A")})

    html = str(markdown.render("[लेख](article:a)", "hi", notes))

    assert html == '<p><a href="/articles/a/" hreflang="en">लेख</a> <span class="language-name">(English)</span></p>\n'


def test_headings_begin_below_the_parts_own() -> None:
    html, _notes = _rendered("# Big")

    assert html == "<h3>Big</h3>\n"


def test_plain_words_have_no_signs() -> None:
    assert markdown.plain("**Met** in [New Delhi](fact:x).\n\n- one\n- two") == "Met in New Delhi.\none\ntwo"


def test_a_schema_of_links_must_be_known() -> None:
    with pytest.raises(ValueError, match="no scheme"):
        links.register("nonsense", lambda refs, language: {})
