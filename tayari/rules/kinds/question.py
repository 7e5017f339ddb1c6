"""What every kind of question has: a head, items that are true or false, options, and a key that follows."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self

from tayari.plain.dates import PartialDate
from tayari.plain.texts import Texts
from tayari.rules import marking
from tayari.rules.figures import Figure, told_in, used

AnswerForm = Literal["one", "several", "number", "text", "prose"]


class Refused(ValueError):
    """The question cannot be printed; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a question that is true or false: a statement, an option of a single, a pair, a set of matches.

    `label` is how the paper numbers it. `true` is None when a claim has to be judged against the facts. `date` and
    `amount` are what its facts must give for it to be true, where that is what the question asks about.
    """

    id: str
    label: str
    text: Texts
    why: Texts
    claim: tuple[str, str, str] | None = None
    true: bool | None = None
    facts: tuple[str, ...] = ()
    date: PartialDate | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that can be marked; its id, a letter, is stable across languages and printings."""

    id: str
    texts: Texts


@dataclass(frozen=True, slots=True)
class Derived:
    """`reasons` says of each option why it is right or wrong; `rests_on` names the items that this rests on.

    Where an answer is typed and not chosen there are no options: `key` then holds the answers that count as right.
    """

    options: tuple[Option, ...]
    key: tuple[str, ...]
    reasons: Mapping[str, Texts]
    rests_on: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Head:
    """What a question says of itself, whatever its kind. `ask` is empty when the kind's own line is used.

    `exam` and `pattern` say which examination and which of its blueprints it is written for, `provenance` and `source`
    where it comes from: a past paper is named (examination, year, paper, number), never copied. `figures` are drawn
    wherever its texts say their words.
    """

    ref: str
    kind: str
    stem: Texts
    ask: Texts = field(default_factory=dict)
    explanation: Texts = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    difficulty: str = ""
    as_of: date | None = None
    exam: str = ""
    pattern: str = ""
    source: str = ""
    licence: str = ""
    provenance: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Question(ABC):
    """A question of one kind. Its options need no truth; its key needs nothing else.

    `ANSWER` is how it is answered: by one option, several, a number, a few words, or prose that a person reads.
    `STANDING` options are the same words in every question of the kind and keep their order.
    """

    head: Head

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset()
    ANSWER: ClassVar[AnswerForm] = "one"
    STANDING: ClassVar[bool] = False

    @classmethod
    @abstractmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        """Read the kind's own part of `content`. Raises Refused."""

    @abstractmethod
    def items(self) -> tuple[Item, ...]:
        """Everything in it that is true or false."""

    @abstractmethod
    def options(self) -> tuple[Option, ...]:
        """The answers as printed."""

    @abstractmethod
    def decide(self, truths: Mapping[str, bool]) -> Derived:
        """The key and the reasons from the truth of every item. Raises Refused."""

    @classmethod
    def mark(cls, response: Sequence[str], key: Sequence[str]) -> marking.Outcome:
        """What a response (option ids, or what was typed) comes to under a key."""
        return marking.outcome(response, key)

    def ask(self) -> Texts:
        """The line above the options: the question's own, else the kind's; empty when the stem asks already."""
        return self.head.ask or self.standard_ask()

    def standard_ask(self) -> Texts:
        return {}

    def figure(self) -> dict[str, Any]:
        """What is printed between the stem and the line above the options."""
        return {}

    def printed(self) -> dict[str, Any]:
        """What a candidate may see before the end, as plain data: no truth, no claim, no reason, no fact."""
        shown = {
            "kind": self.head.kind,
            "stem": dict(self.head.stem),
            **self.figure(),
            "ask": dict(self.ask()),
            "options": [{"id": option.id, "text": dict(option.texts)} for option in self.options()],
        }
        drawn = used(self.head.figures, told_in(shown)) if self.head.figures else ()
        return {**shown, "figures": [one.printed() for one in drawn]} if drawn else shown
