"""The pieces that a form of a question is made of, as data: fields, groups of fields, and rows that repeat."""

from dataclasses import dataclass
from typing import Literal

Type = Literal[
    "words",  # by language
    "line",
    "choice",
    "flag",
    "yes-no",
    "number",
    "refs",  # of facts, topics
    "lines",  # a list, one entry a line
    "truth",  # judged by a claim, or said to be true or false, with facts
    "sets",  # four sets of row ids
    "orders",  # four orders of row ids
    "codes",  # four mappings such as A-2, B-1
    "code",  # one of them
    "values",  # numbers by column
]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. `options` are what a choice offers, `of` the rows that sets choose from."""

    name: str
    label: str
    type: Type = "words"
    help: str = ""
    options: tuple[tuple[str, str], ...] = ()
    of: str = ""
    finds: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields whose values stand together in one mapping."""

    name: str
    label: str
    nodes: tuple["Node", ...]
    help: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of mappings; `noun` is how a refusal names one, `ids` how a new one is named (letters: by its place).

    `usual` is how many an empty form shows, when that is more than the `least`.
    """

    name: str
    label: str
    noun: str
    nodes: tuple["Node", ...]
    least: int
    most: int
    ids: str = ""
    labels: tuple[str, ...] = ()
    help: str = ""
    usual: int = 0

    def label_of(self, number: int) -> str:
        return self.labels[number] if number < len(self.labels) else str(number + 1)


Node = Field | Group | Rows
