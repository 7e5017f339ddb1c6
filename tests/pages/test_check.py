"""`/check/`: findings beside the words, both languages, limits, and nothing stored."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tayari.facts.linting import grounds
from tayari.facts.readers.limits import MOST_BYTES
from tayari.facts.views.check import RATE
from tests.facts.readers import words

PLANTED = "# Talks\n\nIt was a game-changer. <b>Bold</b> & more.\n\n## Aims\n\nOne.\n\n## Aims\n\nTwo."


@pytest.fixture
def kept(db: None) -> Any:
    """How many rows each table has."""

    def count() -> dict[str, int]:
        return {model._meta.label: model._default_manager.count() for model in apps.get_models()}

    return count


def post(client: Client, address: str = "/check/", **told: Any) -> Any:
    return client.post(address, told, headers={"user-agent": "Mozilla/5.0"})


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_the_form_is_there_in_both_languages(reader: Client) -> None:
    for address, heading in (("/check/", "Check a text"), ("/hi/check/", "पाठ जाँचें")):
        response = reader.get(address)

        assert response.status_code == 200
        assert soup(response).h1.text == heading
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies


def test_findings_stand_beside_their_words(reader: Client) -> None:
    page = soup(post(reader, text=PLANTED))

    marks = [mark.text for mark in page.select("mark.found")]
    cards = page.select(".finding")
    assert marks == ["game-changer", "Aims"]
    assert [card.select_one("code").text for card in cards] == ["page.loaded-words", "page.duplicate-heading"]
    assert cards[0].find_parent(class_="checked").p.text.startswith("It was a game-changer")
    assert "Silence is not agreement." in page.select_one(".check-coverage").text
    for link in page.select(".check-text .found-number"):
        assert page.select_one(link["href"])


def test_hindi_pages_speak_hindi(reader: Client) -> None:
    page = soup(post(reader, "/hi/check/", text="यह ऐतिहासिक बैठक थी।"))

    assert [mark.text for mark in page.select("mark.found")] == ["ऐतिहासिक"]
    assert "मौन सहमति नहीं है।" in page.select_one(".check-coverage").text


def test_what_was_pasted_is_shown_as_text(reader: Client) -> None:
    response = post(reader, text="Plain <script>alert(1)</script> words.")

    assert b"<script>alert" not in response.content


def test_a_file_is_read_by_its_name(reader: Client) -> None:
    upload = BytesIO(words.document(words.paragraph(words.run("It was a game-changer."))))
    upload.name = "notes.docx"

    page = soup(post(reader, file=upload))

    assert [mark.text for mark in page.select("mark.found")] == ["game-changer"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.md", b"", "is empty"),
        ("a.docx", b"PK\x03\x04no", "not a Word document"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", b"a " * MOST_BYTES, "up to 5 MB"),
        ("../../a<b>.txt", b"caf\xe9", "a<b>.txt is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(reader: Client, name: str, data: bytes, why: str) -> None:
    upload = BytesIO(data)
    upload.name = name

    response = post(reader, file=upload)

    assert response.status_code in {400, 413}
    assert why in soup(response).select_one(".notice").text


def test_a_text_that_is_too_long_gets_one_sentence(reader: Client) -> None:
    response = post(reader, text="a " * 1_500_000)

    assert response.status_code == 413
    assert "500,000 characters" in soup(response).select_one(".notice").text


def test_nothing_sent_is_said(reader: Client) -> None:
    response = post(reader, text=" \n")

    assert response.status_code == 400
    assert "Paste a text, or choose a file." in soup(response).select_one(".check-form").text


def test_nothing_is_stored(kept: Any, reader: Client, caplog: pytest.LogCaptureFixture) -> None:
    before = kept()
    secret = "Zanzibar was a game-changer"
    upload = BytesIO(secret.encode())
    upload.name = "a.txt"

    for response in (post(reader, text=secret), post(reader, file=upload)):
        assert response.status_code == 200
        assert not response.cookies
        assert "sessionid" not in reader.cookies

    assert kept() == before
    assert "Zanzibar" not in caplog.text
    assert "Zanzibar" not in str(getattr(cache, "_cache", {}))


def test_a_second_check_asks_few_queries(reader: Client) -> None:
    post(reader, text=PLANTED)

    with CaptureQueriesContext(connection) as asked:
        post(reader, text=PLANTED)

    assert len(asked) <= 2


def test_a_change_of_the_facts_is_seen_at_once(db: None, now: Any) -> None:
    from tayari.facts.models import Entity

    assert "new" not in grounds.base(now=now).entities
    Entity.objects.create(ref="new", slug="new", type="place", name={"en": "New"})

    assert "new" in grounds.base(now=now).entities


def test_an_address_that_asks_too_often_waits(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tayari.facts.views.check.RATE", type(RATE)("check-test", 2, timedelta(minutes=10)))
    assert [post(reader, text="One.").status_code for _ in range(2)] == [200, 200]

    response = post(reader, text="One.")

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 600
    assert re.search(r"wait \d+ minutes? and try again", soup(response).select_one(".notice").text)
    assert reader.get("/check/").status_code == 200


def test_a_site_links_to_it(reader: Client) -> None:
    page = soup(reader.get("/hi/corrections/"))

    assert page.select_one('footer a[href="/hi/check/"]')
