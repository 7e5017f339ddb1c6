"""Questions carried over into another format one by one: each that it cannot hold is left out and told."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tayari.rules.interchange.asked import Asked
from tayari.rules.interchange.asking import Content, NotWritten, asked, name_of
from tayari.rules.interchange.losses import Losses


class Carried[T](NamedTuple):
    """A question as the format holds it: its place among all, its name in findings, and what was `made` of it."""

    at: int
    name: str
    said: Asked
    made: T


def carried[T](
    contents: Iterable[Content],
    losses: Losses,
    make: Callable[[Asked, Content, int], T],
    *,
    language: str,
    orders: bool = False,
) -> Iterator[Carried[T]]:
    """What `make` makes of each question, its content and its place; it raises NotWritten for what cannot be held."""
    for at, content in enumerate(contents, start=1):
        name = name_of(content, at)
        try:
            said = asked(content, name, language, losses, orders=orders)
            made = make(said, content, at)
        except NotWritten as refusal:
            losses.leave_out(name, refusal)
            continue
        yield Carried(at, name, said, made)
