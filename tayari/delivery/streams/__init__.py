"""Numbered events to many readers at once: open streams that resume without gap or duplicate, and the same as files."""
