"""How much the linter reads; more is refused with a sentence before any work is done on it."""

from tayari.base.problems import Unusable

MOST_BYTES = 5_000_000
MOST_CHARACTERS = 500_000
MOST_UNPACKED = 40_000_000
MOST_RATIO = 200
MOST_ENTRIES = 2_000
MOST_NESTED = 200


def size(count: int) -> str:
    """Bytes as people say them: `50 MB`."""
    return f"{count / 1_000_000:.0f} MB" if count >= 1_000_000 else f"{max(1, count // 1_000)} kB"


def check_size(name: str, count: int) -> None:
    """Raise Unusable when a file is larger than the linter reads."""
    if count > MOST_BYTES:
        raise Unusable(f"{name} has {size(count)}; the linter reads files up to {size(MOST_BYTES)}: split it.")


def check_length(name: str, text: str) -> None:
    """Raise Unusable when there is more text than one page can have."""
    if len(text) > MOST_CHARACTERS:
        raise Unusable(f"{name} has {len(text):,} characters; the linter reads up to {MOST_CHARACTERS:,}: split it.")
