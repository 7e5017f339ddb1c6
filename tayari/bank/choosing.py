"""Sets of questions that rooms above the bank know, such as those of a paper, to be taken along as a file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """`offered` gives values with their names; `questions` the ids of the questions of a value, in their order."""

    name: str
    label: str
    offered: Callable[[], Sequence[tuple[str, str]]]
    questions: Callable[[str], Sequence[int]]


_WAYS: dict[str, Way] = {}


def register(way: Way) -> None:
    """A room above offers its sets; again under the same name replaces it."""
    _WAYS[way.name] = way


def ways() -> Iterable[Way]:
    return tuple(_WAYS.values())
