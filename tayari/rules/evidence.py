"""The law of evidence: what may be called verified, and what may feed a key."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source of a fact: its publisher, whether the body itself speaks, whether its look-up is recorded."""

    publisher: str
    official: bool
    recorded: bool


def may_be_verified(sources: Iterable[Evidence]) -> bool:
    """At least one source has a record of its look-up."""
    return any(source.recorded for source in sources)


def may_feed_key(sources: Iterable[Evidence]) -> bool:
    """One official source with a record, or two with records from different publishers."""
    recorded = [source for source in sources if source.recorded]
    return any(source.official for source in recorded) or len({source.publisher.casefold() for source in recorded}) >= 2
