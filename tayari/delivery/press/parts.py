"""Parts of a page that are kept with it: rendering it anew makes only those anew that would be told something else."""

import pickle
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tayari.delivery.press.asks import Ask, are_answered_alike, unasked
from tayari.delivery.press.versions import Versions


@dataclass(frozen=True, slots=True)
class Part:
    """`value` is written as bytes, so that nobody changes what is kept; `born` is that of the page it was made for."""

    value: bytes
    tables: frozenset[str]
    asks: tuple[Ask, ...]
    born: int


@dataclass(slots=True)
class Parts:
    """Of one rendering: `earlier` are those of the page as it stood, `kept` those of the page that is made."""

    born: int = 0
    earlier: Mapping[Hashable, Part] = field(default_factory=dict)
    versions: Versions | None = None
    kept: dict[Hashable, Part] = field(default_factory=dict)

    def standing(self, name: Hashable) -> Part | None:
        """The part of that name, when what decides it is as it was. Asks the database about tables that changed."""
        held = self.kept.get(name) or self.earlier.get(name)
        if held is None or self.versions is None:
            return None
        if changed := self.versions.since(held.tables, held.born):
            if changed & unasked(held.tables, held.asks):
                return None
            if not are_answered_alike(ask for ask in held.asks if not changed.isdisjoint(ask.tables)):
                return None
            held = replace(held, born=self.born)
        self.kept[name] = held
        return held

    def keep(self, name: Hashable, value: Any, tables: frozenset[str], asks: Iterable[Ask]) -> None:
        self.kept[name] = Part(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), tables, tuple(asks), self.born)


def read(part: Part) -> Any:
    """A value of one's own. It was written by this very process."""
    return pickle.loads(part.value)  # noqa: S301
