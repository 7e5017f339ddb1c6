"""Two processes on one PostgreSQL: what is posted through either reaches the readers of both, once and in order."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from tests.factories import pages

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite one process serves"),
]

# Nothing is looked for that nobody told of: what arrives was announced.
SCRIPT = """
import sys, threading
import django
django.setup()
from tayari.base import clock
from tayari.delivery import server
from tayari.delivery.streams import hub
from tayari.live.actions import posts
hub._LOOK = 10**9
server.schedules.jobs = lambda: []

def ready():
    print("ready", flush=True)
    for line in sys.stdin:
        key, words = line.split(" ", 1)
        posts.create(coverage_key=key, text={"en": words.strip()}, by=None, now=clock.now())
        print("posted", flush=True)

background = server.Background("test", clock.now)
background.worker.run = lambda: None
server.serve(lambda environ, start: [], host="127.0.0.1", port=int(sys.argv[1]), plain=False,
             background=background, ready=ready)
"""


class Node:
    """A process that serves streams and posts what it is told."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        held = connection.settings_dict
        url = f"postgresql://{held['USER']}@{quote(held['HOST'], safe='')}/{held['NAME']}"
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": url},
        )

    def hear(self, wanted: str) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == f"{wanted}\n"

    def post(self, key: object, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{key} {words}\n")
        self.process.stdin.flush()
        self.hear("posted")

    def follow(self, address: str) -> "Following":
        return Following(self.port, address)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


class Following:
    """A reader of one node."""

    def __init__(self, port: int, address: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.socket.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        self.bytes = b""
        while b"retry: " not in self.bytes:
            self.bytes += self.socket.recv(65536)

    def until(self, seq: int) -> list[tuple[int, str]]:
        """Number and kind of all that was told, once `seq` was."""
        while not (told := self._told()) or told[-1][0] < seq:
            block = self.socket.recv(65536)
            self.bytes += block
            assert block and b"\r\n0\r\n\r\n" not in self.bytes, "the stream ended"
        return told

    def _told(self) -> list[tuple[int, str]]:
        found = re.findall(rb'^data: (\{"seq":.*\})\n', self.bytes, re.MULTILINE)
        return [(event["seq"], event["kind"]) for event in map(json.loads, found)]


@pytest.fixture
def nodes() -> Iterator[tuple[Node, Node]]:
    made = Node(), Node()
    try:
        for node in made:
            node.hear("ready")
        yield made
    finally:
        for node in made:
            node.end()


def test_a_post_through_one_reaches_the_readers_of_the_other_also_after_a_broken_connection(
    nodes: tuple[Node, Node],
) -> None:
    key = pages.coverage(slug="talks").translation_key
    readers = [node.follow("/live/talks/events?after=0.0") for node in nodes]
    for number in range(6):
        nodes[number % 2].post(key, f"post {number}")
    for reader in readers:
        assert reader.until(6) == [(seq, "created") for seq in range(1, 7)]

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %%'", [])
        assert len(cursor.fetchall()) == 2
    nodes[0].post(key, "while the others hear nothing")

    for reader in readers:
        assert reader.until(7) == [(seq, "created") for seq in range(1, 8)]
        reader.socket.close()
