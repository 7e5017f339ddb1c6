"""`bench/run press`: an article from the press beside nginx with the same bytes in a file, and beside rendering it."""

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser import served
from tests.browser.kinds import ARTICLE
from tests.factories.ports import free_port

ROUNDS, SECONDS, CONNECTIONS = 5, 2, 64
RENDERING, WAITING = 10, 8  # seconds and connections: with more waiting, rendering answers nobody for long
_NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; open_file_cache max=10; keepalive_requests 1000000; types {{ text/html html; }}
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {folder}/root; gzip_static on; }}
}}
"""


def measure() -> dict[str, Any]:
    """Medians over ROUNDS, the sides in turn; ratios are medians of the rounds' ratios."""
    if not (shutil.which("nginx") and shutil.which("wrk")):
        sys.exit("This measurement needs nginx and wrk: install them, on Debian nginx-light and wrk.")
    with served.copy_served() as site:
        address = site.url.rstrip("/") + ARTICLE
        asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 (our own address)
        with urllib.request.urlopen(asked) as answer:  # noqa: S310
            zipped = answer.read()
        with _nginx(zipped) as static:
            sides: dict[str, Any] = {
                "nginx": (static, SECONDS, CONNECTIONS),
                "press": (address, SECONDS, CONNECTIONS),
                "rendered": (address, RENDERING, WAITING, "Authorization: none"),
            }
            rates: dict[str, list[float]] = {name: [] for name in sides}
            for _ in range(ROUNDS):
                for name, how in sides.items():
                    rates[name].append(_rate(*how))
    return {
        "load generator": f"wrk, 1 thread, {CONNECTIONS} connections ({WAITING} rendered), {ROUNDS} rounds",
        "article, bytes plain and zipped": f"{len(gzip.decompress(zipped))}, {len(zipped)}",
        "nginx static, zipped, one worker, a second": round(median(rates["nginx"])),
        "press, zipped, one process, a second": round(median(rates["press"])),
        "rendered for each, a second": round(median(rates["rendered"]), 1),
        "press : nginx": _ratios(rates["press"], rates["nginx"]),
        "press : rendered": _ratios(rates["press"], rates["rendered"]),
    }


def _ratios(these: list[float], those: list[float]) -> str:
    found = sorted(one / other for one, other in zip(these, those, strict=True))
    return f"{median(found):.3g} ({found[0]:.3g} … {found[-1]:.3g})"


def _rate(url: str, seconds: int, connections: int, *headers: str) -> float:
    given = [part for header in ("Accept-Encoding: gzip", *headers) for part in ("-H", header)]
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", *given, url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 (our own words)
    found = re.search(r"Requests/sec:\s+([\d.]+)", told)
    if found is None or "Non-2xx" in told or not float(found[1]):
        sys.exit(f"wrk said:\n{told}")
    return float(found[1])


@contextmanager
def _nginx(zipped: bytes) -> Iterator[str]:
    """The bytes in a file, and compressed beside it as the press sends them, at an address."""
    with tempfile.TemporaryDirectory(prefix="tayari-nginx-") as kept:
        folder, port = Path(kept), free_port()
        (folder / "root").mkdir()
        (folder / "root" / "page.html").write_bytes(gzip.decompress(zipped))
        (folder / "root" / "page.html.gz").write_bytes(zipped)
        for file in [folder, *folder.rglob("*")]:
            file.chmod(0o755 if file.is_dir() else 0o644)
        (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port), encoding="utf-8")
        command = ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        process = subprocess.Popen(command)  # noqa: S603 (our own words)
        url = f"http://127.0.0.1:{port}/page.html"
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(url).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield url
        finally:
            process.terminate()
            process.wait(10)
