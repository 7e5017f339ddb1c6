"""What changed from one version of a question to the next, place by place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """A place (`statements s2 text hi`) and what stood and stands there; empty where nothing does."""

    place: str
    before: str
    after: str


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Every place at which the two say something else, in the order of the later one."""
    old, new = dict(_places(before)), dict(_places(after))
    ordered = [*new, *(place for place in old if place not in new)]
    return [
        Difference(place, old.get(place, ""), new.get(place, ""))
        for place in ordered
        if old.get(place, "") != new.get(place, "")
    ]


def _places(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, entry in value.items():
            yield from _places(entry, f"{place} {name}".strip())
    elif isinstance(value, list) and any(isinstance(entry, Mapping | list) for entry in value):
        for number, entry in enumerate(value, start=1):
            named = entry.get("id", number) if isinstance(entry, Mapping) else number
            yield from _places(entry, f"{place} {named}".strip())
    elif isinstance(value, list):
        yield place, ", ".join(map(str, value))
    else:
        yield place, str(value)
