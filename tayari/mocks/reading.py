"""What a higher room offers to read about the facts behind a question; this room knows none of them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read: its title and where it is."""

    title: str
    url: str


Finder = Callable[[Collection[str], str], Mapping[str, Collection[Reading]]]
"""(refs of facts, language) → by fact, what rests on it; a bounded number of queries."""

_FINDERS: dict[str, Finder] = {}


def register(name: str, finder: Finder) -> None:
    """Have `finder` asked once a result. The same name again replaces the former."""
    _FINDERS[name] = finder


def about(facts: Collection[str], language: str) -> dict[str, list[Reading]]:
    """What there is to read, by fact."""
    found: dict[str, list[Reading]] = {}
    for finder in _FINDERS.values():
        for ref, readings in finder(facts, language).items():
            found.setdefault(ref, []).extend(readings)
    return found
