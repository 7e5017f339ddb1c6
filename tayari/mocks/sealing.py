"""Encrypts a printing's body, so that it may be fetched before the start and read only after.

AES-256-GCM. Key and nonce follow from the site's secret and the printing by HKDF (RFC 5869), so nothing is stored and
a printing is always the same bytes. No nonce is used twice: a key belongs to one printing, whose body never changes.
"""

import json
from base64 import b64encode
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from tayari.mocks.models import Printing

FORMAT = "tayari-sealed/1"
_KEY_BYTES, _NONCE_BYTES = 32, 12


def _secrets(printing: Printing) -> tuple[bytes, bytes]:
    info = f"{FORMAT} {printing.pk} {printing.body_hash}".encode()
    made = HKDF(SHA256(), _KEY_BYTES + _NONCE_BYTES, salt=None, info=info).derive(settings.SECRET_KEY.encode())
    return made[:_KEY_BYTES], made[_KEY_BYTES:]


def _text(value: bytes) -> str:
    return b64encode(value).decode()


def sealed(printing: Printing) -> dict[str, Any]:
    """What may be fetched ahead. Without the key it tells how long the paper is, and nothing else of it."""
    key, nonce = _secrets(printing)
    plain = json.dumps(
        {"printing": printing.number, "languages": printing.languages, "questions": printing.body},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    associated = f"{FORMAT} {printing.body_hash}"
    return {
        "format": FORMAT,
        "printing": printing.number,
        "hash": printing.body_hash,
        "nonce": _text(nonce),
        "associated": associated,
        "sealed": _text(AESGCM(key).encrypt(nonce, plain.encode(), associated.encode())),
    }


def key(printing: Printing) -> dict[str, Any]:
    """What opens it."""
    return {
        "format": FORMAT,
        "printing": printing.number,
        "hash": printing.body_hash,
        "key": _text(_secrets(printing)[0]),
    }
