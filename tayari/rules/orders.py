"""In which order one sitting shows its questions and their options, by its seed; everything keeps its number and id."""

import random
from collections.abc import Hashable, Iterable, Mapping, Sequence


def questions(sections: Sequence[Sequence[int]], groups: Mapping[int, str], seed: str) -> tuple[tuple[int, ...], ...]:
    """The numbers of each section in the seed's order. Sections keep their places.

    `groups` names the passage or table that a question is answered from: the questions of one stay together, in the
    printed order, as far as one section has them.
    """
    return tuple(tuple(_mixed(numbers, groups, f"{seed}\x1f{at}")) for at, numbers in enumerate(sections))


def _mixed(numbers: Sequence[int], groups: Mapping[int, str], seed: str) -> Iterable[int]:
    sets: dict[Hashable, list[int]] = {}
    for number in numbers:
        sets.setdefault(groups.get(number) or number, []).append(number)
    order = list(sets.values())
    random.Random(seed).shuffle(order)  # noqa: S311 — an order, not a secret
    return (number for one in order for number in one)


def options(ids: Sequence[str], number: int, seed: str, *, moves: bool) -> tuple[str, ...]:
    """The option ids of a question in the seed's order; as printed where they may not move."""
    order = list(ids)
    if moves:
        random.Random(f"{seed}\x1foptions\x1f{number}").shuffle(order)  # noqa: S311 — an order, not a secret
    return tuple(order)


def group(printed: Mapping[str, object]) -> str:
    """The ref of the passage or table that a printed question shares with others; empty without one."""
    for name in ("passage", "table"):
        shared = printed.get(name)
        if isinstance(shared, Mapping):
            return str(shared.get("ref", ""))
    return ""
