"""Readers: files and pasted text as the linter's documents, each character with its place. They need no database."""
