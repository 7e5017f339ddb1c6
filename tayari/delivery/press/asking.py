"""What of a request decides which pressed page answers it, and how."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

from tayari.delivery.press import forms

_PLAIN = re.compile(r"[A-Za-z0-9/_.~-]+")
_ANSWER = re.compile(r"[\w.-]{1,80}", re.ASCII)
# What others put behind addresses to follow people; no page looks at it.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid")
_MOST_QUESTION = 400  # bytes


@dataclass(frozen=True, slots=True)
class Key:
    """One pressed page."""

    host: str
    scheme: str
    path: str
    question: str


@dataclass(slots=True)
class Asked:
    """A request that a pressed page may answer, in one of `forms.NAMES`."""

    key: Key
    head: bool
    form: str
    held: bytes
    editor: bool
    agent: bytes
    ahead: bool


Get = Callable[[bytes], bytes]


def of_scope(scope: Any) -> Asked | None:
    """The request of an ASGI scope; None when Django alone can answer."""
    raw = scope.get("raw_path") or scope["path"].encode()
    headers: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        headers[name] = headers[name] + b"; " + value if name in headers else value
    path, _, _ = raw.partition(b"?")
    return _asked(scope["method"], path, scope.get("query_string", b""), scope.get("scheme", "http"), headers.get)


_CGI = {b"content-length": "CONTENT_LENGTH", b"transfer-encoding": "HTTP_TRANSFER_ENCODING"}


def of_environ(environ: dict[str, Any]) -> Asked | None:
    """The same of a WSGI environment."""

    def get(name: bytes, default: bytes) -> bytes:
        key = _CGI.get(name) or f"HTTP_{name.decode().upper().replace('-', '_')}"
        value = environ.get(key)
        return default if value is None else str(value).encode("latin-1")

    path, question = environ.get("PATH_INFO", "").encode("latin-1"), environ.get("QUERY_STRING", "").encode("latin-1")
    return _asked(environ["REQUEST_METHOD"], path, question, environ["wsgi.url_scheme"], get)


def _asked(
    method: str, path: bytes, question: bytes, scheme: str, get: Callable[[bytes, bytes], bytes]
) -> Asked | None:
    if method not in ("GET", "HEAD") or get(b"authorization", b""):
        return None
    if get(b"content-length", b"0") not in (b"0", b"") or get(b"transfer-encoding", b""):
        return None
    key = _key(get(b"host", b""), get(b"x-forwarded-proto", b""), scheme, path, question)
    if key is None:
        return None
    cookies = get(b"cookie", b"")
    return Asked(
        key=key,
        head=method == "HEAD",
        form=forms.wanted(get(b"accept-encoding", b"")),
        held=get(b"if-none-match", b""),
        editor=settings.PRESS_EDITOR_COOKIE.encode() in cookies,
        agent=get(b"user-agent", b""),
        ahead=b"prefetch" in get(b"sec-purpose", b"") + get(b"purpose", b""),
    )


@lru_cache(maxsize=4096)
def _key(host: bytes, forwarded: bytes, scheme: str, path: bytes, question: bytes) -> Key | None:
    """None for an address that has no pressed page. Cached: most requests ask for few addresses."""
    try:
        place, where = path.decode("ascii"), host.decode("ascii")
    except UnicodeDecodeError:
        return None
    asked = canonical(question.decode("latin-1")) if question else ""
    if not where or asked is None or not _PLAIN.fullmatch(place):
        return None
    way = forwarded.decode("latin-1") if forwarded in (b"http", b"https") else scheme
    return Key(where, way, place, asked)


def canonical(question: str) -> str | None:
    """What stands after the `?`, in order and without what follows people; None when a page may look at the rest."""
    if len(question) > _MOST_QUESTION:
        return None
    pairs = [pair for pair in parse_qsl(question, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names) or not settings.PRESS_QUESTIONS.issuperset(names):
        return None
    return urlencode(sorted(pairs)) if all(_ANSWER.fullmatch(value) for _, value in pairs) else None
