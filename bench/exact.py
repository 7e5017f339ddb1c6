"""`bench/run exact`: how long after a publish every page that shows it is right, while readers read at full rate."""

import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

from tests.browser import served
from tests.browser.kinds import ARTICLE

ROUNDS, EVERY, LATE = 20, 2.0, 1.0
"""Publishes, the seconds from one to the next, and the seconds after which nobody may get the old page."""
CONNECTIONS, PAUSE = 32, 0.02
_TITLE = re.compile(rb"Exact (\d+)\.")
_LOAD = """
local paths, at = {%s}, 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {["Accept-Encoding"] = "br", ["User-Agent"] = "Mozilla/5.0"})
end
"""


@dataclass
class Watch:
    """What one page has shown, in seconds after a publish: when it was right, and when it was asked in vain."""

    path: str
    number: int = 0
    since: float = 0.0
    right: list[float] = field(default_factory=list)
    stale: list[float] = field(default_factory=list)
    answers: int = 0


def measure() -> dict[str, Any]:
    """Publishes come from another process than the one that serves: the longest way there is."""
    if not shutil.which("wrk"):
        sys.exit("This measurement needs wrk: install it.")
    with served.copy_served() as site:
        article, lists = _ready(site)
        watches = [Watch(path) for path in lists]
        before = _spent(site.pid)
        with _readers(site.url, lists) as load:
            _publish_and_watch(article, site.url, watches)
        spent = [
            round((late - early) / (ROUNDS * EVERY), 2) for early, late in zip(before, _spent(site.pid), strict=True)
        ]
    took = sorted(1000 * one for watch in watches for one in watch.right)
    late = [one for watch in watches for one in watch.stale if one > LATE]
    return {
        "pages that show the article": len(lists),
        "publishes": ROUNDS,
        "load": f"wrk, {CONNECTIONS} connections: {load[0]} requests a second while rendering and publishing",
        "cores taken by the server, by wrk, by publishing and looking": ", ".join(map(str, spent)),
        "until a page is right, ms: p50": round(median(took)),
        "p95": round(quantiles(took, n=20)[18]),
        "most": round(took[-1]),
        "pages right of all that were published": f"{len(took)} of {ROUNDS * len(lists)}",
        f"old pages asked for later than {LATE:g} s": len(late),
        "the latest request that got an old page, ms after": round(
            1000 * max((one for watch in watches for one in watch.stale), default=0)
        ),
        "answers looked at": sum(watch.answers for watch in watches),
    }


def _spent(pid: int) -> tuple[float, float, float]:
    """Processor seconds of the server, of the ended programs that were started here (wrk), and of this process."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    ours = os.times()
    server = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
    return server, ours.children_user + ours.children_system, ours.user + ours.system


def _ready(site: served.Served) -> tuple[Any, list[str]]:
    """The article, of this process's Django on the served site's folder, and the pages that show its title."""
    os.environ |= {"TAYARI_DATA": str(site.folder), "DJANGO_SETTINGS_MODULE": "tayari.config.settings"}
    import django

    django.setup()
    from tayari.articles.models import ArticlePage
    from tayari.delivery.press import watching

    watching.telling.on = True
    article = ArticlePage.objects.get(slug=ARTICLE.strip("/").split("/")[-1], locale__language_code="en")
    _publish(article, "Exact 0")
    time.sleep(EVERY)
    paths = ["/", "/articles/", ARTICLE, "/feed.xml", "/series/", "/topics/", "/dossiers/", "/sitemap.xml"]
    paths += [f"/topics/{topic.pk}/" for topic in article.topics.all()]
    paths += [f"/{article.published:%Y/%m/%d}/"] if article.published else []
    paths += [page.url for page in ArticlePage.objects.live().filter(locale__language_code="en")[:12]]
    return article, [path for path in dict.fromkeys(paths) if b"Exact 0" in _get(site.url, path)]


def _publish(article: Any, title: str) -> None:
    article.title = title
    article.save_revision().publish()


def _get(url: str, path: str) -> bytes:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    connection.request("GET", path, headers={"User-Agent": "Mozilla/5.0"})
    body = connection.getresponse().read()
    connection.close()
    return body


@contextmanager
def _readers(url: str, paths: list[str]) -> Iterator[list[int]]:
    """Everybody who reads meanwhile; afterwards, how many answers a second they got."""
    told = [0]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_LOAD % ", ".join(f'"{path}"' for path in paths))
        script.flush()
        seconds = int(ROUNDS * EVERY)
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "-s", script.name, url]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own words)
        yield told
        output, _ = process.communicate()
    told[0] = next((round(float(line.split()[1])) for line in output.splitlines() if "Requests/sec" in line), 0)


def _publish_and_watch(article: Any, url: str, watches: list[Watch]) -> None:
    ended = threading.Event()
    threads = [threading.Thread(target=_look, args=[url, watch, ended]) for watch in watches]
    for thread in threads:
        thread.start()
    for number in range(1, ROUNDS + 1):
        _publish(article, f"Exact {number}.")
        done = time.monotonic()
        for watch in watches:
            watch.since, watch.number = done, number
        time.sleep(EVERY)
    ended.set()
    for thread in threads:
        thread.join()


def _look(url: str, watch: Watch, ended: threading.Event) -> None:
    """Ask again and again, over one connection, and compare with what was published last."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    seen = 0
    while not ended.wait(PAUSE):
        asked, number, since = time.monotonic(), watch.number, watch.since
        connection.request("GET", watch.path, headers={"User-Agent": "Mozilla/5.0"})
        body = connection.getresponse().read()
        watch.answers += 1
        # The next may be published already, but not yet told here: that is no old page.
        shown = max(map(int, _TITLE.findall(body)), default=0)
        if not number or watch.number != number:
            continue
        if shown < number:
            watch.stale.append(asked - since)
        elif shown == number and seen != number:
            seen = number
            watch.right.append(time.monotonic() - since)
    connection.close()
