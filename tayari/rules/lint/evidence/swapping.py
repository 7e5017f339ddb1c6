"""Names in the place of others: a sentence tells facts of something unnamed, beside a name of its type."""

from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.focus import Anchor, Focus
from tayari.rules.lint.evidence.slots import Slot, kind_of
from tayari.rules.lint.evidence.values import Value

_MOSTLY = 0.6  # of the words of a fact, where nothing else of its subject is told


def swaps(focus: Focus) -> Iterator[tuple[Value, Slot, Anchor]]:
    """Each name of the sentence with what bears a fact that is told, of the same type and not named."""
    told = list(_told(focus))
    if not told:
        return
    named = {ref for one in focus.scene.mentions for ref in (*one.refs, one.row)}
    facts: dict[str, set[str]] = {}
    for value in focus.values:
        if value.kind not in ("thing", "person") or value.ref not in focus.index.base.entities:
            continue
        type_ = focus.index.type(value.ref)
        for fact, share in told:
            if fact.subject in named or focus.index.type(fact.subject) != type_:
                continue
            if fact.subject not in facts:
                facts[fact.subject] = _facts(focus, fact.subject)
            if not facts[fact.subject] and share < _MOSTLY:
                continue
            slot = Slot(fact, value.ref, kind_of(focus.index, fact.subject), "bearer", ref=fact.subject)
            yield value, slot, Anchor(fact.subject, "unnamed", told=facts[fact.subject], share=share)


def _told(focus: Focus) -> Iterator[tuple[Fact, float]]:
    """Facts in words of which the sentence says most, and those of which it has the very day and says what that was."""
    for share, fact in focus.recalled:
        yield fact, share
    for one in focus.scene.sentence.dates:
        if one.exactness == 3 and one.year:
            for fact in focus.index.by_day.get(one.first, ()):
                if focus.scene.says(fact.predicate):
                    yield fact, 0.0


def _facts(focus: Focus, ref: str) -> set[str]:
    return {slot.fact.ref for slot in focus.slots.of(ref) if any(focus.agrees(one, slot) for one in focus.values)}
