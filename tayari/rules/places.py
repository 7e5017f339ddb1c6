"""A thing that stands between two others has a place between theirs, so that only the one that moves changes."""


class NoRoom(ValueError):
    """Between two places that are so near to each other no third can be written."""


def between(low: float, high: float) -> float:
    """The middle. Raises NoRoom after some fifty moves into one and the same gap."""
    middle = (low + high) / 2
    if not low < middle < high:
        raise NoRoom(f"There is no place left between {low!r} and {high!r}: move the posts beside it first.")
    return middle
