"""Encrypts the questions of a printing, so that they may be fetched before the start and read only after.

AES-256-GCM over what the room shows of each question, compressed. Key and nonce follow from the site's secret and from
these bytes by HKDF (RFC 5869), so nothing is stored, equal bytes are sealed equally, and no nonce is used for others:
what a question looks like depends on the language of the interface and on the program, and so does the seal.
"""

import gzip
import hashlib
import json
from base64 import b64encode
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from tayari.base.keeping import Kept
from tayari.mocks import booklets
from tayari.mocks.models import Printing

FORMAT = "tayari-sealed/2"
_KEY_BYTES, _NONCE_BYTES = 32, 12


@dataclass(frozen=True, slots=True)
class Seal:
    """A printing in one language of the interface: the compressed bytes, and their hash as hexadecimal."""

    printing: int
    hash: str
    plain: bytes

    def _secrets(self) -> tuple[bytes, bytes]:
        info = f"{FORMAT} {self.hash}".encode()
        made = HKDF(SHA256(), _KEY_BYTES + _NONCE_BYTES, salt=None, info=info).derive(settings.SECRET_KEY.encode())
        return made[:_KEY_BYTES], made[_KEY_BYTES:]

    def sealed(self) -> dict[str, Any]:
        """What may be fetched ahead. Without the key it tells how long the paper is, and nothing else of it."""
        key, nonce = self._secrets()
        associated = f"{FORMAT} {self.hash}"
        return {
            "format": FORMAT,
            "printing": self.printing,
            "hash": self.hash,
            "nonce": _text(nonce),
            "associated": associated,
            "sealed": _text(AESGCM(key).encrypt(nonce, self.plain, associated.encode())),
        }

    def key(self) -> dict[str, Any]:
        """What opens it."""
        return {
            "format": FORMAT,
            "printing": self.printing,
            "hash": self.hash,
            "key": _text(self._secrets()[0]),
        }


def _text(value: bytes) -> str:
    return b64encode(value).decode()


_seals = Kept[tuple[int, str, str], Seal](8)


def seal(printing: Printing, language: str) -> Seal:
    """The seal of a printing for readers of an interface in `language`, which is active. Made once a process."""
    return _seals.get((printing.pk, printing.body_hash, language), lambda: _made(printing))


def _made(printing: Printing) -> Seal:
    told = {"languages": printing.languages, "printing": printing.number, "questions": booklets.pieces(printing)}
    # The hash is of what is encrypted, also where two machines compress differently.
    plain = gzip.compress(json.dumps(told, ensure_ascii=False, sort_keys=True).encode(), mtime=0)
    return Seal(printing.number, hashlib.sha256(plain).hexdigest(), plain)
