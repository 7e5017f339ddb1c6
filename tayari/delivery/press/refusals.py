"""What is never kept, however it came to be rendered."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from tayari.delivery.press.recording import Record

Headers = Iterable[tuple[bytes, bytes]]

_TYPES = (b"text/html", b"text/plain", b"text/csv", b"application/json", b"application/xml", b"application/rss+xml")
_MOST = 4 * 1024 * 1024  # bytes of one page
_OTHERS = re.compile(rb"\b(private|no-store)\b")


def refusal(status: int, headers: Headers, body: bytes, record: Record, now: datetime) -> str:
    """Why this must not be shown to the next reader; empty when it may."""
    if status != 200:
        return f"it is a {status}"
    return _of_headers(list(headers)) or _of_body(body) or _of_record(record, now)


def _of_headers(headers: list[tuple[bytes, bytes]]) -> str:
    def said(name: bytes) -> bytes:
        return b", ".join(value for found, value in headers if found == name).lower()

    if said(b"set-cookie"):
        return "it sets a cookie"
    if b"cookie" in said(b"vary") or b"*" in said(b"vary"):
        return "it differs by cookie"
    if _OTHERS.search(said(b"cache-control")):
        return "it forbids it"
    if said(b"content-encoding"):
        return "it is encoded"
    if b"'nonce-" in said(b"content-security-policy"):
        return "it has a nonce"
    if not said(b"content-type").startswith(_TYPES):
        return "it is no page"
    return ""


def _of_body(body: bytes) -> str:
    if len(body) > _MOST:
        return "it is too long"
    if b"csrfmiddlewaretoken" in body:
        return "it holds a form's token"
    return "it holds an editor's bar" if b"wagtail-userbar" in body else ""


def _of_record(record: Record, now: datetime) -> str:
    if not record.entered:
        return "no page was rendered"
    if record.refusals:
        return record.refusals[0]
    if never := sorted(record.tables & settings.PRESS_NEVER):
        return f"it reads {never[0]}"
    if record.reads_clock and not record.says_until:
        return "it reads the clock and does not say until when it holds"
    return "it is over already" if record.until is not None and record.until <= now else ""
