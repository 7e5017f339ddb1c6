"""Where events come from: a room of a higher floor registers its own."""

from dataclasses import dataclass
from typing import Protocol

from tayari.delivery.streams.events import Cursor, News


@dataclass(frozen=True, slots=True)
class Channel:
    """What one stream tells: a subject in one language, whose words are the same for every reader."""

    subject: str
    language: str


class Source(Protocol):
    """All but `names` may ask the database: they are called in a thread."""

    def names(self, base: str) -> bool:
        """Whether the path before `/events` is of this source's kind, by its form alone."""

    def find(self, base: str) -> Channel | None:
        """The channel of a path; None when readers may not have it."""

    def news(self, channel: Channel, after: int, most: int) -> News | None:
        """The first `most` events whose number is above `after`; None when readers may have the channel no more."""

    def fresh(self, channel: Channel) -> tuple[Cursor, str] | None:
        """Everything as it now stands, as JSON on one line, and a cursor that is not newer than it."""


_sources: list[Source] = []


def register(source: Source) -> None:
    _sources.append(source)


def of(base: str) -> Source | None:
    """The source whose addresses look like `base`."""
    return next((source for source in _sources if source.names(base)), None)


def split(path: str) -> tuple[Source, str, str] | None:
    """Source, base and what stands behind `/events` of a path; None when it is no address of a stream."""
    base, found, rest = path.partition("/events")
    source = of(base) if found else None
    return (source, base, rest) if source else None
