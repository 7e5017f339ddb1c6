"""A claim found in prose: what it says of whom, the facts that it is held against, and whether they agree."""

from dataclasses import dataclass

from tayari.rules.lint.base import Fact
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound


@dataclass(frozen=True, slots=True)
class Claim:
    """The words `start:end` say something of `subject`. `truth` is None when the facts cannot tell.

    `said` puts the object in words as a fact would have it, `suggestion` is what should stand instead. `strong` claims
    were made with a cue or beside their subject; the others rest on the order of words alone.
    """

    rule: str
    start: int
    end: int
    truth: bool | None
    subject: str
    predicate: str
    facts: tuple[Fact, ...]
    said: str
    suggestion: str = ""
    mention: Mention | None = None
    date: DateFound | None = None
    inferred: bool = False
    strong: bool = True
    level: str = ""
    value: str = ""  # the entity said, where it is one
    claim: str = ""  # the whole claim in words, where the predicate's phrase would not do
