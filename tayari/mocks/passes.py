"""The pass that a room's page holds: it says for one sitting and one browser who sends, so that no session is read.

It holds only together with the cookies of the browser that the page was made for: after signing in, or out, it is
worth nothing, and Django, which then answers, gives a new one to whoever may have it.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.conf import settings

from tayari.accounts import persons

HEADER = "X-Sitting-Pass"
_HOLDS = timedelta(hours=24)
_MOST = 200  # letters; a real one has about ninety


def issue(ident: UUID, person: UUID, cookies: Mapping[str, str], *, now: datetime) -> str:
    """For this sitting, this person and the browser with these cookies."""
    since = f"{int(now.timestamp()):x}"
    return f"{person.hex}.{since}.{_signed(ident.hex, person.hex, since, _who(cookies))}"


def holder(given: str, ident: UUID, cookies: Mapping[str, str], *, now: datetime) -> UUID | None:
    """The person whom a pass names; None when it is not for this sitting or browser, or older than a day."""
    if len(given) > _MOST or not given.isascii() or given.count(".") != 2:
        return None
    found = _proved(given, ident.hex, _who(cookies))
    return found[0] if found is not None and -1 <= now.timestamp() - found[1] < _HOLDS.total_seconds() else None


@lru_cache(maxsize=10_000)
def _proved(given: str, ident: str, who: str) -> tuple[UUID, int] | None:
    """The person and the time of a pass whose signature is right. A room sends the same one with every message."""
    person, since, signature = given.split(".")
    if not hmac.compare_digest(signature, _signed(ident, person, since, who)):
        return None
    return UUID(person), int(since, 16)


def _who(cookies: Mapping[str, str]) -> str:
    return f"{cookies.get(settings.SESSION_COOKIE_NAME, '')}\0{cookies.get(persons.COOKIE, '')}"


def _signed(ident: str, person: str, since: str, who: str) -> str:
    said = f"tayari.mocks.passes\0{ident}\0{person}\0{since}\0{who}"
    made = hmac.digest(settings.SECRET_KEY.encode(), said.encode(), hashlib.sha256)
    return urlsafe_b64encode(made).rstrip(b"=").decode()
