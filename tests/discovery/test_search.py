"""Search finds things as people write them, in either script, and never fails."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tayari.discovery import engines
from tayari.discovery.actions import index
from tayari.discovery.documents import Document
from tayari.discovery.models import SearchDocument
from tayari.discovery.queries import search
from tayari.discovery.terms import LONGEST, terms

pytestmark = pytest.mark.django_db


def put(*documents: tuple[str, str, str, str]) -> None:
    """(ref, language, title, body) of articles."""
    index.put(Document("article", ref, code, f"/{ref}/", title, body) for ref, code, title, body in documents)


def found(query: str, language: str = "en") -> list[str]:
    return [hit.title for hit in search(query, language).hits]


def test_two_plus_two_is_found_as_it_is_written() -> None:
    put(("a", "en", "India–US 2+2 Ministerial Dialogue", ""), ("b", "en", "The 22 languages of the Schedule", ""))

    assert found("2+2") == ["India–US 2+2 Ministerial Dialogue"]
    assert found("22") == ["The 22 languages of the Schedule"]


@pytest.mark.parametrize("query", ["C++", "U.S.", "us", "COMCASA", "comcasa", "agreements", "agreement", "Agreem"])
def test_words_are_found_in_their_forms(query: str) -> None:
    put(("a", "en", "U.S. agreements: COMCASA", "Written in C++."))

    assert found(query) == ["U.S. agreements: COMCASA"]


def test_samvidhan_is_not_taken_for_dhan() -> None:
    put(("a", "hi", "भारत का संविधान", ""), ("b", "hi", "धन शोधन", ""))

    assert found("धन", "hi") == ["धन शोधन"]
    assert found("संविधान", "hi") == ["भारत का संविधान"]


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("हिन्दी", "हिंदी"), ("हिंदी", "हिन्दी"), ("चांद", "चाँद"), ("सड़क", "सड़क"), ("२०१८", "2018"), ("कौन", "कौन"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_are_one(query: str, written: str) -> None:
    put(("a", "hi", f"यह {written} है", ""))

    assert found(query, "hi") == [f"यह {written} है"]


def test_all_words_are_asked_for() -> None:
    put(("a", "en", "Dialogue of ministers", ""), ("b", "en", "Dialogue of scholars", ""))

    assert found("ministers dialogue") == ["Dialogue of ministers"]
    assert found("ministers scholars") == []


def test_the_pages_language_comes_first_and_titles_before_bodies() -> None:
    put(
        ("a", "en", "Something else", "BECA is mentioned in passing here."),
        ("b", "en", "BECA", "An agreement."),
        ("c", "hi", "BECA समझौता", ""),
    )

    assert found("BECA", "en") == ["BECA", "Something else", "BECA समझौता"]
    assert found("BECA", "hi") == ["BECA समझौता", "BECA", "Something else"]


def test_a_thing_is_shown_once_in_the_readers_language() -> None:
    put(("a", "en", "The 2+2", ""), ("a", "hi", "2+2 संवाद", ""))

    assert found("2+2", "hi") == ["2+2 संवाद"]
    assert found("2+2", "en") == ["The 2+2"]


def test_the_snippet_marks_what_was_looked_for() -> None:
    put(("a", "en", "Title", "Far away. The ministers met in New Delhi, at one table."))

    (hit,) = search("delhi", "en").hits

    assert [piece.words for piece in hit.snippet if piece.hit] == ["Delhi,"]
    assert "".join(piece.words for piece in hit.snippet).startswith("Far away. The ministers met in New Delhi,")


@pytest.mark.parametrize(
    "query",
    ['"', "'", '"2+2', "*", "( ) : -", "NOT", "AND OR", "a AND", "NEAR(", "^a", "title:x", "{a}", "\\", "&|!<->"],
)
def test_signs_of_a_query_language_are_only_signs(query: str) -> None:
    put(("a", "en", 'A title with NOT and "quotes"', ""))

    search(query, "en")


@example("\x00").via("a null")
@example("a\ud800b").via("half a character")
@example("'" * 300).via("quotes")
@example("न्‍" * 200).via("joiners")
@given(query=st.text(max_size=250))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_fails(query: str) -> None:
    search(query, "hi")


@given(title=st.text(max_size=80))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_indexed_is_found_by_its_own_words(title: str) -> None:
    title = title.replace("\x00", "").encode("utf-8", "ignore").decode()
    wanted = terms(title)[:3]

    index.put([Document("article", "x", "en", "/x/", title)])

    if wanted:
        assert len(engines.find(wanted, "en", 5)) == 1


def test_a_word_without_end_is_cut_and_not_refused() -> None:
    put(("a", "en", "long", "x" * 5000))

    assert all(len(term) <= LONGEST for term in SearchDocument.objects.get().body_terms.split())
    assert found("x" * 200) == ["long"]


def test_searching_takes_two_queries_however_much_is_found() -> None:
    put(*((f"a{number}", "en", f"The 2+2, part {number}", "") for number in range(60)))

    with CaptureQueriesContext(connection) as asked:
        result = search("2+2", "en")

    assert (len(result.hits), result.more, len(asked)) == (50, True, 2)
