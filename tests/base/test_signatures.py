"""The site's own key: made once, readable by its owner alone, and good for checks by anybody."""

import stat
from pathlib import Path

import pytest

from tayari.base import signatures
from tayari.base.problems import Unusable


def test_the_key_is_made_once_and_is_the_owners_alone(tmp_path: Path) -> None:
    first, second = signatures.key_of(tmp_path), signatures.key_of(tmp_path)

    assert signatures.public_pem(first) == signatures.public_pem(second)
    assert stat.S_IMODE((tmp_path / signatures.NAME).stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [signatures.NAME]


def test_a_signature_holds_for_its_key_and_content_only(tmp_path: Path) -> None:
    key, other = signatures.key_of(tmp_path), signatures.key_of(_folder(tmp_path / "other"))
    signature = signatures.sign(key, b"content")

    assert signatures.holds(signatures.public_pem(key), b"content", signature)
    assert not signatures.holds(signatures.public_pem(key), b"contents", signature)
    assert not signatures.holds(signatures.public_pem(other), b"content", signature)
    assert not signatures.holds(signatures.public_pem(key), b"content", "no base64!")


def test_what_is_no_key_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / signatures.NAME).write_text("not a key")

    with pytest.raises(Unusable, match="no Ed25519 key"):
        signatures.key_of(tmp_path)
    with pytest.raises(Unusable, match="public key in PEM"):
        signatures.holds("not a key", b"", "")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be read or written"):
        signatures.key_of(tmp_path / "missing")


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
