"""Time lost through us: while we are down a sitting's own time stands still. A map between it and the wall's time."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Pause(NamedTuple):
    """A spell without the server, in wall ms since the sitting began: from the first moment to before the second."""

    begin_ms: int
    end_ms: int


def _joined(pauses: Iterable[Pause]) -> list[Pause]:
    """In their order, without overlaps, and without what lies before the sitting began."""
    found: list[Pause] = []
    for begin, end in sorted((max(0, begin), end) for begin, end in pauses):
        if end <= begin:
            continue
        if found and begin <= found[-1].end_ms:
            found[-1] = Pause(found[-1].begin_ms, max(end, found[-1].end_ms))
        else:
            found.append(Pause(begin, end))
    return found


def running_ms(wall: int, pauses: Sequence[Pause]) -> int:
    """The sitting's own time at a moment of the wall's: what is left of it without the pauses."""
    if not pauses:
        return wall
    return wall - sum(max(0, min(wall, end) - begin) for begin, end in _joined(pauses))


def wall_ms(running: int, pauses: Sequence[Pause]) -> int:
    """The earliest moment of the wall's time after which the sitting's own time is more than `running`.

    What ends at `running` ends for the candidate after a pause that begins then, so that its end is told as it will be.
    """
    wall = running
    if not pauses:
        return wall
    for begin, end in _joined(pauses):
        if begin > wall:
            break
        wall += end - begin
    return wall
