"""The things of a draft that are true or false, each with its claim and its reason."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.drafts.giveaways import tokens
from tayari.rules.drafts.material import Material
from tayari.rules.drafts.values import Known, Value, at_grain, said
from tayari.rules.kinds import wording

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence on `known`, true or false. `row` is what the content of a question holds of it."""

    known: Known
    true: bool
    text: Texts
    row: Mapping[str, Any]

    def tells(self, other: "Statement") -> bool:
        """Whether this sentence holds the other's true value and speaks of its subject."""
        value, subject = tokens(other.known.value.texts["en"]), tokens(other.known.names["en"])
        own = tokens(self.text["en"])
        whole = other.known.value.texts["en"] in self.text["en"]
        return self.known is not other.known and whole and bool(value) and len(own & subject - value) >= 2


def why(known: Known, wrong: Value | None = None, origin: Known | None = None) -> Texts:
    """The true sentence; with a wrong value also of what that value is true."""
    if wrong is None or origin is None or origin.fact.ref == known.fact.ref:
        return known.sentence
    return wording.join(known.sentence, origin.sentence)


class Items:
    """Makes the items of one draft from what may be said."""

    def __init__(self, material: Material, rng: random.Random) -> None:
        self.material = material
        self.rng = rng

    def true(self, known: Known) -> Statement:
        """A true statement, a date now and then less exactly said."""
        value = known.value
        if value.grain == "day" and self.rng.random() < 0.25:
            value = at_grain(value, self.rng.choice(("month", "year"))) or value
        text = said(known, value)
        return Statement(known, True, text, {"text": text, "claim": claim(known, value), "why": why(known)})

    def false(self, known: Known) -> Statement | None:
        """A statement that the base says is false: another real value, or what is expressly denied."""
        for predicate in self.material.denials(known):
            text = self.material.denied_sentence(known, predicate)
            if text.get("en"):
                row = {"text": text, "true": False, "facts": [known.fact.ref], "why": why(known)}
                return Statement(known, False, text, row)
        if not self.material.may_be_asked(known):
            return None
        value = self.material.wrong(known, known.value.grain, 1, self.rng)[0]
        text = said(known, value)
        row = {"text": text, "claim": claim(known, value), "why": why(known, value, self.origin(known, value))}
        return Statement(known, False, text, row)

    def origin(self, known: Known, value: Value) -> Known | None:
        """The only fact of the same predicate that has a wrong value, to say of what that is true."""
        found = self.material.holders(known.fact.predicate, value)
        return found[0] if len(found) == 1 else None


def claim(known: Known, value: Value) -> list[str]:
    return [known.fact.subject, known.fact.predicate, value.written]


def statement_rows(statements: Sequence[Statement]) -> list[Row]:
    return [{"id": f"s{number}", **one.row} for number, one in enumerate(statements, start=1)]


def option_rows(rows: Sequence[Mapping[str, Any]]) -> list[Row]:
    return [{"id": letter, **row} for letter, row in zip("abcd", rows, strict=True)]
