"""The press by itself: one rendering for all, forms, conditions, room, and those who wait for the same page."""

import asyncio
import gzip
import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import brotli
import pytest

from tayari.base import clock
from tayari.delivery import press as pressed
from tayari.delivery.front import Front
from tayari.delivery.press import asking, forms, recording, running, statements
from tayari.delivery.press.asking import Key
from tayari.delivery.press.machine import AT_ONCE, LONGEST, Press
from tayari.delivery.press.middleware import RECORD
from tayari.delivery.press.versions import Versions
from tests.delivery.pressing import Printed

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
BODY = "भारत और अमेरिका ".encode() * 200


class Clock:
    """Stands where it is put."""

    def __init__(self) -> None:
        self.now = NOW


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr(clock, "now", lambda: moved.now)
    monkeypatch.setattr(statements.tables, "names", frozenset({"facts_fact"}))
    return moved


def page(body: bytes = BODY, then: Callable[[], Any] = lambda: None) -> Callable[..., Iterable[bytes]]:
    """An application that renders one page, and does `then` meanwhile."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        record = environ.get(RECORD, recording.Record())
        with recording.into(record, None):  # type: ignore[arg-type]
            record.see(lambda *_: None, 'SELECT "facts_fact"."id" FROM "facts_fact"', (), False, {})
            then()
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("X-Frame-Options", "SAMEORIGIN")])
        return [body]

    return application


def test_a_page_is_rendered_once_and_says_how_it_may_be_kept(at: Clock) -> None:
    printed = Printed(page())

    first, second = printed.get("/"), printed.get("/")

    assert (first.body, second.body, printed.rendered) == (BODY, BODY, 1)
    assert second.headers == {
        "content-type": "text/html; charset=utf-8",
        "x-frame-options": "SAMEORIGIN",
        "cache-control": "public, max-age=0, s-maxage=1, must-revalidate",
        "vary": "Accept-Encoding",
        "surrogate-key": "facts wagtailcore",
        "cache-tag": "facts,wagtailcore",
        "etag": second.headers["etag"],
        "content-length": str(len(BODY)),
    }


@pytest.mark.parametrize(
    ("accepted", "form"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("gzip; q=0.001", "gzip"),
        ("*", "br"),
        ("*;q=0.3, br;q=0", "gzip"),
        ("identity, gzip;q=0.5", "identity"),
        ("gzip;q=0", "identity"),
        ("zstd", "identity"),
        ("", "identity"),
        # Nothing at all is wanted: it cannot be helped, and no browser asks so.
        ("identity;q=0, *;q=0", "identity"),
    ],
)
def test_the_form_is_the_one_that_is_wanted_most(accepted: str, form: str) -> None:
    assert forms.wanted(accepted.encode()) == form


def test_each_form_has_a_tag_of_its_own_and_its_own_304(at: Clock) -> None:
    printed = Printed(page())
    opened = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}

    answers = {name: printed.get("/", accept_encoding=name) for name in opened}

    tags = {name: answer.headers["etag"] for name, answer in answers.items()}
    assert len(set(tags.values())) == 3
    for name, answer in answers.items():
        assert answer.headers.get("content-encoding", "identity") == name
        assert opened[name](answer.body) == BODY
        head = printed.get("/", method="HEAD", accept_encoding=name)
        assert (head.status, head.body, head.headers) == (200, b"", answer.headers)
        assert int(answer.headers["content-length"]) == len(answer.body)
        for tag in tags.values():
            again = printed.get("/", accept_encoding=name, if_none_match=tag)
            assert again.status == (304 if tag == answer.headers["etag"] else 200)
            assert (again.headers["etag"], again.headers["vary"]) == (answer.headers["etag"], "Accept-Encoding")
    assert printed.rendered == 1


def test_who_holds_it_already_gets_a_304_and_head_gets_no_body(at: Clock) -> None:
    printed = Printed(page())
    tag = printed.get("/").headers["etag"]

    told = [printed.get("/", if_none_match=held) for held in (tag, f'"x", W/{tag}', "*", '"x"')]
    head = printed.get("/", method="HEAD")

    assert [(one.status, bool(one.body)) for one in told] == [(304, False)] * 3 + [(200, True)]
    assert "content-length" not in told[0].headers
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(BODY)))
    assert printed.rendered == 1


def test_the_same_bytes_have_the_same_tag_after_a_change(at: Clock) -> None:
    printed = Printed(page())
    first = printed.get("/").headers["etag"]

    printed.press.versions.changed({"facts_fact"})

    assert printed.get("/", if_none_match=first).status == 304
    assert printed.rendered == 2


def test_it_stands_until_a_table_changes_its_instant_comes_or_ten_minutes_pass(at: Clock) -> None:
    printed = Printed(page(then=lambda: pressed.until(NOW + timedelta(minutes=2))))

    def renderings(change: Callable[[], None]) -> int:
        change()
        printed.get("/")
        return printed.rendered

    assert renderings(lambda: None) == 1
    assert renderings(lambda: printed.press.versions.changed({"mocks_paper"})) == 1
    assert renderings(lambda: printed.press.versions.changed({"facts_fact"})) == 2
    at.now = NOW + timedelta(minutes=2) - timedelta.resolution
    assert renderings(lambda: None) == 2
    at.now = NOW + timedelta(minutes=2)
    assert printed.why_not("/") == "it is over already"
    timeless = Printed(page())
    timeless.get("/")
    at.now += LONGEST
    timeless.get("/")
    assert timeless.rendered == 2


def test_a_change_during_the_rendering_counts_as_after_it(at: Clock) -> None:
    told = Versions()
    printed = Printed(page(then=lambda: told.changed({"facts_fact"})))
    printed.press.versions = told

    printed.get("/")
    printed.get("/")

    assert printed.rendered == 2


def test_the_longest_unread_goes_when_there_is_no_more_room(at: Clock) -> None:
    printed = Printed(page())
    printed.get("/articles/")
    size = printed.press.shelf.size
    printed.press.shelf.most = 3 * size

    for path in ("/series/", "/live/", "/articles/", "/topics/"):
        printed.get(path)

    assert [key.path for key in printed.press.shelf.addresses()] == ["/topics/", "/articles/", "/live/"]
    assert printed.press.shelf.size == 3 * size


def test_many_who_ask_for_one_page_wait_for_one_rendering(at: Clock) -> None:
    printed = Printed(page(then=lambda: time.sleep(0.1)))

    threads = [threading.Thread(target=printed.get, args=["/"]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert printed.rendered == 1


def test_of_many_pages_no_more_than_two_are_rendered_at_once(at: Clock) -> None:
    both, most, inside = threading.Barrier(AT_ONCE), [0], [0]
    lock = threading.Lock()

    def crowd() -> None:
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        both.wait(10)
        with lock:
            inside[0] -= 1

    printed = Printed(page(then=crowd))
    threads = [threading.Thread(target=printed.get, args=[f"/articles/{number}/"]) for number in range(3 * AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (most, printed.rendered) == ([AT_ONCE], 3 * AT_ONCE)


def test_a_change_while_a_page_waits_for_its_place_is_in_it(at: Clock) -> None:
    told = Versions()
    printed = Printed(page())
    printed.press.versions = told
    for _ in range(AT_ONCE):
        printed.press.places.acquire()

    reader = threading.Thread(target=printed.get, args=["/"])
    reader.start()
    told.changed({"facts_fact"})
    printed.press.places.release()
    reader.join()
    printed.get("/")

    assert printed.rendered == 1
    printed.press.places.release(AT_ONCE - 1)


@pytest.mark.parametrize(
    ("question", "canonical"),
    [
        ("", ""),
        ("page=2&topic=gs2.ir", "page=2&topic=gs2.ir"),
        ("topic=gs2.ir&page=2&utm_source=x&fbclid=y", "page=2&topic=gs2.ir"),
        ("page=2&page=3", None),
        ("preview=1", None),
        ("topic=%3Cb%3E", None),
        ("page=" + "2" * 500, None),
    ],
)
def test_what_stands_behind_the_address(question: str, canonical: str | None) -> None:
    assert asking.canonical(question) == canonical


@pytest.mark.parametrize(
    "strange",
    [{"method": "POST"}, {"authorization": "Basic eDp5"}, {"transfer_encoding": "chunked"}, {"host": "prüf.example"}],
)
def test_a_strange_request_is_djangos(at: Clock, strange: dict[str, str]) -> None:
    printed = Printed(page())

    printed.get("/", **strange)  # type: ignore[arg-type]

    assert (printed.rendered, printed.press.shelf.addresses()) == (1, [])


def test_the_addresses_are_kept_over_a_restart_and_the_bytes_are_not(at: Clock, tmp_path: Any) -> None:
    key = Key("prep.example", "https", "/articles/", "page=2")

    running.write(tmp_path, [key])

    assert running.read(tmp_path) == [key]
    assert BODY not in (tmp_path / running.FILE).read_bytes()
    (tmp_path / running.FILE).write_text('[["one"]]')
    assert running.read(tmp_path) == []


def _scope(path: bytes = b"/", *, headers: Iterable[tuple[bytes, bytes]] = ()) -> dict[str, Any]:
    return {
        "type": "http",
        "method": "GET",
        "path": path.decode(),
        "raw_path": path,
        "query_string": b"",
        "scheme": "http",
        "server": ("127.0.0.1", 8000),
        "client": ("10.0.0.1", 4711),
        "headers": [(b"host", b"localhost"), *headers],
    }


async def _asked(front: Front, scope: dict[str, Any]) -> tuple[int, bytes]:
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await front(scope, receive, send)
    return sent[0]["status"], b"".join(message["body"] for message in sent[1:])


def test_the_front_answers_from_the_shelf_before_django_and_waits_for_one_rendering(at: Clock) -> None:
    rendered: list[str] = []
    made = page(then=lambda: (rendered.append("once"), time.sleep(0.05)))
    press = Press(made, told=Versions())
    front = Front(press, threads=4)

    async def several() -> list[tuple[int, bytes]]:
        await _asked(front, _scope())
        press.versions.changed({"facts_fact"})
        return await asyncio.gather(*(_asked(front, _scope()) for _ in range(20)))

    answers = asyncio.run(several())
    front.close()

    assert set(answers) == {(200, BODY)}
    assert len(rendered) == 2


def test_two_cookie_headers_are_one(at: Clock) -> None:
    asked = asking.of_scope(_scope(headers=[(b"cookie", b"a=1"), (b"cookie", b"tayari_editor=1")]))

    assert asked is not None
    assert asked.editor
