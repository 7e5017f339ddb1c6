"""Where higher rooms say what they publish, so that all of it is linted; this room knows none of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tayari.rules.lint.document import Document


@dataclass(frozen=True, slots=True)
class Published:
    """A text that readers see: what holds it, as a binding names it, its title, and where an editor changes it."""

    holder_type: str
    holder_ref: str
    title: str
    address: str
    document: Document


Publisher = Callable[[], Iterator[Published]]
_PUBLISHERS: dict[str, Publisher] = {}


def register(name: str, publisher: Publisher) -> None:
    """Have `publisher` asked for everything that its room publishes. The same name again replaces the former."""
    _PUBLISHERS[name] = publisher


def everything() -> Iterator[Published]:
    """All published texts, room by room."""
    for publisher in list(_PUBLISHERS.values()):
        yield from publisher()
