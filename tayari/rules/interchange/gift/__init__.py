"""GIFT: Moodle's questions as plain text, with answers in braces."""

from tayari.rules.interchange.gift.reading import read
from tayari.rules.interchange.gift.writing import write

__all__ = ["read", "write"]
