"""A press before the whole of Django, and one reader's requests to it."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test import Client

from tayari.delivery.press import watching
from tayari.delivery.press.asking import Key
from tayari.delivery.press.machine import Press
from tayari.delivery.press.versions import versions

HOST = "localhost"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


class Answer:
    """What came back."""

    def __init__(self, status: str, headers: list[tuple[str, str]], body: bytes) -> None:
        self.status, self.body = int(status.split()[0]), body
        self.headers = {name.lower(): value for name, value in headers}


class Printed:
    """Asks a press of its own; `rendered` counts how often Django was entered."""

    def __init__(self, application: Any) -> None:
        self.rendered = 0

        def counted(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            self.rendered += 1
            # As Django's own test client: the test's connection, and its transaction with it, stays open.
            request_started.disconnect(close_old_connections)
            request_finished.disconnect(close_old_connections)
            try:
                response = application(environ, start_response)
                getattr(response, "close", lambda: None)()
                return list(response)
            finally:
                request_started.connect(close_old_connections)
                request_finished.connect(close_old_connections)

        self.press = Press(counted)

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        """Headers as `user_agent="…"`."""
        committed()
        where, _, question = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": where,
            "QUERY_STRING": question,
            "SERVER_NAME": HOST,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": HOST,
            "HTTP_USER_AGENT": BROWSER,
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        told: list[Any] = []
        response: Any = self.press(environ, lambda status, headers, exc_info=None: told.extend((status, headers)))
        return Answer(told[0], told[1], b"".join(response))

    def why_not(self, path: str) -> str:
        """Why a page is not kept; empty when it is."""
        self.get(path)
        where, _, question = path.partition("?")
        key = Key(HOST, "http", where, question)
        found = self.press.refused.get(key)
        return found[1] if found else "" if key in self.press.shelf.pages else "it was not tried"


def committed() -> None:
    """The test's transaction never ends; what it wrote counts as there for everybody."""
    watching.committed(connection)


def fresh(path: str) -> bytes:
    """The page as Django renders it now for a reader without cookies."""
    return bytes(Client(headers={"user-agent": BROWSER}).get(path, headers={"host": HOST}).content)


__all__ = ["BROWSER", "HOST", "Answer", "Printed", "committed", "fresh", "versions"]
