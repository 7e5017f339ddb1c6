"""Identifiers that are hard to guess."""

import secrets
import uuid


def new_id() -> uuid.UUID:
    """A random UUID (version 4)."""
    return uuid.uuid4()


def new_code(length: int = 24) -> str:
    """`length` characters that are safe in an address, from the operating system's random source."""
    return secrets.token_urlsafe(length)[:length]
