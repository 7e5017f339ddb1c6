"""Readers of the linter."""
