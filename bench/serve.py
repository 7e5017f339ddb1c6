"""`bench/run serve`: article pages a second against stored bytes a second, from the same process."""

import re
import socket
import threading
import time
import urllib.request
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from tests.browser import served
from tests.browser.kinds import ARTICLE

ROUNDS = 5
SECONDS = 3.0
CONNECTIONS = 8


def measure() -> dict[str, Any]:
    """Medians over ROUNDS, the two sides in turn; the ratio is the median of the rounds' ratios."""
    with served.copy_served() as site:
        with urllib.request.urlopen(site.url + ARTICLE) as answer:  # noqa: S310 (our own address)
            found = re.search(r'/static/[^"]+\.css', answer.read().decode())
        assert found is not None
        rates: dict[str, list[float]] = {"article": [], "stored": []}
        for path in (ARTICLE, found[0]):
            rate(site.url, path, 1.0)
        for _ in range(ROUNDS):
            rates["stored"].append(rate(site.url, found[0], SECONDS))
            rates["article"].append(rate(site.url, ARTICLE, SECONDS))
    ratios = [article / stored for article, stored in zip(rates["article"], rates["stored"], strict=True)]
    return {
        "stored bytes a second": round(median(rates["stored"])),
        "article pages a second": round(median(rates["article"]), 1),
        "article : stored": f"1 : {1 / median(ratios):.1f}",
        "ratios of the rounds": ", ".join(f"1 : {1 / ratio:.1f}" for ratio in ratios),
    }


def rate(url: str, path: str, seconds: float) -> float:
    """Answers a second over CONNECTIONS connections that stay open, each asking again as soon as it was answered."""
    counts = [0] * CONNECTIONS
    until = time.monotonic() + seconds

    def ask(at: int) -> None:
        counts[at] = _ask_until(url, path, until)

    threads = [threading.Thread(target=ask, args=[at]) for at in range(CONNECTIONS)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - begun)


def _ask_until(url: str, path: str, until: float) -> int:
    parts = urlsplit(url)
    request = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    answered = 0
    address = (parts.hostname or "", parts.port or 80)
    with socket.create_connection(address, timeout=30) as connection, connection.makefile("rb") as answer:
        while time.monotonic() < until:
            connection.sendall(request)
            _read(answer)
            answered += 1
    return answered


def _read(answer: Any) -> None:
    """Read one answer whole, of a declared length or in chunks."""
    status = answer.readline()
    assert b" 200 " in status, status
    length, chunked = 0, False
    while (line := answer.readline()) not in (b"\r\n", b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        chunked = chunked or (name.lower() == b"transfer-encoding" and b"chunked" in value)
    if chunked:
        while size := int(answer.readline(), 16):
            answer.read(size + 2)
        answer.readline()
    else:
        answer.read(length)
