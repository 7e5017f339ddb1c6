"""Tables of what everybody knows: each entry one thing by all its names, that by which it is known first."""

from collections.abc import Iterable

from tayari.rules.lint.reading.tokens import keys


def read(table: str) -> tuple[tuple[str, ...], ...]:
    """The names of each thing: entries are parted by semicolons and lines, names by equals signs."""
    entries = table.replace("\n", ";").split(";")
    return tuple(tuple(name.strip() for name in entry.split("=")) for entry in entries if entry.strip())


def by_name(things: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """That by which a thing is known, by each of its names, as keys."""
    return {keys(name): names[0] for names in things for name in names}
