"""Lengths of time as people write them: 30 min, 19 s, 2 h; kept as milliseconds."""

import re

_UNITS = {"ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000}
_LENGTH = re.compile(r"(\d{1,6}) ?(ms|s|min|h)")


def parse(text: object) -> int | None:
    """`30 min` as milliseconds; None when it is no length."""
    match = _LENGTH.fullmatch(str(text).strip())
    return int(match[1]) * _UNITS[match[2]] if match else None


def written(milliseconds: int) -> str:
    """The length in its largest whole unit of min, s and ms: what `parse` reads back."""
    unit = next(unit for unit in ("min", "s", "ms") if milliseconds % _UNITS[unit] == 0)
    return f"{milliseconds // _UNITS[unit]} {unit}"
