"""Parts of a page that are kept with it: while their tables stand, rendering the page anew does not make them anew."""

import pickle
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tayari.delivery.press.asks import Ask


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
    stand: Callable[[Iterable[str], int], bool] = lambda tables, since: False
    kept: dict[Hashable, Part] = field(default_factory=dict)

    def standing(self, name: Hashable) -> Part | None:
        """The part of that name, when none of its tables changed."""
        held = self.kept.get(name) or self.earlier.get(name)
        if held is None or not self.stand(held.tables, held.born):
            return None
        self.kept[name] = held
        return held

    def keep(self, name: Hashable, value: Any, tables: frozenset[str], asks: Iterable[Ask]) -> None:
        self.kept[name] = Part(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), tables, tuple(asks), self.born)


def read(part: Part) -> Any:
    """A value of one's own. It was written by this very process."""
    return pickle.loads(part.value)  # noqa: S301
