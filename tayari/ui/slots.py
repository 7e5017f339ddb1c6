"""Named places of a page in which apps of higher floors show something, without the page knowing them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Drawer = Callable[[Any, str], str]


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    order: int
    name: str
    draw: Drawer = field(compare=False)


_ENTRIES: dict[str, list[_Entry]] = {}


def register(slot: str, draw: Drawer, *, order: int = 100) -> None:
    """Show `draw(object, language)` in `slot`; low `order` first. Call it from an AppConfig's `ready()`.

    `draw` returns safe HTML, or "" when it has nothing to say; text that is not marked safe is escaped.
    Registering the same function again changes its order and does not show it twice.
    """
    name = f"{draw.__module__}.{draw.__qualname__}"
    others = [entry for entry in _ENTRIES.get(slot, []) if entry.name != name]
    _ENTRIES[slot] = sorted([*others, _Entry(order, name, draw)])


def drawn(slot: str, thing: Any, language: str) -> SafeString:
    """Everything registered for `slot`, in order, for `thing` in `language`."""
    parts = [conditional_escape(entry.draw(thing, language)) for entry in _ENTRIES.get(slot, [])]
    return mark_safe("\n".join(part for part in parts if part))  # noqa: S308 — each part is escaped or marked safe
