"""First views of the demonstration's pages: bytes over the wire with an empty cache, and Lighthouse's performance."""

import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser import served
from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.kinds import ARTICLE, MOCK
from tests.browser.lighthouse import lighthouse
from tests.browser.node_tools import MODULES
from tests.browser.watched import PHONE

PAGES = {"home": "/", "article": ARTICLE, "article in Hindi": f"/hi{ARTICLE}", "mock": MOCK}
TIMES = 3


def measure() -> dict[str, Any]:
    """Medians by page. Without Lighthouse in node_modules its figure is null."""
    with served.copy_served() as site, sync_playwright() as playwright, tempfile.TemporaryDirectory() as reports:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        figures: dict[str, Any] = {}
        for name, path in PAGES.items():
            address = site.url + path
            figures[f"{name}: first view, bytes"] = median(_bytes(browser, address) for _ in range(TIMES))
            figures[f"{name}: Lighthouse performance"] = _performance(address, Path(reports) / "report.json")
        browser.close()
    return figures


def _bytes(browser: Browser, address: str) -> int:
    """What comes over the wire, headers and all, until the network is idle; nothing is scrolled."""
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    page = context.new_page()
    received: list[int] = []
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    page.goto(address, wait_until="networkidle")
    context.close()
    return sum(received)


def _performance(address: str, report: Path) -> float | None:
    if not (MODULES / ".bin" / "lighthouse").exists():
        return None
    told = (lighthouse(address, report, "performance") for _ in range(TIMES))
    return float(median(one["categories"]["performance"]["score"] for one in told))
