"""The lane of a sitting's messages: from the connection through the group commit into `sittings.apply_all`.

It takes what it can prove: a pass, and that a page of this site sent it. Everything else goes the way through Django,
which knows cookies, forms, and pages that were open before this was here.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import OperationalError, close_old_connections
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.utils import translation

from tayari.base import clock
from tayari.delivery.batches import process
from tayari.delivery.batches.carrier import Carrier, Ended, Full
from tayari.delivery.front import Answer, Receive, Scope, Send
from tayari.delivery.lanes import answers, asked
from tayari.delivery.lanes.answers import Headers, Manners
from tayari.delivery.rates import Rates
from tayari.mocks import messages as wire
from tayari.mocks import passes, replies
from tayari.mocks.actions.sittings import Applied, SittingUnknown
from tayari.mocks.saving import Posted, save_all

log = logging.getLogger(__name__)

STEADY, BURST = 10.0, 60
"""Requests of one sitting a second, and at once. A page has one under way at a time, with all that waits in it."""
_ADDRESS = re.compile(r"(/[a-z]{2})?/sittings/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/messages")
_NOBODY = UUID(int=0)
_PASS = passes.HEADER.lower().encode()
_JSON = b"application/json"


@dataclass(frozen=True, slots=True)
class _Sender:
    """Whose request it is, and how it came: host, scheme and the language's prefix, and all of its headers."""

    ident: UUID
    person: UUID
    cookies: Mapping[str, str]
    place: tuple[str, str, str]
    told: Mapping[bytes, bytes]


class Lane:
    """Of one process: how often each sitting may send is counted here."""

    def __init__(self, carrier: Carrier, *, threads: int = 2) -> None:
        self.carrier = carrier
        self.rates = Rates(steady=STEADY, burst=BURST)
        self.manners = Manners(404)
        self.asking: dict[tuple[str, str, str], asyncio.Task[Headers | None]] = {}
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="lane")

    def opener(self, scope: Scope) -> Answer | None:
        """Takes a batch that a page of this site sends with a pass that holds."""
        if scope["method"] != "POST" or (found := _ADDRESS.fullmatch(scope["path"])) is None:
            return None
        told = asked.headers(scope)
        if told.get(b"content-type", b"").partition(b";")[0].strip().lower() != _JSON or not asked.is_own(scope, told):
            return None
        ident, cookies = UUID(found[2]), asked.cookies(told)
        person = passes.holder(told.get(_PASS, b"").decode("latin-1"), ident, cookies, now=clock.now())
        if person is None:
            return None
        place = (told.get(b"host", b"").decode("latin-1"), asked.scheme(scope, told), found[1] or "")
        return partial(self._answer, _Sender(ident, person, cookies, place, told))

    async def begin(self) -> None:
        await self.carrier.begin()

    def end(self) -> None:
        self.carrier.end()

    async def close(self) -> None:
        await self.carrier.drain(1)
        self.pool.shutdown(wait=False, cancel_futures=True)

    async def _answer(self, sender: _Sender, receive: Receive, send: Send) -> Receive | None:
        host, scheme, prefix = sender.place
        # Django's answer about a sitting that nobody has is as every other of this address, but for its words.
        asks = (host, scheme, f"{prefix}/sittings/{_NOBODY}/messages")
        headers = self.manners.known(*asks) or await self._learn(asks)
        if headers is None:
            return receive
        try:
            body = await asked.body(sender.told, receive, wire.MOST_BYTES)
        except asked.Gone:
            return None
        except asked.TooLong:
            await answers.say(send, 413, {"error": wire.TOO_LONG}, headers)
            return None
        if wait := self.rates.wait(sender.ident, at=asyncio.get_running_loop().time()):
            await answers.say(send, 429, {"error": wire.TOO_OFTEN}, headers, again=wait)
            return None
        return None if await self._apply(sender, body, headers, send) else asked.again(body, receive)

    async def _learn(self, asks: tuple[str, str, str]) -> Headers | None:
        """Asks Django once for all who come meanwhile: after a start a whole hall does."""
        task = self.asking.get(asks)
        if task is None:
            task = self.asking[asks] = asyncio.create_task(self._aside(_alone, self.manners.ask, *asks))
            task.add_done_callback(lambda _: self.asking.pop(asks))
        # Who goes away meanwhile does not take the answer from the others.
        return await asyncio.shield(task)

    async def _aside(self, work: Callable[..., Any], *given: Any) -> Any:
        """In a thread, for what asks the database."""
        return await asyncio.get_running_loop().run_in_executor(self.pool, work, *given)

    async def _apply(self, sender: _Sender, body: bytes, headers: Headers, send: Send) -> bool:
        """Answer after it is durable; False where Django should say what is the matter."""
        now = clock.now()
        try:
            batch = wire.read(body)
            found = await self.carrier.carry(save_all, Posted.of(sender.ident, sender.person, batch, now))
        except wire.Unreadable as problem:
            await answers.say(send, 400, {"error": str(problem)}, headers)
            return True
        except (Full, Ended, OperationalError):
            await answers.say(send, 503, {"error": wire.BUSY}, headers, again=1)
            return True
        except Exception:
            log.exception("messages of the sitting %s could not be saved", sender.ident)
            await answers.say(send, 500, {"error": wire.BROKEN}, headers)
            return True
        if isinstance(found, SittingUnknown):
            return False
        if isinstance(found, Applied):
            found = await self._aside(_alone, _whole_reply, sender, batch, found, now)
        gzip = b"gzip" in sender.told.get(b"accept-encoding", b"")
        await answers.say(send, 200, found, headers, gzip=gzip)
        return True


def _alone(work: Callable[..., Any], *given: Any) -> Any:
    """As a request does it: with a database connection that is not too old, and in no language but its own."""
    close_old_connections()
    with translation.override(settings.LANGUAGE_CODE):
        return work(*given)


def _whole_reply(sender: _Sender, batch: wire.Batch, applied: Applied, now: datetime) -> dict[str, Any]:
    with translation.override(sender.place[2][1:] or settings.LANGUAGE_CODE):
        return replies.reply(batch, applied, token=lambda: _token(sender.cookies), now=now)


def _token(cookies: Mapping[str, str]) -> str:
    """The token of forms that belongs to a browser's cookie, as Django makes it."""
    asking = HttpRequest()
    asking.COOKIES = dict(cookies)
    CsrfViewMiddleware(lambda request: HttpResponse()).process_request(asking)
    return get_token(asking)


def make() -> Lane | None:
    return Lane(process.carrier()) if settings.LANES else None
