"""Put three or four things in the order of their dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar, Self

from tayari.plain.dates import NotADate, PartialDate
from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import LETTERS, distinct, one_key, only, orders_of, rows, texts, unique

_KEYS = frozenset({"id", "text", "date", "facts", "why"})
_DASH = " – "


def _dated(row: Mapping[str, Any], label: str) -> Item:
    what = f"item {label}"
    only(row, _KEYS, what)
    try:
        day = PartialDate.parse(str(row.get("date") or ""))
    except NotADate as problem:
        raise Refused(f"{what}: {problem}") from None
    facts = tuple(str(ref) for ref in row.get("facts") or ())
    if not facts:
        raise Refused(f"{what} has a date without facts:; name the fact that gives it")
    text = texts(row.get("text"), what)
    return Item(str(row.get("id") or label), label, text, texts(row.get("why"), f"{what}: why"), None, True, facts, day)


def _in_order(items: Sequence[Item]) -> list[Item]:
    """Items by date. Raises Refused when two may fall on the same day."""
    ordered = sorted(items, key=lambda one: (_date(one).first_day, _date(one).last_day))
    for earlier, later in pairwise(ordered):
        first, second = _date(earlier), _date(later)
        if not first.agrees_with(second):
            continue
        exact = first.precision == second.precision == "day"
        why = "they fall on one day" if exact else f"{first} and {second} are not exact enough"
        raise Refused(
            f"items {earlier.label} and {later.label} cannot be ordered: {why}; "
            "record a more exact date of both or leave one out"
        )
    return ordered


def _date(one: Item) -> PartialDate:
    assert one.date is not None
    return one.date


@dataclass(frozen=True, slots=True)
class Chronology(Question):
    """`choices` are four different orders of the items' ids."""

    things: tuple[Item, ...]
    choices: tuple[tuple[str, ...], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"items", "choices"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        given_items = rows(content.get("items"), "items", [3, 4, 5])
        things = tuple(_dated(row, str(number)) for number, row in enumerate(given_items, start=1))
        distinct([(one.label, one.text) for one in things], "items")
        unique([one.id for one in things], "items")
        choices = orders_of(content, things)
        _in_order(things)
        return cls(head, things, choices)

    def items(self) -> tuple[Item, ...]:
        return self.things

    def _said(self, order: Sequence[str]) -> str:
        label = {one.id: one.label for one in self.things}
        return _DASH.join(label[name] for name in order)

    def options(self) -> tuple[Option, ...]:
        return tuple(
            Option(letter, dict.fromkeys(wording.LANGUAGES, self._said(choice)))
            for letter, choice in zip(LETTERS, self.choices, strict=True)
        )

    def standard_ask(self) -> Texts:
        return wording.say("ask.chronology")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.things)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        wrong = [one.label for one in self.things if not truths[one.id]]
        if wrong:
            raise Refused(f"the date of item {wrong[0]} is not what the facts say; correct one of them")
        ordered = [one.id for one in _in_order(self.things)]
        key = one_key(
            [letter for letter, choice in zip(LETTERS, self.choices, strict=True) if list(choice) == ordered],
            f"no option is right: the order is {self._said(ordered)}; add it as a choice",
        )
        order = wording.say("order_is", self._said(ordered))
        reasons: dict[str, Texts] = {}
        rests: dict[str, tuple[str, ...]] = {}
        for letter, choice in zip(LETTERS, self.choices, strict=True):
            if letter in key:
                reasons[letter] = wording.join(order, *(self._of(name).why for name in ordered))
                rests[letter] = tuple(ordered)
            else:
                place = {name: position for position, name in enumerate(ordered)}
                later, earlier = next((one, two) for one, two in pairwise(choice) if place[one] > place[two])
                reasons[letter], rests[letter] = self._misplaced(earlier, later), (earlier, later)
        return Derived(self.options(), key, reasons, rests)

    def _of(self, name: str) -> Item:
        return next(one for one in self.things if one.id == name)

    def _misplaced(self, earlier: str, later: str) -> Texts:
        first, second = self._of(earlier), self._of(later)
        days = [{code: _date(one).in_words(code) for code in wording.LANGUAGES} for one in (first, second)]
        return wording.say("before", first.label, days[0], second.label, days[1])
