"""The room of a 100-question paper on a slow phone, beside bare HTML of its text: main-thread time, bytes, elements."""

import html
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

from bench.room.site import SLUG, Server, make
from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.watched import PHONE
from tests.factories.ports import free_port

QUESTIONS = 100
TIMES = 5
SLOWER = 6
"""How many times slower the processor is made."""
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Ms and bytes a second: Lighthouse's slow 4G."""
SETTLED = 2_000
"""Ms after the page is ready, for what it does afterwards."""
_FIGURES = {"TaskDuration": "main thread", "ScriptDuration": "script", "LayoutDuration": "layout"}


def measure() -> dict[str, Any]:
    """Medians of visits with an empty cache, in turn with visits to the bare page, and the medians of their ratios."""
    with tempfile.TemporaryDirectory(prefix="tayari-bench-room-page-") as kept, sync_playwright() as playwright:
        folder, port = Path(kept) / "site", free_port()
        folder.mkdir()
        make(folder, port, questions=QUESTIONS, closed=0)
        server = Server(folder, port)
        server.start()
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        try:
            return _compared(browser, f"http://127.0.0.1:{port}", Path(kept) / "bare")
        finally:
            browser.close()
            server.stop()


def _compared(browser: Browser, address: str, folder: Path) -> dict[str, Any]:
    room, cookies, text = _begun(browser, address)
    folder.mkdir()
    lines = "".join(f"<p>{html.escape(line)}\n" for line in text.splitlines() if line.strip())
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>\n{lines}'
    (folder / "bare.html").write_text(page, encoding="utf-8")
    with _stored(folder) as bare:
        visits = [
            (
                _visit(browser, room, cookies, "exam-room[data-ready]"),
                _visit(browser, f"{bare}/bare.html", [], "p:last-of-type"),
            )
            for _ in range(TIMES)
        ]
    told: dict[str, Any] = {"throttled": f"processor {SLOWER} times slower, 150 ms and 1.6 Mbit/s"}
    for name in visits[0][0]:
        rooms, bares = [visit[0][name] for visit in visits], [visit[1][name] for visit in visits]
        told[f"room: {name}"] = round(median(rooms))
        told[f"bare: {name}"] = round(median(bares))
        if min(bares) > 0:
            ratios = sorted(one / other for one, other in zip(rooms, bares, strict=True))
            told[f"ratio: {name}"] = f"{median(ratios):.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f})"
    return told


def _begun(browser: Browser, address: str) -> tuple[str, list[Any], str]:
    """A sitting: its address, the cookies that open it, and all that its questions say."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/mocks/{SLUG}/")
    page.locator(".booklet-start button").click()
    page.wait_for_selector("exam-room[data-ready]")
    text = page.evaluate("""() => [...document.querySelectorAll('.q-stem, .option .tongues')]
        .map((one) => one.textContent.trim()).join('\\n')""")
    found = page.url, context.cookies(), text
    context.close()
    return found


@contextmanager
def _stored(folder: Path) -> Iterator[str]:
    """The address under which the files of a folder are served as they are."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _visit(browser: Browser, address: str, cookies: list[Any], ready: str) -> dict[str, float]:
    """One visit with an empty cache. Times are ms of the slowed processor."""
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    context.add_cookies(cookies)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    received: list[int] = []
    wire.send("Network.enable")
    wire.send("Performance.enable")
    wire.send("Network.emulateNetworkConditions", NETWORK)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    wire.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    before = _metrics(wire)
    page.goto(address)
    page.wait_for_selector(ready, state="attached")
    usable = page.evaluate("performance.now()")
    page.wait_for_timeout(SETTLED)
    after = _metrics(wire)
    told = {f"{words}, ms": 1000 * (after[name] - before[name]) for name, words in _FIGURES.items()}
    parsed = page.evaluate("""() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd""")
    told |= {"usable after, ms": usable, "parsed after, ms": parsed, "bytes": sum(received)}
    told["elements"] = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return told


def _metrics(wire: CDPSession) -> dict[str, float]:
    return {one["name"]: one["value"] for one in wire.send("Performance.getMetrics")["metrics"]}
