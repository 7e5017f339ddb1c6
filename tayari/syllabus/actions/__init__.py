"""Writes to the syllabus."""
