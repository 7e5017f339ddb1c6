"""QTI: items of versions 2.1, 2.2 and 3.0 in and out, and items of 1.2 in."""

from tayari.rules.interchange.qti.package import Item, read
from tayari.rules.interchange.qti.writing import Version, write

__all__ = ["Item", "Version", "read", "write"]
