"""Spans of years in a title: a paper of questions covers what was, not what has not come."""

import re

_SPAN = re.compile(r"(?<!\d)(\d{4})\s*(?:-|–|—|to|से)\s*(\d{4})(?!\d)")


def beyond(title: str, year: int) -> str:
    """The first span of years in `title` that ends after `year`, as it stands there; empty when there is none."""
    return next((span[0] for span in _SPAN.finditer(title) if int(span[1]) < int(span[2]) and int(span[2]) > year), "")
