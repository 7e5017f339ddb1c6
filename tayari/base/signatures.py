"""The site's own signature: an Ed25519 key in its folder, and checks that anyone can make with the public half."""

import os
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from tayari.base.problems import Unusable

NAME = "signing-key.pem"


def key_of(folder: Path) -> Ed25519PrivateKey:
    """The site's key, made on first use; only the folder's owner can read it. Raises Unusable."""
    file = folder / NAME
    try:
        if not file.exists():
            _make(file)
        key = load_pem_private_key(file.read_bytes(), password=None)
    except OSError as error:
        raise Unusable(f"{file} cannot be read or written ({error.strerror}): mend the folder's permissions.") from None
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise Unusable(f"{file} is no Ed25519 key: put the site's own back from a copy, or remove it for a new one.")
    return key


def _make(file: Path) -> None:
    """Write a new key beside its place, then link it there: whoever comes second takes the first one's."""
    written = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(written)
    with suppress(FileExistsError):
        os.link(draft, file)
    draft.unlink()


def public_pem(key: Ed25519PrivateKey) -> str:
    """The public half, as text that may be given to anybody."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def sign(key: Ed25519PrivateKey, content: bytes) -> str:
    return b64encode(key.sign(content)).decode()


def holds(pem: str, content: bytes, signature: str) -> bool:
    """Whether the signature over the content is of that public key. Raises Unusable for what is no such key."""
    try:
        public = load_pem_public_key(pem.encode())
    except ValueError:
        public = None
    if not isinstance(public, Ed25519PublicKey):
        raise Unusable("The key is no Ed25519 public key in PEM: take it from the site's /receipts/key.pem.")
    try:
        public.verify(b64decode(signature, validate=True), content)
    except (InvalidSignature, ValueError):
        return False
    return True
