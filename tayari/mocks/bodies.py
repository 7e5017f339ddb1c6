"""The printed questions of a printing, read once: a printing never changes."""

from collections.abc import Mapping
from typing import Any

from tayari.mocks.models import Printing

_MOST = 16
_bodies: dict[str, Mapping[str, Any]] = {}


def of(printing: Printing) -> Mapping[str, Any]:
    """By number, as text. Known by the hash of all that the printing holds; for every reader the same, so to be read
    only. One query when it is not at hand and the printing came without it.
    """
    found = _bodies.get(printing.body_hash)
    if found is None:
        if len(_bodies) >= _MOST:
            _bodies.clear()
        found = _bodies[printing.body_hash] = printing.body
    return found
