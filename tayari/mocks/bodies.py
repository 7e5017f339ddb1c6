"""The printed questions of a printing, read once: a printing never changes."""

from collections.abc import Mapping
from typing import Any

from tayari.base.keeping import Kept
from tayari.mocks.models import Printing

_bodies = Kept[str, Mapping[str, Any]](16)


def of(printing: Printing) -> Mapping[str, Any]:
    """By number, as text. Known by the hash of all that the printing holds; for every reader the same, so to be read
    only. One query when it is not at hand and the printing came without it.
    """
    return _bodies.get(printing.body_hash, lambda: printing.body)
