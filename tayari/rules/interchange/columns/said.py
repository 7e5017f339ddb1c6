"""What the cells of one row say, by field; and what is to be said about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tayari.plain.texts import Texts
from tayari.rules.interchange.columns.headers import Field
from tayari.rules.interchange.reading import Level
from tayari.rules.kinds.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a row; `column` names the field that it is about, empty for the row."""

    level: Level
    rule: str
    message: str
    column: str = ""


@dataclass(slots=True)
class Said:
    """The filled cells of a row. `notes` grow while they are read."""

    cells: Mapping[Field, str]
    notes: list[Note] = field(default_factory=list)

    def words(self, name: str, place: int | None = None) -> Texts:
        """What is said of a field by language."""
        found = {language: self.cells.get(Field(name, place, language), "") for language in LANGUAGES}
        return {language: words for language, words in found.items() if words}

    def value(self, name: str) -> str:
        """The one value of a field that has no language; two that differ are told, and the first is taken."""
        told = [words for at, words in self.cells.items() if at.name == name]
        for other in told[1:]:
            if other != told[0]:
                self.note("warning", "two-values", f"{told[0]!r} and {other!r} are given; the first was taken.", name)
        return told[0] if told else ""

    def places(self, name: str) -> list[int]:
        return sorted({at.place for at in self.cells if at.name == name and at.place is not None})

    def note(self, level: Level, rule: str, message: str, column: str = "") -> None:
        self.notes.append(Note(level, rule, message, column))
