"""Two processes on one PostgreSQL: posts reach the readers of both, pages are anew on both, and jobs run on one."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest
import redis
from django.db import connection

from tests.factories import pages
from tests.factories.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.first_rows,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite one process serves"),
]

# Nothing is looked for that nobody told of: what arrives was announced.
SCRIPT = """
import os, pathlib, sys
from datetime import timedelta
import django
from django.conf import settings
settings.STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
django.setup()
from tayari.base.schedules import Job
from tayari.config.wsgi import application
from tayari.delivery.press import running, watching
watching.telling.on = True
from tayari.base import clock
from tayari.delivery import server
from tayari.delivery.streams import hub
from tayari.live.actions import posts
hub._LOOK = float(os.environ["LOOK"])
server.schedules.jobs = lambda: [Job("tick", timedelta(seconds=1), "tests.live.ticking.tick")]

def ready():
    print("ready", flush=True)
    for line in sys.stdin:
        key, words = line.split(" ", 1)
        posts.create(coverage_key=key, text={"en": words.strip()}, by=None, now=clock.now())
        print("posted", flush=True)

background = server.Background("test", clock.now)
background.worker.run = lambda: None
with running.around(application, pathlib.Path(os.environ["TICKS"]).parent, on=True) as served:
    server.serve(served, host="127.0.0.1", port=int(sys.argv[1]), plain=False, background=background, ready=ready)
"""


class Node:
    """A process that serves streams and posts what it is told."""

    def __init__(self, ticks: Path, *, look: float = 10**9, redis: str = "") -> None:
        self.port = free_port()
        held = connection.settings_dict
        url = f"postgresql://{held['USER']}@{quote(held['HOST'], safe='')}/{held['NAME']}"
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "DATABASE_URL": url,
                "REDIS_URL": redis,
                "LOOK": str(look),
                "TICKS": str(ticks),
            },
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

    def page(self) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}/live/talks/", timeout=20) as answer:
            return str(answer.read().decode())

    def end(self) -> str:
        """What it wrote to its log."""
        self.process.kill()
        return self.process.communicate()[1]


class Redis:
    """A server of its own on a free port, which can be stopped and started again."""

    def __init__(self, program: str) -> None:
        self.program, self.port = program, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        told = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen([self.program, *told], stdout=subprocess.DEVNULL)
        until(self._answers)

    def stop(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def listeners(self) -> int:
        """How many follow what is told of streams."""
        with redis.Redis.from_url(self.url) as client:
            return int(client.pubsub_numsub("tayari_streams")[0][1])

    def _answers(self) -> bool:
        with redis.Redis.from_url(self.url) as client, suppress(redis.ConnectionError):
            return bool(client.ping())
        return False

    def __enter__(self) -> "Redis":
        self.start()
        return self

    def __exit__(self, *how: object) -> None:
        self.stop()


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


@contextmanager
def two(ticks: Path, **told: Any) -> Iterator[tuple[Node, Node]]:
    made = Node(ticks, **told), Node(ticks, **told)
    try:
        for node in made:
            node.hear("ready")
        yield made
    finally:
        for node in made:
            node.end()


def until(true: Callable[[], bool]) -> None:
    """Wait for what must come to be, half a minute at most."""
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to be")


def test_a_post_through_one_reaches_the_readers_of_the_other_also_after_a_broken_connection(tmp_path: Path) -> None:
    key = pages.coverage(slug="talks").translation_key
    ticks = tmp_path / "ticks"
    with two(ticks) as nodes:
        readers = [node.follow("/live/talks/events?after=0.0") for node in nodes]
        for number in range(6):
            nodes[number % 2].post(key, f"post {number}")
        for reader in readers:
            assert reader.until(6) == [(seq, "created") for seq in range(1, 7)]

        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %%'", [])
            assert len(cursor.fetchall()) == 2
        # Pressed on both, and anew on both after a post through one.
        assert all("post 5" in node.page() for node in nodes)
        nodes[0].post(key, "while the others hear nothing")

        for reader in readers:
            assert reader.until(7) == [(seq, "created") for seq in range(1, 8)]
            reader.socket.close()
        for node in nodes:
            until(lambda node=node: "while the others hear nothing" in node.page())

    # Both wanted to, each second; the lease let one.
    moments = [float(line) for line in ticks.read_text(encoding="utf-8").split()]
    assert len(moments) > 1
    assert all(later - earlier > 0.7 for earlier, later in pairwise(sorted(moments)))


def test_nodes_that_lose_redis_say_so_and_miss_nothing(tmp_path: Path) -> None:
    program = next(filter(None, map(shutil.which, ("redis-server", "valkey-server"))), None)
    if program is None:
        pytest.skip("redis-server is not installed: bin/test --install")
    key = pages.coverage(slug="talks").translation_key
    with Redis(program) as redis, two(tmp_path / "ticks", look=1, redis=redis.url) as nodes:
        readers = [node.follow("/live/talks/events?after=0.0") for node in nodes]
        for number, lose in enumerate([None, redis.stop, None, redis.start, None]):
            if lose:
                lose()
            nodes[number % 2].post(key, f"post {number}")
            for reader in readers:
                assert reader.until(number + 1) == [(seq, "created") for seq in range(1, number + 2)]
        until(lambda: redis.listeners() == 2)
        nodes[0].post(key, "once more by Redis")
        for reader in readers:
            assert reader.until(6) == [(seq, "created") for seq in range(1, 7)]
            reader.socket.close()
        logs = [node.end() for node in nodes]

    for log in logs:
        assert log.count("Redis cannot be reached") == 1
        assert log.count("Redis answers again") == 1
