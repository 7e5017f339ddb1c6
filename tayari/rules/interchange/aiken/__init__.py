"""Aiken: a question, its options by letter, and a line that names the right one."""

from tayari.rules.interchange.aiken.reading import read
from tayari.rules.interchange.aiken.writing import write

__all__ = ["read", "write"]
