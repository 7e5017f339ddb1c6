"""Candidates: each opens the cover, starts with all others, answers at its pace, sends again what was not saved."""

import asyncio
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.room.wire import Answer, Browser

PACE = 19.0
"""Seconds a question, before they are scaled down."""

_PASS = re.compile(rb'data-pass="([^"]+)"')
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
TROUBLE = (OSError, EOFError, TimeoutError, ValueError)


@dataclass(slots=True)
class Told:
    """What all candidates saw: seconds of each action, what went wrong, and how late the generator itself was."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    trouble: Counter[str] = field(default_factory=Counter)
    lateness: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Sent:
    """One answer: what was chosen, how often it was sent, and how it was acknowledged, if it was."""

    seq: int
    question: int
    option: str
    status: str = ""
    tries: int = 0


@dataclass
class Candidate:
    """One person with one browser in one sitting."""

    number: int
    browser: Browser
    slug: str
    told: Told
    speed: float
    sitting: str = ""
    token: str = ""
    ticket: str = ""
    answers: list[Sent] = field(default_factory=list)
    handed_in: bool = False

    def __post_init__(self) -> None:
        self.chance = random.Random(self.number)  # noqa: S311 — a repeatable draw, not a secret
        self.client = f"bench-{self.number:08}"

    async def timed(self, action: str, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """One try of one action. Raises one of TROUBLE, also when the server says that it failed."""
        begun = time.perf_counter()
        try:
            answer = await self.browser.ask(method, path, body, **headers)
        except TROUBLE as problem:
            self.told.trouble[f"{action}: {type(problem).__name__}"] += 1
            raise
        if answer.status >= 400:
            self.told.trouble[f"{action}: status {answer.status}"] += 1
            raise ValueError(answer.status)
        self.told.seconds[action].append(time.perf_counter() - begun)
        return answer

    async def until_done(self, action: str, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """As a person or a page does: again after a moment, and a longer one, until it works."""
        wait = 0.5
        while True:
            try:
                return await self.timed(action, method, path, body, **headers)
            except TROUBLE:
                await asyncio.sleep(wait * self.chance.uniform(0.7, 1.3))
                wait = min(wait * 2, 5.0)

    async def prepare(self) -> None:
        """Open the cover."""
        await self.until_done("cover", "GET", f"/mocks/{self.slug}/")

    async def start(self) -> None:
        """Press start, and open the room. Pressing again finds the sitting that began, as the page's script sees to."""
        self.browser.cookies["tayari_start"] = f"{self.chance.getrandbits(128):032x}"
        path, kind = f"/mocks/{self.slug}/sittings/", "application/x-www-form-urlencoded"
        answer = await self.until_done("start", "POST", path, content_type=kind, sec_fetch_site="same-origin")
        self.sitting = answer.headers["location"].split("/")[-2]
        room = await self.until_done("room", "GET", f"/sittings/{self.sitting}/")
        found = _TOKEN.search(room.body)
        assert found is not None, room.body[:500]
        self.token = found[1].decode()
        # A site with `lanes = false` gives none.
        self.ticket = found[1].decode() if (found := _PASS.search(room.body)) else ""
        await self.send([], "hello")

    async def send(self, messages: Sequence[dict[str, object]], action: str) -> dict[str, str]:
        """One batch; what became of each message by its number."""
        body = json.dumps({"client": self.client, "messages": messages}).encode()
        headers = {"content_type": "application/json", "x_csrftoken": self.token, "sec_fetch_site": "same-origin"}
        headers |= {"x_sitting_pass": self.ticket} if self.ticket else {}
        answer = await self.until_done(action, "POST", f"/sittings/{self.sitting}/messages", body, **headers)
        return {str(ack["seq"]): ack["status"] for ack in json.loads(answer.body)["acks"]}

    async def sit(self, answers: int, questions: int) -> None:
        """Answer one question after another, each at its moment; what takes longer holds up only this candidate."""
        pace = PACE / self.speed
        due = time.perf_counter() + self.chance.uniform(0, pace)
        for turn in range(answers):
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            self.told.lateness.append(max(0.0, time.perf_counter() - due))
            sent = Sent(2 * turn + 1, turn % questions + 1, self.chance.choice("abcd"))
            self.answers.append(sent)
            await self._answer(sent, questions)
            due = max(due + pace, time.perf_counter())

    async def _answer(self, sent: Sent, questions: int) -> None:
        messages = [
            {"seq": sent.seq, "kind": "answered", "question": sent.question, "options": [sent.option]},
            {"seq": sent.seq + 1, "kind": "visited", "question": sent.question % questions + 1},
        ]
        acks = await self.send(messages, "answer")
        sent.status = acks[str(sent.seq)]

    async def hand_in(self) -> None:
        form = f"csrfmiddlewaretoken={self.token}".encode()
        kind = "application/x-www-form-urlencoded"
        await self.until_done("hand in", "POST", f"/sittings/{self.sitting}/submission/", form, content_type=kind)
        self.handed_in = True

    async def result(self) -> None:
        await self.until_done("result", "GET", f"/sittings/{self.sitting}/result/")
