"""What a lane reads of a request: its body up to a length, its headers, and whether a page of this site sent it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import parse_cookie

from tayari.base import origins
from tayari.delivery.front import Message, Receive, Scope


class Gone(Exception):
    """The client went away before its request was complete."""


class TooLong(Exception):
    """The body is longer than is taken here."""


def headers(scope: Scope) -> dict[bytes, bytes]:
    """By name in small letters; of two with one name, both, joined as HTTP does it."""
    told: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        joint = b"; " if name == b"cookie" else b","
        told[name] = told[name] + joint + value if name in told else value
    return told


def cookies(told: Mapping[bytes, bytes]) -> dict[str, str]:
    # As Django reads them, of latin-1 that was UTF-8.
    return parse_cookie(told.get(b"cookie", b"").decode("latin-1"))


async def body(told: Mapping[bytes, bytes], receive: Receive, most: int) -> bytes:
    """The whole body. Raises TooLong, also where a longer one is only declared, and Gone."""
    declared = told.get(b"content-length", b"0")
    if declared.isdigit() and int(declared) > most:
        raise TooLong
    blocks, length = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        blocks.append(message.get("body", b""))
        length += len(blocks[-1])
        if length > most:
            raise TooLong
        if not message.get("more_body", False):
            return b"".join(blocks)


def again(read: bytes, receive: Receive) -> Receive:
    """For the way through Django: gives the body that was read already, then what `receive` gives."""
    left: list[Message] = [{"type": "http.request", "body": read, "more_body": False}]

    async def from_the_start() -> Message:
        return left.pop() if left else await receive()

    return from_the_start


def is_own(scope: Scope, told: Mapping[bytes, bytes]) -> bool:
    """Whether a page of this site sent it, as browsers say (`base.origins`)."""
    place, origin = (told[name].decode("latin-1") if name in told else None for name in (b"sec-fetch-site", b"origin"))
    own = f"{scheme(scope, told)}://{told.get(b'host', b'').decode('latin-1')}"
    return origins.is_from(own, place=place, origin=origin)


def scheme(scope: Scope, told: Mapping[bytes, bytes]) -> str:
    forwarded = told.get(b"x-forwarded-proto", b"").decode("latin-1")
    given: Any = forwarded if settings.BEHIND_PROXY and forwarded else scope.get("scheme", "http")
    return str(given)
