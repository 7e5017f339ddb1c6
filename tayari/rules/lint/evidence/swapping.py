"""Names in the place of others: a sentence tells facts of something unnamed, beside a name of its type."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.focus import Anchor, Focus, Told
from tayari.rules.lint.evidence.slots import Slot, kind_of
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.weighing.days import day_of

_MOSTLY = 0.6  # of the words of a fact, where nothing else of its subject is told
_MANY = 60  # facts that have a value; more call nothing to mind
_BEST = 6
_SURE = 2  # values that something must explain, where none is a day


@dataclass
class Swap(Anchor):
    """What is not named but whose facts a sentence tells beside the name of something else: how many values of the
    sentence it explains that the named thing does not (`close` of them in the clause of the name), and the other way
    round; how many values neither explains; and how many facts of the named thing say otherwise."""

    gain: int = 0
    loss: int = 0
    against: int = 0
    close: int = 0
    rest: int = 0
    exact: bool = False  # whether a very day is among what it explains


def swaps(focus: Focus) -> Iterator[tuple[Value, Slot, Swap]]:
    """Each name of the sentence with what bears a fact that is told, of the same type and not named."""
    told = list(_told(focus))
    if not told:
        return
    named = {ref for one in focus.scene.mentions for ref in (*one.refs, one.row)}
    for value in focus.values:
        if value.kind not in ("thing", "person") or value.ref not in focus.index.base.entities:
            continue
        type_, seen = focus.index.type(value.ref), set()
        for fact, share in told:
            if fact.subject in named or fact.subject in seen or focus.index.type(fact.subject) != type_:
                continue
            held = focus.told(fact.subject)
            if not held.facts and share < _MOSTLY:
                continue
            seen.add(fact.subject)
            slot = Slot(fact, value.ref, kind_of(focus.index, fact.subject), "bearer", ref=fact.subject)
            yield value, slot, _swap(focus, value, fact.subject, share, held)


def _swap(focus: Focus, value: Value, bearer: str, share: float, told_of: Told) -> Swap:
    held, own = told_of.facts, focus.told(value.ref).facts
    gained = [one for one in held if one not in own and one.start != value.start]
    lost = [one for one in own if one not in held and one.start != value.start]
    contrary: set[str] = set()
    for one in gained:
        told = {focus.index.by_ref[ref].predicate for ref in held[one]}
        contrary |= told & {slot.fact.predicate for slot in focus.told(value.ref).others.get(one, ())}
    exact = any(one.date and one.date.exactness == 3 and one.date.year for one in gained)
    gain, loss, against = len(gained), len(lost), len(contrary)
    clause = focus.scene.clause
    close = sum(clause(one.start) == clause(value.start) for one in gained)
    rest = sum(not held.get(one) and one not in own and one.start != value.start for one in focus.values)
    return Swap(
        bearer, "unnamed", None, told_of.refs(), share,
        gain=gain, loss=loss, against=against, close=close, rest=rest, exact=exact,
    )  # fmt: skip


def _told(focus: Focus) -> Iterator[tuple[Fact, float]]:
    """Facts in words of which the sentence says most, those of which it has the very day and says what that was, and
    those of whatever explains several of its values."""
    for share, fact in focus.recalled:
        yield fact, share
    for one in focus.scene.sentence.dates:
        if one.exactness == 3 and one.year:
            for fact in focus.index.by_day.get(one.first, ()):
                if focus.scene.says(fact.predicate):
                    yield fact, 0.0
    facts = [fact for value in focus.values for fact in _having(focus, value)]
    counted = Counter(fact.subject for fact in {fact.ref: fact for fact in facts}.values())
    for ref, count in counted.most_common(_BEST):
        if count >= _SURE:
            yield next(fact for fact in facts if fact.subject == ref), 0.0


def _having(focus: Focus, value: Value) -> list[Fact]:
    """The facts that have a value: a day, a month, somebody or something."""
    found: list[Fact] = []
    if value.date and value.date.year and value.date.exactness > 1:
        found = focus.index.by_month.get((value.date.year, value.date.month), [])
        found = [fact for fact in found if (day := day_of(fact.value)) and value.date.agrees(day)]
    elif value.ref:
        found = focus.index.by_value.get(value.ref, [])
    return found if len(found) <= _MANY else []
