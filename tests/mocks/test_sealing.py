"""A sealed paper may be fetched before its start; nothing of it can be read until the key is out."""

import json
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.test import Client

from tayari.mocks import sealing
from tayari.mocks.actions import printings
from tayari.mocks.models import Paper, Printing
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
At = Callable[[float], datetime]
START = NOW + timedelta(hours=1)


@pytest.fixture
def printing() -> Printing:
    return papers.printing(3, sealed=True, opens_at=START)


def _opened(sealed: dict[str, Any], key: str) -> dict[str, Any]:
    """As a browser opens it: WebCrypto's AES-GCM takes the same four things."""
    opened = AESGCM(b64decode(key)).decrypt(
        b64decode(sealed["nonce"]), b64decode(sealed["sealed"]), sealed["associated"].encode()
    )
    return dict(json.loads(opened))


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
    assert body["Cache-Control"] == "public, max-age=60" and body["ETag"] == f'"{printing.body_hash}"'


def test_from_the_start_on_the_key_opens_what_was_fetched_before(client: Client, at: At, printing: Printing) -> None:
    body = client.get("/mocks/india-us/sealed.json").json()
    at(3600)

    told = client.get("/mocks/india-us/seal-key.json").json()

    assert (told["printing"], told["hash"]) == (1, printing.body_hash)
    assert _opened(body, told["key"]) == {
        "printing": 1,
        "languages": ["en", "hi"],
        "questions": printing.body,
    }


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
    first, old = sealing.sealed(printing), sealing.key(printing)["key"]
    Paper.objects.update(languages=["en"])
    second = printings.freeze(printing.paper, by=None, now=NOW)

    assert sealing.key(second)["key"] != old
    with pytest.raises(InvalidTag):
        _opened(sealing.sealed(second), old)
    with pytest.raises(InvalidTag):
        _opened({**first, "associated": f"tayari-sealed/1 {second.body_hash}"}, old)
    assert sealing.sealed(printing) == first


def test_what_is_known_already_is_not_sent_again(client: Client, printing: Printing) -> None:
    answer = client.get("/mocks/india-us/sealed.json", headers={"If-None-Match": f'"{printing.body_hash}"'})

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
