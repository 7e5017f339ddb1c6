"""The one carrier of a process that serves."""

from tayari.delivery.batches import writer
from tayari.delivery.batches.carrier import Carrier

_carriers: list[Carrier] = []


def fork() -> None:
    """Have a process of its own write for the carrier. Only while this one has a single thread."""
    _carriers.append(Carrier(writer.as_process()))


def carrier() -> Carrier:
    """One a process and database, so that no group waits for another's lock; a thread writes where `fork` was not."""
    if not _carriers:
        _carriers.append(Carrier(writer.as_thread()))
    return _carriers[0]


def running() -> Carrier | None:
    """The carrier, where this process has one: one that serves without lanes has none, nor has a command."""
    return _carriers[0] if _carriers else None
