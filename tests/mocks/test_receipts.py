"""A candidate keeps a receipt, and anybody checks it without the site."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client

from tayari.config.command import tayari
from tayari.mocks.models import Printing, Sitting
from tests.factories import papers
from tests.mocks.test_room import answered, send

pytestmark = pytest.mark.django_db
Start = Callable[[Printing], Sitting]


@pytest.fixture
def files(client: Client, started: Start, tmp_path: Path) -> tuple[Path, Path]:
    """A receipt of two answers, and the site's public key."""
    sitting = started(papers.printing())
    send(client, sitting, answered(1, 1, "a"), answered(2, 2, "c"))
    client.post(f"/sittings/{sitting.pk}/submission/")
    receipt, key = tmp_path / "receipt.json", tmp_path / "key.pem"
    receipt.write_bytes(client.get(f"/sittings/{sitting.pk}/receipt").content)
    key.write_bytes(client.get("/receipts/key.pem").content)
    return receipt, key


def verify(*arguments: object) -> Any:
    return CliRunner().invoke(tayari, ["receipt", "verify", *map(str, arguments)])


def test_a_receipt_is_a_file_of_the_candidates_own(client: Client, started: Start) -> None:
    sitting = started(papers.printing())
    send(client, sitting, answered(1, 1, "a"))

    answer = client.get(f"/sittings/{sitting.pk}/receipt")
    told = answer.json()

    assert answer["Content-Disposition"].startswith('attachment; filename="receipt-')
    assert "no-store" in answer["Cache-Control"]
    assert told["answers"] == {"1": ["a"]}
    assert [event["kind"] for event in told["events"]] == ["answered"]
    assert Client().get(f"/sittings/{sitting.pk}/receipt").status_code == 404


def test_no_key_and_no_reason_is_in_it(client: Client, started: Start) -> None:
    sitting = started(papers.printing())
    send(client, sitting, answered(1, 1, "a"))

    told = client.get(f"/sittings/{sitting.pk}/receipt").json()

    assert "SECRET-WHY" not in json.dumps(told)
    assert set(told) == {
        "format",
        "sitting",
        "begin",
        "events",
        "head",
        "answers",
        "issued_at",
        "key",
        "signature",
    }


def test_it_is_checked_with_the_key_and_without_the_site(files: tuple[Path, Path]) -> None:
    receipt, key = files

    whole, without = verify(receipt, "--key", key), verify(receipt)

    assert (whole.exit_code, without.exit_code) == (0, 0)
    assert "is whole: sitting" in whole.output
    assert "3 events, 2 answers" in whole.output
    assert "Who signed it is not shown" in without.output


def test_a_changed_answer_is_found(files: tuple[Path, Path]) -> None:
    receipt, key = files
    told = json.loads(receipt.read_text())
    told["events"][1]["data"]["options"] = ["b"]
    receipt.write_text(json.dumps(told))

    found = verify(receipt, "--key", key)

    assert found.exit_code == 1
    assert "is not as it was issued: event 2 was changed" in found.output


def test_a_forged_signature_is_found(files: tuple[Path, Path], tmp_path: Path) -> None:
    from tayari.base import signatures

    receipt, key = files
    told = json.loads(receipt.read_text())
    told["issued_at"] = "2020-01-01T00:00:00.000+00:00"
    receipt.write_text(json.dumps(told))
    other = tmp_path / "other"
    other.mkdir()
    wrong = tmp_path / "wrong.pem"
    wrong.write_text(signatures.public_pem(signatures.key_of(other)))

    assert "its signature is not that of the key" in verify(receipt, "--key", key).output
    assert verify(receipt).exit_code == 1
    assert verify(receipt, "--key", wrong).exit_code == 1


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 100_000])
def test_what_is_no_receipt_is_unusable(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "receipt.json"
    file.write_bytes(content)

    found = CliRunner().invoke(tayari, ["receipt", "verify", str(file)])

    assert found.exception is not None
    assert type(found.exception).__name__ == "Unusable"


def test_json_that_is_no_receipt_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    file.write_text("{}")

    assert verify(file).exit_code == 1
