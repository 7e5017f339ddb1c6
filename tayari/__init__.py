"""Tayari: exam preparation on sourced facts, in English and Hindi."""

__version__ = "0.1.0"
