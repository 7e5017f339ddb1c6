"""Who or what stands in a text, and what a text has spoken of so far."""

from dataclasses import dataclass, field

from tayari.rules.lint import lexicon
from tayari.rules.lint.index import Index
from tayari.rules.lint.persons import Persons
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.names import Form


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject or object named at `start:end`. `inferred` when it took more than its name to know what is meant.

    For an edition, `row` is its row, `number` and `number_at` what the text says of its number (0 when nothing), and
    `told_by` the date that told it. `refs` is empty for something named that the base does not know.
    """

    start: int
    end: int
    refs: tuple[str, ...]
    kind: str
    inferred: bool = False
    forms: tuple[Form, ...] = ()
    row: str = ""
    number: int = 0
    number_at: tuple[int, int] = (0, 0)
    told_by: DateFound | None = None


@dataclass
class Context:
    """What has been spoken of so far, for words that refer back."""

    persons: Persons
    row: str = ""
    main: Mention | None = None
    edition: Mention | None = None
    recent: list[Mention] = field(default_factory=list)
    heading: Mention | None = None
    other_senses: set[str] = field(default_factory=set)  # acronyms that mean something else here
    age: int = 0  # sentences since `main` was named

    def turn_to(self, found: list[Mention], index: Index) -> None:
        """Remember what a sentence spoke of."""
        named = [one for one in found if index.type(one.refs[0] if one.refs else "") not in lexicon.BACKGROUND]
        strangers = [one for one in named if not one.refs]
        own = [one for one in named if one.refs]
        for one in own:
            self.recent = [*(kept for kept in self.recent if kept.refs != one.refs), one][-12:]
            if one.row:
                self.row = one.row
                if one.kind == "edition":
                    self.edition = one
            elif one.refs[0] in index.rows:
                self.row, self.edition = one.refs[0], None
        if strangers and (not own or strangers[0].start < own[0].start):
            self.main, self.row, self.edition, self.age = None, "", None, 0
        elif own:
            self.main, self.age = own[0], 0
        else:
            self.age += 1
