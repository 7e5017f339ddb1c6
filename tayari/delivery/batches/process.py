"""The one carrier of a process that serves."""

from tayari.delivery.batches.carrier import Carrier

_carriers: list[Carrier] = []


def carrier() -> Carrier:
    """Started when it is asked for the first time. One writer a database, so that none waits for another's lock."""
    if not _carriers:
        _carriers.append(Carrier())
        _carriers[0].start()
    return _carriers[0]


def running() -> Carrier | None:
    """The carrier, where this process has one: one that serves without lanes has none, nor has a command."""
    return _carriers[0] if _carriers else None
