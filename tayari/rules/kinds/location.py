"""Put three to five places in their order on the map, from north to south or from west to east."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import subsets, wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import LETTERS, distinct, one_key, only, orders_of, rows, texts, unique

_KEYS = frozenset({"id", "text", "degrees", "facts", "why"})
# Latitude is counted northwards and longitude eastwards, so that south and west are less.
DIRECTIONS = {"north-to-south": -1, "south-to-north": 1, "west-to-east": 1, "east-to-west": -1}
# A quarter of a degree is about 28 km: less cannot be told on the map of a booklet.
MARGIN = Decimal("0.25")


def _place(row: Mapping[str, Any], label: str) -> Item:
    what = f"item {label}"
    only(row, _KEYS, what)
    try:
        degrees = Decimal(str(row.get("degrees")))
    except InvalidOperation:
        raise Refused(f"{what}: degrees: is {row.get('degrees')!r}; write decimal degrees, such as 28.46") from None
    if not degrees.is_finite() or abs(degrees) > 180:
        raise Refused(f"{what}: degrees: is {degrees}; degrees run from -180 to 180")
    facts = tuple(str(ref) for ref in row.get("facts") or ())
    if not facts:
        raise Refused(f"{what} has degrees without facts:; name the fact that gives them")
    text, why = texts(row.get("text"), what), texts(row.get("why"), f"{what}: why")
    return Item(str(row.get("id") or label), label, text, why, None, True, facts, None, degrees)


def _degrees(one: Item) -> Decimal:
    assert one.amount is not None
    return one.amount


@dataclass(frozen=True, slots=True)
class Location(Question):
    """`choices` are four different orders of the items' ids; a map, if there is one, only adds to the words."""

    places: tuple[Item, ...]
    direction: str
    choices: tuple[tuple[str, ...], ...]

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"items", "direction", "choices"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        given = rows(content.get("items"), "items", [3, 4, 5])
        places = tuple(_place(row, str(number)) for number, row in enumerate(given, start=1))
        distinct([(one.label, one.text) for one in places], "items")
        unique([one.id for one in places], "items")
        direction = str(content.get("direction") or "")
        if direction not in DIRECTIONS:
            raise Refused(f"direction: is {direction!r}; it is one of {', '.join(DIRECTIONS)}")
        found = cls(head, places, direction, orders_of(content, places))
        found._in_order()
        return found

    def _in_order(self) -> list[Item]:
        """Items in the direction asked for. Raises Refused when two lie too near each other."""
        ordered = sorted(self.places, key=lambda one: DIRECTIONS[self.direction] * _degrees(one))
        for first, second in pairwise(ordered):
            if abs(_degrees(first) - _degrees(second)) < MARGIN:
                raise Refused(
                    f"items {first.label} and {second.label} lie within {MARGIN}° of each other; leave one out"
                )
        return ordered

    def items(self) -> tuple[Item, ...]:
        return self.places

    def _said(self, order: Sequence[str]) -> str:
        label = {one.id: one.label for one in self.places}
        return " – ".join(label[name] for name in order)

    def options(self) -> tuple[Option, ...]:
        return tuple(
            Option(letter, dict.fromkeys(wording.LANGUAGES, self._said(choice)))
            for letter, choice in zip(LETTERS, self.choices, strict=True)
        )

    def standard_ask(self) -> Texts:
        return wording.say(f"ask.{self.direction}")

    def figure(self) -> dict[str, Any]:
        return {"statements": subsets.printed(self.places)}

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        wrong = [one.label for one in self.places if not truths[one.id]]
        if wrong:
            raise Refused(f"the degrees of item {wrong[0]} are not what the facts say; correct one of them")
        ordered = self._in_order()
        order = [one.id for one in ordered]
        key = one_key(
            [letter for letter, choice in zip(LETTERS, self.choices, strict=True) if list(choice) == order],
            f"no option is right: the order is {self._said(order)}; add it as a choice",
        )
        told = wording.join(wording.say("order_is", self._said(order)), *(one.why for one in ordered))
        return Derived(self.options(), key, dict.fromkeys(LETTERS, told), dict.fromkeys(LETTERS, tuple(order)))
