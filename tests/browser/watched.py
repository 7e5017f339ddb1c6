"""A page that is watched: whatever a reader's browser would complain about fails the test."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

PHONE = {"width": 360, "height": 780}
DESK = {"width": 1280, "height": 900}
# Nothing is judged by its speed: on a busy machine everything takes long, and a test that fails for that says nothing.
PATIENCE_MS = 30_000


@dataclass
class Watch:
    """What went wrong on a page, and what a test said would."""

    host: str
    problems: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def attach(self, page: Page) -> None:
        """Listen to everything that `page` does."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note(f"script error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", self._request)

    def expect(self, words: str) -> None:
        """Problems with `words` in them are what this test is about."""
        self.expected.append(words)

    def unexpected(self) -> list[str]:
        return [problem for problem in self.problems if not any(words in problem for words in self.expected)]

    def _note(self, problem: str) -> None:
        self.problems.append(problem)

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        # Wagtail saves a form while it is written, and answers so as long as it is half written.
        half_written = "/admin/" in where and "status of 400" in message.text
        if message.type == "error" and not half_written:
            self._note(f"console: {message.text} ({where})")

    def _failed(self, request: Request) -> None:
        # A request that was still under way when the reader went on to another page is nobody's fault.
        # Where scripts are switched off the browser itself holds back the modules that a page announces, as "csp".
        held_back = request.failure == "csp" and urlsplit(request.url).path.endswith(".js")
        if request.failure != "net::ERR_ABORTED" and not held_back:
            self._note(f"failed: {request.url} ({request.failure})")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != self.host:
            self._note(f"another host: {request.url}")


@dataclass(frozen=True)
class Reader:
    """One person's browser: a watched page, its Watch, the site's address to go to, and whether scripts run."""

    page: Page
    watch: Watch
    url: str
    javascript: bool = True

    def go(self, path: str) -> None:
        """Open `path` of the site and wait until everything is loaded."""
        self.page.goto(self.url + path, wait_until="load")

    def wait_until(self, script: str) -> None:
        """Wait until `script` is true in the page, whose policy forbids Playwright's own way of waiting for one."""
        for _ in range(PATIENCE_MS // 100):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"never true: {script}")

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path


NewReader = Callable[..., Reader]
