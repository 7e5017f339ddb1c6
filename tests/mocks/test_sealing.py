"""A sealed paper may be fetched before its start; nothing of it can be read until the key is out."""

import gzip
import json
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.test import Client

from tayari.mocks import booklets, fragments, sealing
from tayari.mocks.actions import printings, starts
from tayari.mocks.models import Paper, Printing
from tayari.mocks.queries import rooms
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
At = Callable[[float], datetime]
START = NOW + timedelta(hours=1)


@pytest.fixture
def printing() -> Printing:
    return papers.printing(3, sealed=True, opens_at=START)


def _sealed(printing: Printing) -> dict[str, Any]:
    return sealing.seal(printing, "en").sealed()


def _opened(sealed: dict[str, Any], key: str) -> dict[str, Any]:
    """As a browser opens it: WebCrypto's AES-GCM takes the same four things, and what comes out is gzip."""
    opened = AESGCM(b64decode(key)).decrypt(
        b64decode(sealed["nonce"]), b64decode(sealed["sealed"]), sealed["associated"].encode()
    )
    return dict(json.loads(gzip.decompress(opened)))


def test_before_the_start_there_are_bytes_and_no_key(client: Client, at: At, printing: Printing) -> None:
    at(3599.5)

    body = client.get("/mocks/india-us/sealed.json")
    key = client.get("/mocks/india-us/seal-key.json")

    assert (body.status_code, key.status_code) == (200, 425)
    assert key.json() == {
        "opens_at": START.isoformat(),
        "server_now": (NOW + timedelta(seconds=3599.5)).isoformat(),
        "wait_ms": 500,
    }
    assert key["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert body["Cache-Control"] == "public, max-age=60" and body["ETag"] == f'"{body.json()["hash"]}"'


def test_from_the_start_on_the_key_opens_what_was_fetched_before(client: Client, at: At, printing: Printing) -> None:
    body = client.get("/mocks/india-us/sealed.json").json()
    at(3600)

    told = client.get("/mocks/india-us/seal-key.json").json()

    paper = _opened(body, told["key"])
    assert (told["printing"], told["hash"]) == (1, body["hash"])
    assert (paper["printing"], paper["languages"], list(paper["questions"])) == (1, ["en", "hi"], ["1", "2", "3"])
    assert [ident for ident, _ in paper["questions"]["2"]["options"]] == ["a", "b", "c", "d"]


def test_a_room_put_together_from_it_is_the_room_that_the_server_makes(at: At, printing: Printing) -> None:
    at(3600)
    paper = _opened(_sealed(printing), sealing.seal(printing, "en").key()["key"])
    sitting = starts.start(printing=printing, person=papers.person(), language="en", now=START)
    room = rooms.room(sitting, now=START)
    asked = room.questions[1]

    pieces = paper["questions"]["2"]
    letters = zip(pieces["options"], "ABCD", strict=True)
    choices = "\n  ".join(fragments.fill(piece, {"letter": letter}) for (_, piece), letter in letters)
    values = {"room": room.id, "token": "t", "show": "auto", "own": "en", "total": "3", "place": "2", "next": "3"}
    values |= {"previous": "1", "state": "unseen", "text": "", "choices": choices}

    assert fragments.fill(pieces["question"], values) == booklets.question(room, asked, show="auto", token="t")


def test_another_language_of_the_interface_is_another_seal(client: Client, at: At, printing: Printing) -> None:
    at(3600)
    english, hindi = (client.get(f"{prefix}/mocks/india-us/sealed.json").json() for prefix in ("", "/hi"))
    key = client.get("/hi/mocks/india-us/seal-key.json").json()["key"]

    assert (english["hash"] != hindi["hash"], english["nonce"] != hindi["nonce"]) == (True, True)
    assert "सहेजें और आगे बढ़ें" in "".join(_opened(hindi, key)["questions"]["1"]["question"])
    with pytest.raises(InvalidTag):
        _opened(english, key)


def test_who_opened_it_gets_a_room_without_questions_until_something_is_answered(
    client: Client, at: At, printing: Printing
) -> None:
    at(3600)
    told = client.get("/mocks/india-us/sealed.json").json()["hash"]
    address = client.post("/mocks/india-us/sittings/", {"sealed": told})["Location"]
    room = address.split("?")[0]

    bare, other = client.get(address), client.get(f"{room}?sealed={'0' * 64}")

    assert f'data-sealed="{told}"' in bare.content.decode()
    assert 'id="q-1"' not in bare.content.decode()
    assert "The answer" not in bare.content.decode()
    assert other["Location"] == room
    assert 'id="q-3"' in client.get(room).content.decode()
    client.post(f"{room}responses/", {"question": "1", "options": "a", "then": "stay"})
    assert client.get(address)["Location"] == room


def test_no_byte_before_the_start_holds_a_question(client: Client, at: At, printing: Printing) -> None:
    words = [
        text
        for question in printing.body.values()
        for texts in (question["stem"], *(option["text"] for option in question["options"]))
        for text in texts.values()
        if len(text) > 8
    ]
    assert words
    for address in ("sealed.json", "seal-key.json", ""):
        page = client.get(f"/mocks/india-us/{address}").content
        raw = page + (b64decode(json.loads(page)["sealed"]) if address == "sealed.json" else b"")
        assert not [text for text in words if text.encode() in raw or json.dumps(text)[1:-1].encode() in raw]


def test_another_printing_has_another_key_and_what_was_changed_does_not_open(printing: Printing) -> None:
    first, old = _sealed(printing), sealing.seal(printing, "en").key()["key"]
    Paper.objects.update(languages=["en"])
    second = printings.freeze(printing.paper, by=None, now=NOW)

    assert sealing.seal(second, "en").key()["key"] != old
    with pytest.raises(InvalidTag):
        _opened(_sealed(second), old)
    with pytest.raises(InvalidTag):
        _opened({**first, "associated": _sealed(second)["associated"]}, old)
    assert _sealed(printing) == first


def test_what_is_known_already_is_not_sent_again(client: Client, printing: Printing) -> None:
    tag = client.get("/mocks/india-us/sealed.json")["ETag"]

    answer = client.get("/mocks/india-us/sealed.json", headers={"If-None-Match": tag})

    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize(
    "values",
    [
        {"sealed": False},
        {"opens_at": None},
        {"navigation": "forward"},
        {"state": "draft"},
        {"published_at": START},
    ],
)
def test_there_is_neither_body_nor_key_of_any_other_paper(client: Client, at: At, values: dict[str, Any]) -> None:
    papers.printing(1, **{"sealed": True, "opens_at": START, **values})

    assert client.get("/mocks/india-us/sealed.json").status_code == 404
    assert client.get("/mocks/india-us/seal-key.json").status_code == 404


def test_body_and_key_are_only_read(client: Client, printing: Printing) -> None:
    assert client.post("/mocks/india-us/sealed.json").status_code == 405
    assert client.post("/mocks/india-us/seal-key.json").status_code == 405
