"""All pairs of a value and a slot that holds another, with their signs."""

from collections.abc import Iterator
from dataclasses import dataclass

from tayari.rules.lint.evidence.focus import Anchor, Focus
from tayari.rules.lint.evidence.outsiders import NAME
from tayari.rules.lint.evidence.signs import Signs
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.swapping import swaps
from tayari.rules.lint.evidence.values import Value


@dataclass(frozen=True, slots=True)
class Pair:
    """A value that stands where a slot holds another, and what can be seen of both."""

    value: Value
    slot: Slot
    anchor: Anchor
    signs: tuple[str, ...]


def pairs(focus: Focus) -> Iterator[Pair]:
    """The pairs of one sentence."""
    signs = Signs(focus)
    for value, slot, anchor in swaps(focus):
        told = (*signs.of_value(value), *signs.of_anchor(value, anchor), *signs.of_slot(value, slot, anchor))
        yield Pair(value, slot, anchor, told)
    for value in focus.values:
        yield from _of_value(focus, signs, value)


def _of_value(focus: Focus, signs: Signs, value: Value) -> Iterator[Pair]:
    # What fits something named here is not said of what is only called to mind.
    settled = any(one.near == "here" for ref in focus.explained[value] if (one := focus.anchors.get(ref)))
    for anchor in focus.anchors.values():
        itself = anchor.ref == value.ref or (anchor.mention and anchor.mention.start == value.start)
        itself = itself or signs.is_of_other_edition(value, anchor)
        if itself or (settled and anchor.near != "here") or anchor.ref in focus.explained[value]:
            continue
        beside: tuple[str, ...] = ()
        for slot in focus.told(anchor.ref).others.get(value, ()):
            if not _may_be_another(focus, value, slot) and (not value.ref.startswith(NAME) or signs.speaks(slot)):
                beside = beside or signs.of_anchor(value, anchor)
                yield Pair(value, slot, anchor, (*signs.of_value(value), *beside, *signs.of_slot(value, slot, anchor)))


def _may_be_another(focus: Focus, value: Value, slot: Slot) -> bool:
    """Whether somebody unknown may have had the same part for another party, of which the base has nobody: who signed
    for Korea is none who signed for India."""
    base, anchor = focus.index.base, slot.anchor
    if value.kind != "person" or value.ref in base.entities or slot.side != "object" or anchor not in base.entities:
        return False
    own = {one.fact.predicate for one in focus.slots.of(anchor) if one.kind == "person" and one.side == "object"}
    return len(own) == 1 and len(focus.index.countries_of(anchor)) > 1
