"""The one process starts, answers, and ends within five seconds, whatever is open."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tayari.base.problems import Unusable
from tayari.delivery import server
from tests.factories.ports import free_port

ROOT = Path(__file__).resolve().parents[2]

# A whole site takes its time to set up; the process is what is tested here.
SCRIPT = """
import sys, time
import django
django.setup()
from tayari.base import clock
from tayari.delivery import server
server.schedules.jobs = lambda: []

def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] == "/slow":
        time.sleep(60)
    return [b"up"]

background = server.Background("test", clock.now)
background.worker.run = lambda: None
server.serve(application, host="127.0.0.1", port=int(sys.argv[1]), plain=sys.argv[2] == "plain",
             background=background, ready=lambda: print("ready", flush=True))
"""


@pytest.mark.parametrize(
    ("way", "stop"), [("front", signal.SIGINT), ("front", signal.SIGTERM), ("plain", signal.SIGTERM)]
)
def test_it_ends_within_five_seconds_with_open_connections(way: str, stop: signal.Signals) -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(port), way],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with urlopen(f"http://127.0.0.1:{port}/") as response:
            assert response.read() == b"up"
        with (
            socket.create_connection(("127.0.0.1", port)) as idle,
            socket.create_connection(("127.0.0.1", port)) as slow,
        ):
            idle.sendall(b"GET / HTTP/1.1\r\n")
            slow.sendall(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
            time.sleep(0.3)
            begun = time.monotonic()
            process.send_signal(stop)
            _, errors = process.communicate(timeout=10)
            took = time.monotonic() - begun
    finally:
        process.kill()

    assert took < 5
    assert process.returncode == 0
    assert "Traceback" not in errors


def test_a_port_in_use_gets_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(
            Unusable, match=rf"^Port {port} on 127\.0\.0\.1 cannot be used .*choose another with --port\.$"
        ):
            server.free("127.0.0.1", port)


def test_a_free_port_is_free() -> None:
    server.free("127.0.0.1", free_port())
