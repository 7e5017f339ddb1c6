"""A sitting's messages by the lane: what Django would have answered, and nothing for who cannot prove who he is."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tayari.accounts.actions import guests
from tayari.config.wsgi import application
from tayari.delivery.batches.carrier import Carrier
from tayari.delivery.front import Front
from tayari.delivery.rates import Rates
from tayari.mocks import lane, saving
from tayari.mocks import messages as wire
from tayari.mocks.lane import Lane
from tayari.mocks.models import Printing, Sitting, SittingEvent
from tests.factories import carriers, papers
from tests.factories.carriers import Loop

pytestmark = pytest.mark.django_db(transaction=True)
Clock = Callable[[float], datetime]
TAB = "tab-0123456789"


class Page:
    """An open room in one browser, which sends its messages through a front."""

    def __init__(self, printing: Printing, front: Front, loop: Loop, language: str = "") -> None:
        self.client, self.front, self.loop = Client(), front, loop
        begun = self.client.post(f"/mocks/{printing.paper.slug}/sittings/")
        self.sitting = Sitting.objects.get(pk=begun["Location"].split("/")[-2])
        self.path = f"{language}/sittings/{self.sitting.pk}/"
        shown = self.client.get(self.path).content.decode()
        self.ticket = re.findall(r'data-pass="([^"]+)"', shown)[0]
        self.token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)[0]

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={morsel.value}" for name, morsel in self.client.cookies.items())

    def send(self, *messages: dict[str, Any], **how: Any) -> "Told":
        told: Told = self.loop.run(self.sending(*messages, **how))
        return told

    async def sending(
        self, *messages: dict[str, Any], body: bytes | None = None, headers: dict[str, str] | None = None, **more: Any
    ) -> "Told":
        """`headers` differ from a browser's; an empty one is not sent."""
        told = {
            "host": "testserver",
            "content-type": "application/json",
            "cookie": self.cookie,
            "x-csrftoken": self.token,
            "origin": "http://testserver",
            "sec-fetch-site": "same-origin",
            "x-sitting-pass": self.ticket,
        } | (headers or {})
        given = body if body is not None else json.dumps({"client": TAB, "messages": messages, **more}).encode()
        return await ask(self.front, f"{self.path}messages", told, given)


class Told:
    def __init__(self, sent: list[Any]) -> None:
        self.status = sent[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        self.body = b"".join(one["body"] for one in sent[1:])

    @property
    def content(self) -> Any:
        return json.loads(self.body)


async def ask(front: Front, path: str, headers: dict[str, str], body: bytes) -> Told:
    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "http_version": "1.1",
        "scheme": "http",
        "server": ("testserver", 80),
        "client": ("10.0.0.1", 4711),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items() if value],
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await front(scope, receive, send)
    return Told(sent)


class Counting(Carrier):
    carried = 0

    async def carry(self, work: Any, item: Any) -> Any:
        self.carried += 1
        return await super().carry(work, item)


@pytest.fixture
def running_carrier() -> Iterator[tuple[Loop, Any]]:
    with carriers.running(Counting) as both:
        yield both


@pytest.fixture
def loop(running_carrier: tuple[Loop, Any]) -> Loop:
    return running_carrier[0]


@pytest.fixture
def carrier(running_carrier: tuple[Loop, Any]) -> Any:
    return running_carrier[1]


@pytest.fixture
def quick(loop: Loop, carrier: Counting) -> Iterator[Lane]:
    made = Lane(carrier, threads=1)
    yield made
    made.pool.submit(lambda: connection.close()).result()
    loop.run(made.close())


@pytest.fixture
def fronts(quick: Lane) -> Iterator[tuple[Front, Front]]:
    """One with the lane, and one without it."""
    by_lane, by_django = Front(application, threads=1, openers=[quick.opener]), Front(application, threads=1)
    yield by_lane, by_django
    for one in (by_lane, by_django):
        one.pool.submit(lambda: connection.close()).result()
        one.close()


def answered(seq: int, question: int, option: str) -> dict[str, Any]:
    return {"seq": seq, "kind": "answered", "question": question, "options": [option]}


# A time, a length that has a token in it, and the cookie that the page has set for a year already.
APART = {"expires", "content-length", "set-cookie"}
VISITED = {"seq": 5, "kind": "visited", "question": 2}
SAID: tuple[tuple[float, dict[str, Any]], ...] = (
    (1, {"messages": (), "seen": 0, "have": 1}),
    (5, {"messages": (answered(1, 1, "b"),), "seen": 0, "have": 1}),
    (6, {"messages": (answered(1, 1, "b"), answered(2, 9, "a")), "seen": 0, "have": 1}),
    (7, {"messages": (VISITED,), "seen": 1, "have": 1}),
    (8, {"body": b"{"}),
    (9, {"body": b"x" * 200_000}),
    (25, {"messages": (answered(6, 2, "a"),), "seen": 2, "have": 2}),
    (40, {"messages": (answered(7, 3, "c"),), "seen": 0, "have": 2}),
    (9000, {"messages": (answered(8, 1, "c"),), "seen": 3}),
)


@pytest.mark.parametrize(("make", "language"), [(papers.printing, ""), (papers.sprint, "/hi")])
def test_it_answers_as_django_does(
    make: Callable[[], Printing], language: str, fronts: tuple[Front, Front], loop: Loop, carrier: Counting, at: Clock
) -> None:
    at(0)
    printing = make()
    quick, slow = (Page(printing, front, loop, language) for front in fronts)
    own = re.compile("|".join([str(quick.sitting.pk), str(slow.sitting.pk)]).encode())
    token = re.compile(rb'(csrfmiddlewaretoken[^>]*value=)\\"[^"]*"')

    for seconds, said in SAID:
        at(seconds)
        messages, more = said.get("messages", ()), {name: said[name] for name in said.keys() - {"messages"}}
        told = [page.send(*messages, **more) for page in (quick, slow)]

        assert told[0].status == told[1].status
        bodies = [token.sub(rb"\1", own.sub(b"", one.body)) for one in told]
        assert bodies[0] == bodies[1]
        headers = [{k: v for k, v in one.headers.items() if k not in APART} for one in told]
        assert headers[0] == headers[1]
        assert (b'"question": "' in told[0].body) == (make is papers.sprint and seconds in {7, 40})

    assert carrier.carried == 7
    rows = [
        list(SittingEvent.objects.filter(sitting=one.sitting).values_list("kind", "question", "data"))
        for one in (quick, slow)
    ]
    assert rows[0] == rows[1] != []


def test_what_proves_nothing_is_left_to_django(
    fronts: tuple[Front, Front], loop: Loop, carrier: Counting, at: Clock
) -> None:
    at(0)
    page, other = (Page(printing, fronts[0], loop) for printing in [papers.printing()] * 2)
    elsewhere = {"sec-fetch-site": "", "origin": "http://elsewhere.example"}
    tried = {
        "no pass": ({"x-sitting-pass": ""}, 200),
        "nonsense": ({"x-sitting-pass": "0.0.0"}, 200),
        "another sitting's pass": ({"x-sitting-pass": other.ticket}, 200),
        "another's cookies": ({"cookie": other.cookie, "x-csrftoken": other.token}, 404),
        "another site's page": (elsewhere, 403),
        "another site's page, by fetch": ({"sec-fetch-site": "cross-site", "x-csrftoken": ""}, 403),
        "neither header": ({"sec-fetch-site": "", "origin": ""}, 200),
        "another host": ({"host": "elsewhere.example"}, 400),
        "a form": ({"content-type": "text/plain"}, 400),
    }

    assert {name: page.send(headers=headers).status for name, (headers, _) in tried.items()} == {
        name: status for name, (_, status) in tried.items()
    }
    assert carrier.carried == 0
    assert page.send(headers={"sec-fetch-site": ""}).status == 200
    assert carrier.carried == 1


def test_an_old_pass_takes_the_longer_way_and_a_new_one_comes_back(
    fronts: tuple[Front, Front], loop: Loop, carrier: Counting, at: Clock
) -> None:
    at(0)
    page = Page(papers.printing(paper_ms=3 * 24 * 3_600_000), fronts[0], loop)
    at(25 * 3600)

    told = page.send(answered(1, 1, "a"))

    assert [ack["status"] for ack in told.content["acks"]] == ["saved"]
    assert carrier.carried == 0
    page.ticket = told.headers["x-sitting-pass"]
    assert page.send(answered(2, 1, "b")).status == 200
    assert carrier.carried == 1


def test_who_signed_in_meanwhile_has_the_sitting_and_the_old_page_a_new_pass(
    fronts: tuple[Front, Front], loop: Loop, carrier: Counting, at: Clock
) -> None:
    at(0)
    page = Page(papers.printing(), fronts[0], loop)
    member = papers.person(username="asha")
    guests.merge(page.sitting.person, member, by=member, now=at(1))
    page.client.force_login(member)
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.client.get(page.path).content.decode())[0]

    told = page.send(answered(1, 1, "a"), headers={"x-csrftoken": token})

    assert (told.status, carrier.carried) == (200, 0)
    page.ticket = told.headers["x-sitting-pass"]
    assert page.send(answered(2, 1, "b")).content["acks"][0]["status"] == "saved"
    assert carrier.carried == 1


def test_django_is_asked_once_for_its_manners_however_many_come_at_once(
    fronts: tuple[Front, Front], loop: Loop, quick: Lane, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(0)
    printing = papers.printing()
    pages = [Page(printing, fronts[0], loop) for _ in range(2)]
    asked: list[tuple[str, ...]] = []
    ask_django = quick.manners.ask
    monkeypatch.setattr(quick.manners, "ask", lambda *where: asked.append(where) or ask_django(*where))

    async def all_at_once() -> list[Told]:
        return await asyncio.gather(*(page.sending(answered(1, 1, "a")) for page in pages))

    assert [told.content["acks"][0]["status"] for told in loop.run(all_at_once())] == ["saved", "saved"]
    assert len(asked) == 1
    assert quick.asking == {}


def test_too_long_too_often_and_too_much_are_told_apart(
    fronts: tuple[Front, Front], loop: Loop, quick: Lane, carrier: Counting, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(0)
    page = Page(papers.printing(), fronts[0], loop)
    declared = page.send(body=b"{}", headers={"content-length": "200000"})
    assert (declared.status, declared.content) == (413, {"error": wire.TOO_LONG})

    monkeypatch.setattr(carrier, "waiting", 0)
    full = page.send(answered(1, 1, "a"))
    assert (full.status, full.headers["retry-after"], full.content) == (503, "1", {"error": wire.BUSY})

    quick.rates = Rates(steady=0.5, burst=1)
    assert page.send().status == 503
    often = page.send()
    assert (often.status, often.content) == (429, {"error": wire.TOO_OFTEN})
    assert 1 <= int(often.headers["retry-after"]) <= 2

    quick.rates = Rates(steady=1, burst=60)
    quick.end()
    assert page.send(answered(1, 1, "a")).status == 503
    assert SittingEvent.objects.count() == 0


def broken(sent: Any) -> Any:
    raise RuntimeError("wiring")


def test_what_breaks_is_told_as_not_saved(
    fronts: tuple[Front, Front],
    loop: Loop,
    at: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    at(0)
    page = Page(papers.printing(), fronts[0], loop)
    monkeypatch.setattr(saving, "apply_all", broken)

    told = page.send(answered(1, 1, "a"))

    assert (told.status, told.content) == (500, {"error": wire.BROKEN})
    assert "wiring" in caplog.text


def test_without_the_lane_a_page_gets_no_pass(client: Client, at: Clock, settings: Any) -> None:
    settings.LANES = False
    at(0)
    begun = client.post(f"/mocks/{papers.printing().paper.slug}/sittings/")

    assert b"data-pass" not in client.get(begun["Location"]).content
    assert lane.make() is None


def test_a_bucket_fills_steadily_and_the_longest_silent_key_is_forgotten() -> None:
    rates = Rates(steady=2, burst=3, most=2)

    assert [rates.wait("a", at=0) for _ in range(4)] == [0, 0, 0, 1]
    assert [rates.wait("a", at=0.5), rates.wait("a", at=0.5)] == [0, 1]
    assert [rates.wait(key, at=0.5) for key in "bca"] == [0, 0, 0]
