"""A served demonstration site and watched browsers. Nothing here touches the database of the other tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser import axe as access
from tests.browser import served
from tests.browser.hall import furnish
from tests.browser.served import Served
from tests.browser.watched import DESK, PATIENCE_MS, PHONE, NewReader, Reader, Watch

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-quic",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=PATIENCE_MS)


def chromium_path() -> str:
    """The browser of this machine."""
    names = ("chromium-headless-shell", "chromium")
    found = next(filter(None, map(shutil.which, names)), "/usr/bin/chromium")
    return os.environ.get("TAYARI_CHROMIUM") or found


@pytest.fixture(scope="session")
def site() -> Iterator[Served]:
    """A demonstration site of this test process's own, or the one that TAYARI_BROWSER_URL names."""
    running = os.environ.get("TAYARI_BROWSER_URL")
    if running:
        yield Served(running.rstrip("/"), Path(), {}, Path())
        return
    with served.copy_served() as started:
        yield started


@pytest.fixture(scope="module")
def own_site() -> Iterator[Served]:
    """A site that only one module's tests change, or break."""
    with served.copy_served() as started:
        yield started


@pytest.fixture(scope="session")
def hall() -> Iterator[Served]:
    """A site of its own with papers of every navigation and form, short ones and one that is sealed."""
    with served.copied() as folder:
        furnish(folder)
        with served.serve(folder) as started:
            yield started


# A module's, not the session's: while Playwright runs, Django takes this thread for an async one and refuses the
# database to every other test in it.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium, of which each reader is a profile of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_reader(site: Served, chromium: Browser) -> Iterator[NewReader]:
    """Makes readers: `new_reader(size, javascript=…, color_scheme=…)`. Whatever goes wrong for them fails the test."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def make(size: dict[str, int] = DESK, *, javascript: bool = True, **options: Any) -> Reader:
        viewport = {"width": size["width"], "height": size["height"]}
        settings = {"reduced_motion": "reduce", "has_touch": size["width"] < 600} | options
        context = chromium.new_context(viewport=viewport, java_script_enabled=javascript, **settings)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        watch = Watch(urlsplit(site.url).netloc)
        watches.append(watch)
        page = context.new_page()
        watch.attach(page)
        return Reader(page, watch, site.url, javascript)

    yield make
    for context in contexts:
        context.close()
    assert [problem for watch in watches for problem in watch.unexpected()] == []


@pytest.fixture(params=[PHONE, DESK], ids=["360px", "1280px"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    """A new visitor, once on a phone and once at a desk."""
    return new_reader(request.param)


@pytest.fixture(scope="session")
def axe() -> str:
    """axe as a script; without it a test is skipped and says so."""
    return access.script()
