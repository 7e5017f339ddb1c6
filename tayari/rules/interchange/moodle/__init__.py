"""Moodle XML: a quiz of questions, their texts as HTML, pictures inside."""

from tayari.rules.interchange.moodle.reading import read
from tayari.rules.interchange.moodle.writing import write

__all__ = ["read", "write"]
