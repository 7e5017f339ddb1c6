"""Follows every link of a site by plain HTTP and keeps what each page said."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urldefrag, urljoin, urlsplit
from zlib import crc32

from bs4 import BeautifulSoup, Tag

# Signing out is not reading, and the admin is Wagtail's own.
_NOT_FOLLOWED = ("/admin/", "/accounts/logout/", "/hi/accounts/logout/")
# Hundreds of topics are one template over one table: a quarter of them, always the same, stands for all.
_SAMPLED = ("/topics/", "/hi/topics/")
MOST = 6000


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: where, with what status and kind, first linked from where; `soup` for HTML only."""

    url: str
    status: int
    kind: str
    linked_from: str
    soup: BeautifulSoup | None


@dataclass
class Crawl:
    """What was found; `broken` says of each bad address who links to it."""

    pages: dict[str, Page] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    fragments: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def html(self) -> Iterator[Page]:
        return (page for page in self.pages.values() if page.soup is not None)


def crawl(root: str, *starts: str) -> Crawl:
    """Everything of `root` that can be reached from `starts` by links, pictures, styles and scripts."""
    host = urlsplit(root).netloc
    connection = HTTPConnection(host, timeout=60)
    found = Crawl()
    waiting = deque((urljoin(root, start), "the start") for start in starts)
    seen = {url for url, _ in waiting}
    while waiting:
        url, origin = waiting.popleft()
        page, onward = _get(connection, url, origin)
        found.pages[url] = page
        if page.status >= 400:
            found.broken.append(f"{page.status} {url} (from {origin})")
        for target in (onward, *_targets(page)):
            address, fragment = urldefrag(urljoin(url, target)) if target else ("", "")
            parts = urlsplit(address)
            if parts.netloc != host or parts.path.startswith(_NOT_FOLLOWED):
                continue
            if fragment and page.soup is not None:
                found.fragments.setdefault((address, fragment), url)
            if address not in seen and not _left_out(parts.path):
                seen.add(address)
                waiting.append((address, url))
        assert len(seen) <= MOST, f"more than {MOST} addresses; one is {url}"
    connection.close()
    return found


def _left_out(path: str) -> bool:
    return path.startswith(_SAMPLED) and path not in _SAMPLED and crc32(path.encode()) % 4 != 0


def _get(connection: HTTPConnection, url: str, origin: str) -> tuple[Page, str]:
    """The page at `url` and, when it is a redirect, where that leads."""
    parts = urlsplit(url)
    connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
    answer = connection.getresponse()
    body = answer.read()
    kind = answer.headers.get_content_type()
    soup = BeautifulSoup(body.decode(), "html.parser") if kind == "text/html" else None
    return Page(url, answer.status, kind, origin, soup), answer.headers.get("Location", "")


def _targets(page: Page) -> Iterator[str]:
    if page.soup is None:
        return
    for element in page.soup.find_all(["a", "link", "img", "script", "source"]):
        assert isinstance(element, Tag)
        if element.name == "link" and element.get("rel") in (["preconnect"], ["dns-prefetch"]):
            continue
        for name in ("href", "src"):
            value = str(element.get(name) or "")
            if value and not value.startswith(("mailto:", "data:", "tel:")):
                yield value
        for candidate in str(element.get("srcset") or "").split(","):
            if candidate.strip():
                yield candidate.split()[0]
