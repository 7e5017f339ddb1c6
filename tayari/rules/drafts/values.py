"""What a fact says of its subject: a value as a claim writes it, in words, and of which type and grain it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tayari.plain.dates import PRECISIONS, NotADate, PartialDate, Precision
from tayari.plain.texts import Texts
from tayari.rules import phrases, quantities
from tayari.rules.lint.base import Entity, Fact, FactBase, Predicate

LANGUAGES = ("en", "hi")


@dataclass(frozen=True)
class Value:
    """`written` as in a claim: an entity ref, an ISO date, `31 aircraft` or the English text.

    `grain` is what values must share to stand beside each other: an entity's type, a date's precision, a quantity's
    unit; empty for texts. `date` and `amount` are the value itself where it is one.
    """

    written: str
    texts: Texts
    grain: str
    date: PartialDate | None = None
    amount: quantities.Quantity | None = None


@dataclass(frozen=True)
class Known:
    """A fact that may be drawn on, with its predicate, its subject and its value looked up."""

    fact: Fact
    predicate: Predicate
    subject: Entity
    names: Texts
    value: Value

    @property
    def place(self) -> tuple[str, str]:
        """Subject and predicate: what one fact is about."""
        return self.fact.subject, self.fact.predicate

    @cached_property
    def sentence(self) -> Texts:
        return said(self, self.value)


def names_of(entity: Entity) -> Texts:
    """Its name in each language that has one."""
    return {name.language: name.text for name in entity.names if name.kind == "name" and name.text}


def said(known: Known, value: Value, predicate: Predicate | None = None, subject: Texts | None = None) -> Texts:
    """The sentence that says `value` of the subject, in every language in which all its pieces are there."""
    phrase = (predicate or known.predicate).phrase
    names = subject or known.names
    dated: Precision | str = value.date.precision if value.date else ""
    return {
        code: phrases.sentence(phrase[code], names[code], value.texts[code], code, dated=dated)  # type: ignore[arg-type]
        for code in LANGUAGES
        if all(code in piece and piece[code] for piece in (phrase, names, value.texts))
    }


def read(base: FactBase, fact: Fact, predicate: Predicate) -> Value | None:
    """The fact's value; None when it cannot be read or has no English words."""
    if predicate.object_kind == "entity":
        entity = base.entities.get(fact.value)
        return Value(fact.value, names_of(entity), entity.type) if entity and names_of(entity).get("en") else None
    if predicate.object_kind == "date":
        try:
            return of_date(PartialDate.parse(fact.value))
        except NotADate:
            return None
    if predicate.object_kind == "quantity":
        return _of_quantity(fact)
    return Value(fact.value, {**fact.texts, "en": fact.value}, "")


def of_date(moment: PartialDate) -> Value:
    return Value(str(moment), {code: moment.in_words(code) for code in LANGUAGES}, moment.precision, date=moment)


def _of_quantity(fact: Fact) -> Value | None:
    try:
        quantity = quantities.read(fact.value)
    except quantities.NotAQuantity:
        return None
    english = quantities.written(quantity.amount, quantity.unit)
    lettered = any(letter.isalpha() for letter in quantity.unit)
    texts: Mapping[str, str] = {**fact.texts, "en": english} if lettered else dict.fromkeys(LANGUAGES, english)
    return Value(english, texts, f"in {quantity.unit.casefold()}", amount=quantity)


def at_grain(value: Value, grain: str) -> Value | None:
    """A date said less exactly, as month or year; None where it is not as exact as that. Other values as they are."""
    if value.date is None or value.grain == grain:
        return value if value.grain == grain else None
    if grain not in PRECISIONS or PRECISIONS.index(value.date.precision) > PRECISIONS.index(grain):
        return None
    return of_date(replace(value.date, day=None, month=value.date.month if grain == "month" else None))


def days_between(one: date, two: date) -> int:
    return abs((one - two).days)
