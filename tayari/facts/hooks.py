"""Where higher rooms say what follows when a fact changes; this room knows none of them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tayari.facts.models import Fact, FactRevision

# (the fact as it stands, its revision before or None, by, now): called in the transaction that changes the fact.
Follower = Callable[[Fact, FactRevision | None, Any, datetime], None]

_FOLLOWERS: dict[str, Follower] = {}


def follow(name: str, follower: Follower) -> None:
    """Have `follower` called whenever a fact says something new. The same name again replaces the former."""
    _FOLLOWERS[name] = follower


def changed(fact: Fact, before: FactRevision | None, *, by: Any, now: datetime) -> None:
    """Tell every follower of a new revision of `fact`."""
    for follower in _FOLLOWERS.values():
        follower(fact, before, by, now)
