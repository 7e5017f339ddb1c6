"""Where higher rooms say what follows in them when a fact changes; this room knows none of them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tayari.facts.models import Consequence, Fact, FactRevision

# (the fact as it stands, its revision before or None, the one it has now, by, now): called in the transaction that
# changes the fact.
Follower = Callable[[Fact, FactRevision | None, FactRevision, Any, datetime], None]


class CannotApply(ValueError):
    """What follows cannot be done; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Described:
    """A holder as the list of consequences shows it. `readers` is how often it was read, 0 where nobody counts."""

    title: str
    edit_url: str = ""
    url: str = ""
    readers: int = 0


@dataclass(frozen=True, slots=True)
class Holder:
    """What a kind of holder can say and do.

    `describe(refs)` gives what each is, by ref. `consequence(ref, fact, cause, now)` says in a sentence what follows
    there. `apply(consequence, correction, by, now)` does it and returns what was done; it may raise CannotApply.
    `resting(type, refs)` names the holders of this kind that rest on others, as a paper does on its questions.
    """

    describe: Callable[[Collection[str]], Mapping[str, Described]]
    consequence: Callable[[str, Fact, str, datetime], str]
    apply: Callable[[Consequence, Mapping[str, str], Any, datetime], str]
    resting: Callable[[str, Collection[str]], Collection[str]] | None = None


_FOLLOWERS: dict[str, Follower] = {}
_HOLDERS: dict[str, Holder] = {}


def follow(name: str, follower: Follower) -> None:
    """Have `follower` called whenever a fact says something new. The same name again replaces the former."""
    _FOLLOWERS[name] = follower


def changed(fact: Fact, before: FactRevision | None, after: FactRevision, *, by: Any, now: datetime) -> None:
    """Tell every follower of a new revision of `fact`."""
    for follower in _FOLLOWERS.values():
        follower(fact, before, after, by, now)


def register(holder_type: str, holder: Holder) -> None:
    """Say what a kind of holder is and does; `holder_type` as in its bindings (`articles.articlepage`)."""
    _HOLDERS[holder_type] = holder


def holder(holder_type: str) -> Holder | None:
    return _HOLDERS.get(holder_type)


def follows(row: Consequence, *, now: datetime) -> str:
    """What follows in the holder of `row`, in its room's words."""
    known = holder(row.holder_type)
    return known.consequence(row.holder_ref, row.fact, row.cause, now) if known else ""


def resting(bound: Collection[tuple[str, str]]) -> list[tuple[str, str]]:
    """(type, ref) of the holders that rest on one of these."""
    kinds = {kind: [ref for other, ref in bound if other == kind] for kind, _ in bound}
    return [
        (name, ref)
        for name, known in _HOLDERS.items()
        if known.resting
        for kind, refs in kinds.items()
        for ref in known.resting(kind, refs)
    ]


def describe(wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], Described]:
    """What each (type, ref) is; what no room knows any more is shown by its ref."""
    found = {(kind, ref): Described(ref) for kind, ref in wanted}
    for kind in {kind for kind, _ in wanted}:
        if known := holder(kind):
            told = known.describe([ref for other, ref in wanted if other == kind])
            found |= {(kind, ref): described for ref, described in told.items()}
    return found
