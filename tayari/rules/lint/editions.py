"""Editions of rows, told by number, by year or as the latest, and rows told apart from their namesakes."""

import re
from dataclasses import replace

from tayari.rules.lint import lexicon
from tayari.rules.lint.index import Edition, Index
from tayari.rules.lint.lexicon import words_of
from tayari.rules.lint.mentions import Context, Mention
from tayari.rules.lint.namesakes import namesake, with_country
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.names import Hit
from tayari.rules.lint.reading.ordinals import cardinal
from tayari.rules.lint.reading.tokens import Token

_SERIES = (["of", "the", "series"], ["in", "the", "series"], ["of", "its", "kind"], ["of", "the", "kind"])
_OF_SERIES = [[noun, link] for noun in ("शृंखला", "श्रृंखला", "क्रम", "कड़ी") for link in ("का", "की", "में")]

_BEFORE_ROW = lexicon.BETWEEN | lexicon.EDITION_NOUNS
_COUNTED = lexicon.EDITION_NOUNS | lexicon.TIMES
_ROW_OF_TABLE = re.compile(r"\d{1,2}\s*[|\t]\s*\d")


class Editions:
    """Reads the rows and editions of one sentence in its context into `found`; `taken` are the words used for them."""

    def __init__(self, index: Index, context: Context, text: str, words: list[Token], dates: list[DateFound]) -> None:
        self.index, self.context, self.text, self.words, self.dates = index, context, text, words, dates
        self.hits = {hit.first: hit for hit in index.names.find(words)}
        self.taken: set[int] = set()
        self.found: list[Mention] = []

    def read_editions(self) -> None:
        """All editions that the sentence names."""
        self._rows()
        for first, word in enumerate(self.words):
            if not word.key.startswith("#") or first in self.taken or self._is_first_time(first):
                continue
            if not self._edition_around(first):
                self._edition_by_number(first)
        self._edition_in_figures()
        self._edition_by_year()
        self._edition_by_rank()

    def merge_apposed(self) -> None:
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
            if at in self.hits or self.words[at].key not in _BEFORE_ROW:
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

    def _is_first_time(self, first: int) -> bool:
        """“for the first time”, “पहली बार”, numbers no edition."""
        after = self.words[first + 1].folded if first + 1 < len(self.words) else ""
        return self.words[first].key == "#1" and after in ("time", "बार")

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

    def _edition_around(self, first: int) -> bool:
        """An edition in whose row's name the number stands: “PM-KISAN की 22वीं किस्त”."""
        if first and self.words[first - 1].key in lexicon.OWNERS and self._edition_of_owner(first):
            return True
        rest = [*self.words[:first], *self.words[first + 1 :]]
        for begun in range(max(0, first - 6), first):
            hit = self.index.names.at(rest, begun) if begun not in self.taken else None
            rows = [ref for ref in hit.refs if ref in self.index.rows] if hit and hit.last > first else []
            if hit and rows:
                self._add_edition(begun, hit.last + 1, rows[0], int(self.words[first].key[1:]), first, False)
                return True
        return False

    def _edition_of_owner(self, first: int) -> bool:
        """“The WTO met for its eleventh Ministerial Conference”: the row of what stands before."""
        for hit in self.hits.values():
            owner = self.words[hit.first : hit.last]
            found = self.index.names.at([*owner, *self.words[first + 1 :]], 0) if hit.last <= first else None
            rows = [ref for ref in found.refs if ref in self.index.rows] if found and found.last > len(owner) else []
            if found and rows:
                last = first + 1 + found.last - len(owner)
                self._add_edition(first, last, rows[0], int(self.words[first].key[1:]), first, False)
                return True
        return False

    def _edition_by_number(self, first: int) -> None:
        number = int(self.words[first].key[1:])
        if self.words[first].folded == "पहले" and first and self.words[first - 1].folded.endswith("से"):
            return
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
            while self.words[at].key not in _COUNTED:
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
        if first == 0 and self.context.row and self.text[self.words[0].end :].lstrip()[:1] in (*":–—-|.)", ""):
            return True
        if not (self.context.edition or self.row_at or any(one.kind == "edition" for one in self.found)):
            return False
        word = self.words[first]
        before = [one.folded for one in self.words[max(0, first - 2) : first]]
        after_ = [one.folded for one in self.words[first + 1 : first + 4]]
        if before in _OF_SERIES or any(after_[: len(told)] == told for told in _SERIES):
            return True
        if word.folded == "पहले":
            # Also “before” and “earlier”.
            follows = self.words[first + 1].key if first + 1 < len(self.words) else ""
            return follows == "में"
        if word.text[0].isdigit() and first + 1 < len(self.words) and self.words[first + 1].text[0].isdigit():
            return False
        tail = self.text[word.end : word.end + 2].strip()[:1]
        if tail in {",", ".", ";", ":", ")", "।", ""}:
            return True
        after = self.words[first + 1] if first + 1 < len(self.words) else None
        if after is None:
            return True
        alone = words_of(
            "it he she only alone in on was were is had has met at and took one held came saw followed convened "
            "happened में और नई का की के"
        )
        dated = any(one.start == after.start for one in self.dates)
        return after.key in alone or after.text[0].isdigit() or dated or (first + 1) in self.hits

    def _edition_in_figures(self) -> None:
        """Edition 3, edition three, editions one and three: संस्करण 3."""
        self._in_table()
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

    def _in_table(self) -> None:
        """“3 | 2020 | New Delhi”: a line of a table of editions."""
        if self.context.row and self.words and _ROW_OF_TABLE.match(self.text[self.words[0].start :]):
            number = int(self.words[0].folded) if self.words[0].folded.isdecimal() else 0
            if number in self.index.rows[self.context.row].by_number:
                self._add_edition(0, 1, self.context.row, number, 0, True)

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
