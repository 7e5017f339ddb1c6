"""Who or what a text speaks of: names, editions told by number or year, and words that refer back."""

from dataclasses import dataclass, field, replace

from tayari.rules.lint import lexicon
from tayari.rules.lint.index import Edition, Index
from tayari.rules.lint.lexicon import words_of
from tayari.rules.lint.namesakes import foreign, namesake, with_country
from tayari.rules.lint.persons import Persons
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.names import Form, Hit
from tayari.rules.lint.reading.ordinals import cardinal
from tayari.rules.lint.reading.tokens import Token, keys


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


class Subjects:
    """Reads the mentions of one sentence in its context."""

    def __init__(self, index: Index, context: Context, text: str, words: list[Token], dates: list[DateFound]) -> None:
        self.index, self.context, self.text, self.words, self.dates = index, context, text, words, dates
        self.hits = {hit.first: hit for hit in index.names.find(words)}
        self.taken: set[int] = set()
        self.found: list[Mention] = []

    def mentions(self) -> list[Mention]:
        """All mentions in order of place."""
        self._rows()
        for first, word in enumerate(self.words):
            if word.key.startswith("#") and first not in self.taken:
                self._edition_by_number(first)
        self._edition_in_figures()
        self._edition_by_year()
        self._edition_by_rank()
        for hit in self.hits.values():
            if hit.first not in self.taken:
                self._plain(hit)
        self.found.sort(key=lambda one: one.start)
        self._referring()
        self._merge_apposed()
        numbered = {one.row for one in self.found if one.kind == "edition"}
        # Where an edition is named, its row's name beside it is no edition of its own.
        found = [replace(one, kind="name") if one.kind == "row" and one.row in numbered else one for one in self.found]
        return sorted(found, key=lambda one: one.start)

    def _merge_apposed(self) -> None:
        """“the India–US 2+2, the fourth of its kind” names one edition."""
        for row in [one for one in self.found if one.kind == "row"]:
            for one in self.found:
                between = self.text[row.end : one.start].strip(" ,—–(").casefold()
                if (
                    one.kind == "edition"
                    and one.row == row.row
                    and row.end <= one.start
                    and between in ("", "the", "its")
                ):
                    self.found.remove(row)
                    self.found[self.found.index(one)] = replace(one, start=row.start)
                    break

    # Rows and their namesakes

    def _rows(self) -> None:
        """Replace names of rows by what their surroundings show them to be."""
        self.row_at: dict[int, str] = {}
        for hit in list(self.hits.values()):
            rows = [ref for ref in hit.refs if ref in self.index.rows]
            if not rows or hit.last - hit.first == 0:
                continue
            other = namesake(self.index, self.words, hit, self.text)
            if other == "":
                self._stranger(hit)
            else:
                self.row_at[hit.first] = other or (self.context.row if self.context.row in rows else rows[0])

    def _stranger(self, hit: Hit) -> None:
        start = hit.start
        self.taken.update(range(max(0, hit.first - 5), hit.last))
        self.found.append(Mention(start, hit.end, (), "stranger"))

    def _row_near(self, first: int, last: int) -> tuple[str, int, bool]:
        """The row meant by an edition at words first to last: of what follows, else of what stood before, else of the
        context; with the last word used and whether it was inferred."""
        at = last
        while at < len(self.words) and at - last < 5:
            if at in self.row_at:
                return self.row_at[at], self.hits[at].last, False
            if at in self.hits or self.words[at].key not in lexicon.BETWEEN | lexicon.EDITION_NOUNS:
                break
            at += 1
        before = [at for at in self.row_at if at < first]
        if before:
            return self.row_at[max(before)], last, False
        earlier = [one.row for one in self.found if one.row and one.start < self.words[first].start]
        if earlier:
            return earlier[-1], last, False
        if any(one.kind == "stranger" for one in self.found):
            return "", last, True
        return self.context.row, last, True

    # Editions

    def _add_edition(self, first: int, last: int, row: str, number: int, at: int, inferred: bool) -> None:
        held = self.index.rows[row].by_number.get(number)
        word = self.words[at]
        self.taken.update(range(first, last))
        refs = (held.ref,) if held else ()
        self.found.append(
            Mention(
                self.words[first].start, self.words[last - 1].end, refs, "edition", inferred,
                row=row, number=number, number_at=(word.start, word.end),
            )
        )  # fmt: skip

    def _edition_by_number(self, first: int) -> None:
        number = int(self.words[first].key[1:])
        at, noun = first + 1, False
        while at < len(self.words) and at not in self.row_at and at not in self.hits and at - first < 5:
            key = self.words[at].key
            if key in lexicon.EDITION_NOUNS or (key in lexicon.TIMES and self.row_at):
                noun = True
            elif key not in lexicon.BETWEEN:
                break
            at += 1
        follows = at in self.row_at
        if not follows and not noun and not self._stands_alone(first):
            return
        if not follows and noun:
            at = first + 1
            while self.words[at].key not in lexicon.EDITION_NOUNS | lexicon.TIMES:
                at += 1
            at += 1
        row, last, inferred = self._row_near(first, at if not follows and noun else first + 1)
        if not follows and not noun:
            last = first + 1
        if row in self.index.rows and not self._is_qualified(first, last):
            self._add_edition(first, max(last, first + 1), row, number, first, inferred)

    def _is_qualified(self, first: int, last: int) -> bool:
        """“India's first …” or “the first … with any country” counts something other than a row's editions."""
        after = self.words[last].key if last < len(self.words) else ""
        before = self.words[first - 1].key if first else ""
        if before in ("his", "her", "their", "our") and not any(at in self.row_at for at in range(first, last)):
            return True
        start = self.words[first].start
        if with_country(self.text, start) and not any(at in self.row_at for at in range(first, last)):
            return True
        return after in ("with", "under", "between", "since") and not any(
            at in self.row_at for at in range(first, last)
        )

    def _stands_alone(self, first: int) -> bool:
        """An ordinal without a noun stands for an edition when one was spoken of and no noun follows."""
        if first == 0 and self.context.row and self.text[self.words[0].end : self.words[0].end + 1] == ":":
            return True
        if not (self.context.edition or self.row_at or any(one.kind == "edition" for one in self.found)):
            return False
        word = self.words[first]
        if word.text[0].isdigit() and first + 1 < len(self.words) and self.words[first + 1].text[0].isdigit():
            return False
        tail = self.text[word.end : word.end + 2].strip()[:1]
        if tail in {",", ".", ";", ":", ")", "।", ""}:
            return True
        after = self.words[first + 1] if first + 1 < len(self.words) else None
        if after is None:
            return True
        alone = words_of("it he she only alone in on was met at and took one held में और नई का की के")
        return after.key in alone or after.text[0].isdigit() or (first + 1) in self.hits

    def _edition_in_figures(self) -> None:
        """Edition 3, edition three, editions one and three: संस्करण 3."""
        for first, word in enumerate(self.words[:-1]):
            if word.folded not in ("edition", "editions", "संस्करण") or first in self.taken:
                continue
            at = first + 1
            if self.words[at].folded in ("number", "no", "संख्या"):
                at += 1
            while at < len(self.words) and (number := cardinal(self.words[at].folded)) and number < 400:
                row, _, inferred = self._row_near(first, at + 1)
                if row in self.index.rows:
                    self._add_edition(at, at + 1, row, number, at, inferred)
                at += 1 + (at + 1 < len(self.words) and self.words[at + 1].key in lexicon.LINKS)

    def _edition_by_year(self) -> None:
        """The 2019 edition, the December 2019 2+2, 2019 का संस्करण."""
        for found in self.dates:
            if not found.year or found.day:
                continue
            after = [at for at, word in enumerate(self.words) if word.start >= found.end][:2]
            if not after or self.text[found.end : self.words[after[0]].start].strip():
                continue
            at = (
                after[-1]
                if len(after) > 1 and self.words[after[0]].key in ("क", "का", "annual", "ministerial")
                else after[0]
            )
            self._told_by(found, at)

    def _told_by(self, found: DateFound, at: int) -> None:
        is_row = at in self.row_at and at not in self.taken
        if not is_row and (self.words[at].key not in lexicon.EDITION_NOUNS or at in self.taken or at in self.hits):
            return
        row, last, inferred = self._row_near(at, at + (not is_row))
        if row not in self.index.rows:
            return
        fitting = [one for one in self.index.rows[row].editions if one.day and found.agrees(one.day)]
        if len(fitting) == 1:
            first = next(i for i, word in enumerate(self.words) if word.start >= found.start)
            self._add_told(first, max(last, at + 1), fitting[0], inferred, found)

    def _add_told(self, first: int, last: int, edition: Edition, inferred: bool, by: DateFound | None) -> None:
        self.taken.update(range(first, last))
        self.found.append(
            Mention(
                self.words[first].start, self.words[last - 1].end, (edition.ref,), "edition", inferred,
                row=edition.row, told_by=by,
            )
        )  # fmt: skip

    def _edition_by_rank(self) -> None:
        """The latest edition; what the last one is, is judged elsewhere, so only its row is noted."""
        for first, word in enumerate(self.words):
            if word.key not in lexicon.LATEST or first in self.taken or first + 1 >= len(self.words):
                continue
            at = first + 1
            if at in self.row_at or self.words[at].key in lexicon.EDITION_NOUNS:
                row, last, inferred = self._row_near(first, at if at in self.row_at else at + 1)
                if row in self.index.rows:
                    self.taken.update(range(first, last))
                    self.found.append(
                        Mention(word.start, self.words[last - 1].end, (row,), "latest", inferred, row=row)
                    )

    # Other names

    def _plain(self, hit: Hit) -> None:
        if hit.first in self.row_at:
            row = self.row_at[hit.first]
            self.found.append(Mention(hit.start, hit.end, (row,), "row", False, hit.forms, row=row))
            return
        forms = hit.forms
        if self._is_of_larger_name(hit):
            return
        if any(form.kind == "surname" for form in forms):
            person = self.context.persons.meant(hit, self.words)
            if person:
                self.found.append(Mention(hit.start, hit.end, (person,), "person", False, forms))
            return
        refs = hit.refs
        if all(form.weak for form in forms) and all(form.kind in ("short", "bare") for form in forms):
            known = [ref for ref in refs if any(ref in one.refs for one in self.context.recent)]
            refs = tuple(known or refs)
        if len(refs) > 1:
            refs = self._of_many(refs)
        if self.index.type(refs[0]) == "person":
            self.context.persons.note(refs[0])
        if foreign(self.index, self.words, hit, self.text):
            self.found.append(Mention(hit.start, hit.end, (), "stranger"))
            return
        self.found.append(Mention(hit.start, hit.end, refs, "name", len(refs) > 1, forms))

    def _is_of_larger_name(self, hit: Hit) -> bool:
        """A person's name inside that of a building or a street: Sushma Swaraj Bhawan."""
        if self.index.type(hit.refs[0]) != "person" or hit.last >= len(self.words):
            return False
        after = self.words[hit.last]
        close = self.text[hit.end : after.start] == " "
        return close and (after.text[0].isupper() or after.key in lexicon.BUILDINGS)

    def _of_many(self, refs: tuple[str, ...]) -> tuple[str, ...]:
        """Of several with one name, that which the text spoke of."""
        recent = [one.refs[0] for one in reversed(self.context.recent) if one.refs and one.refs[0] in refs]
        named = [one.refs[0] for one in self.found if len(one.refs) == 1 and one.refs[0] in refs]
        known = named or recent
        return (known[0],) if known else refs

    # Words that refer back

    def _referring(self) -> None:
        occupied = [(one.start, one.end) for one in self.found]
        for first, word in enumerate(self.words):
            if any(start <= word.start < end for start, end in occupied) or first in self.taken:
                continue
            if word.key in lexicon.POINTERS and first + 1 < len(self.words):
                self._by_noun(first)
            elif word.key in lexicon.PRONOUNS and self._opens(first):
                self._by_pronoun(word)

    def _opens(self, first: int) -> bool:
        """Whether a word stands where a subject does: at the start, or after a comma or a conjunction."""
        if first <= 1:
            return True
        before = self.words[first - 1]
        return (
            before.key in lexicon.LINKS
            or before.key in ("but", "while", "whereas", "when", "because")
            or self.text[before.end : self.words[first].start].strip()
            in (
                ",",
                ";",
                ":",
                "—",
                "–",
            )
        )

    def _by_pronoun(self, word: Token) -> None:
        named = [one for one in self.found if one.end <= word.start and one.refs and self._is_thing(one)]
        main = named[0] if named else self.context.main
        if with_country(self.text, word.start):
            return
        if (
            main
            and main.refs
            and (named or self.context.age < 2)
            and self.index.type(main.refs[0]) not in lexicon.BACKGROUND
        ):
            self.found.append(
                Mention(
                    word.start, word.end, main.refs, main.kind if main.kind == "row" else "pronoun", True, row=main.row
                )
            )

    def _is_thing(self, one: Mention) -> bool:
        return self.index.type(one.refs[0]) not in lexicon.BACKGROUND

    def _by_noun(self, first: int) -> None:
        at = first + 1
        noun = self.words[at]
        if at in self.hits or at in self.row_at:
            return
        if any(one.start <= noun.start < one.end for one in self.found):
            return
        if noun.folded != noun.key and noun.folded.endswith("s") and noun.folded.isascii():
            return
        types = {type_ for type_, nouns in lexicon.NOUNS.items() if noun.key in nouns}
        if not types:
            return
        if any(one.kind == "stranger" for one in self.found):
            return
        if noun.key in lexicon.EDITION_NOUNS and self.context.edition and types & {"event"}:
            meant: Mention | None = self.context.edition
        else:
            meant = self._recent_of(types, noun)
        if meant and meant.refs:
            kind = "row" if meant.kind == "row" else "pronoun"
            self.found.append(Mention(self.words[first].start, noun.end, meant.refs, kind, True, row=meant.row))

    def _recent_of(self, types: set[str], noun: Token) -> Mention | None:
        here = [one for one in self.found if one.end <= noun.start and one.refs]
        for one in [*reversed(here), *reversed(self.context.recent)]:
            if len(one.refs) == 1 and self.index.type(one.refs[0]) in types and self._may_be_called(one.refs[0], noun):
                return one
        return None

    def _may_be_called(self, ref: str, noun: Token) -> bool:
        """“the agreement” may be any agreement, “the annex” only one that has it in its name."""
        if noun.key in lexicon.GENERAL:
            return True
        return any(noun.key in keys(name.text) for name in self.index.base.entities[ref].names)
