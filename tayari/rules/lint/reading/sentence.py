"""One sentence taken apart: words, dates, cues, other verbs, pieces, quotations, and how its author speaks."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from tayari.rules.lint import lexicon
from tayari.rules.lint.cues import Cue
from tayari.rules.lint.reading import phrases
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.phrases import Phrases
from tayari.rules.lint.reading.tokens import Token, is_hindi

_IMAGINED = phrases.of(lexicon.IMAGINED)
_DOUBTED = phrases.of(lexicon.DOUBTED)
_PLANNED = phrases.of(lexicon.PLANNED)
_FUTURE = phrases.of(lexicon.FUTURE)
_PRESENT = phrases.of(lexicon.PRESENT)
_PAST = phrases.of(lexicon.PAST)
_CLAUSE_ENDS = phrases.of(lexicon.CLAUSE_ENDS)
_QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]{20,}’|«[^»]*»')
_BREAK = re.compile("[;:()]|—|\\s–\\s|\\s-\\s|,(?!\\d)")
_CONTRARY = re.compile(r"Contrary\s+to\s[^,;:]{3,60},")  # what follows is the author's own
_COMES = re.compile(r"\b(?:is|are)\s+$")
_DENYING = lexicon.NEGATIONS | frozenset({"no", "t", "rather", "instead", "other"})
_NOT_ONLY = frozenset({"only", "just", "merely", "केवल", "सिर्फ"})
_FAR_BACK = 200  # characters before a place that what ends there may have


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words between commas, brackets and conjunctions, and the number of its clause."""

    start: int
    end: int
    clause: int
    bracketed: bool


@dataclass(frozen=True, slots=True)
class CueFound:
    start: int
    end: int
    cue: Cue | None  # None for a verb that says nothing of ours

    @property
    def predicates(self) -> frozenset[str]:
        return self.cue.predicates if self.cue else frozenset()


@dataclass
class Sentence:
    """`start:end` of the block's `text`; words, dates and all other places count from the block's beginning."""

    text: str
    start: int
    end: int
    words: list[Token]
    dates: list[DateFound]
    cues: Phrases[Cue]
    kept_whole: list[tuple[int, int]]  # spans that no break may divide
    taken_back: bool = False  # by the sentences around it

    @cached_property
    def said(self) -> str:
        return self.text[self.start : self.end]

    @cached_property
    def hindi(self) -> bool:
        return is_hindi(self.said)

    @cached_property
    def language(self) -> str:
        return "hi" if self.hindi else "en"

    @cached_property
    def is_question(self) -> bool:
        return self.said.rstrip("\"'”’)").endswith("?")

    @cached_property
    def disowned(self) -> bool:
        """What the sentence says is not claimed: a question, an error reported, a thing imagined or taken back."""
        opening = _CONTRARY.match(self.said)
        words = [word for word in self.words if not opening or word.start >= self.start + opening.end()]
        return self.is_question or self.taken_back or _DOUBTED.has(words) or _IMAGINED.has(words)

    def _spans(self, told: Phrases[bool]) -> list[tuple[int, int]]:
        return [(self.words[first].start, self.words[last - 1].end) for first, last, _ in told.find(self.words)]

    @cached_property
    def planned(self) -> list[tuple[int, int]]:
        """What was only meant to be; “is scheduled for” says it of what is to come."""
        return [span for span in self._spans(_PLANNED) if not self.ending(_COMES, span[0])]

    @cached_property
    def future(self) -> list[tuple[int, int]]:
        return self._spans(_FUTURE)

    @cached_property
    def present(self) -> list[tuple[int, int]]:
        return self._spans(_PRESENT)

    @cached_property
    def past(self) -> list[tuple[int, int]]:
        return self._spans(_PAST)

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Somebody's words of some length; a name in quotation marks is not a quotation."""
        return [
            (match.start() + self.start, match.end() + self.start)
            for match in _QUOTED.finditer(self.said)
            if len(match[0].split()) > 3
        ]

    def is_quoted(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.quoted)

    @cached_property
    def verbs(self) -> list[CueFound]:
        """Cues of our predicates and other verbs, in order."""
        found = [
            CueFound(self.words[first].start, self.words[last - 1].end, cue)
            for first, last, cue in self.cues.find(self.words)
            if not self.inside(self.words[first].start)
        ]
        taken = {place for one in found for place in range(one.start, one.end)}
        for word in self.words:
            if word.start in taken or self.inside(word.start):
                continue
            if word.key in lexicon.OTHER_VERBS or (
                len(word.folded) > 4 and word.folded.endswith("ed") and word.text.islower()
                and word.folded not in lexicon.NOT_VERBS
            ):  # fmt: skip
                found.append(CueFound(word.start, word.end, None))
        return sorted(found, key=lambda one: one.start)

    @cached_property
    def _whole(self) -> frozenset[int]:
        return frozenset(place for start, end in self.kept_whole for place in range(start, end))

    def inside(self, place: int) -> bool:
        return place in self._whole

    def ending(self, pattern: re.Pattern[str], place: int) -> re.Match[str] | None:
        """What ends at a place. Only so much is looked at: a block may be long."""
        return pattern.search(self.text, max(0, place - _FAR_BACK), place)

    @cached_property
    def pieces(self) -> list[Piece]:
        """The sentence cut at commas, brackets, dashes and conjunctions."""
        breaks: list[tuple[int, int, bool, str]] = []
        for match in _BREAK.finditer(self.text, self.start, self.end):
            if not self.inside(match.start()):
                breaks.append((match.start(), match.end(), match[0] in ";:—" or match[0].strip() in "–-", match[0]))
        for first, last, _ in _CLAUSE_ENDS.find(self.words):
            # “not at the second but at the third” goes on with what was begun.
            denied = any(word.key in lexicon.NEGATIONS for word in self.words[max(0, first - 12) : first])
            breaks.append((self.words[first].start, self.words[last - 1].end, not denied, ""))
        breaks += [
            (word.start, word.end, False, "")
            for word in self.words
            if (word.key in lexicon.LINKS or word.key in ("which", "who", "where", "जो", "जिस", "जहां"))
            and not self.inside(word.start)
        ]
        return self._cut(sorted(breaks))

    def _cut(self, breaks: list[tuple[int, int, bool, str]]) -> list[Piece]:
        found: list[Piece] = []
        begun, clause, depth = self.start, 0, 0
        for start, end, strong, mark in [*breaks, (self.end, self.end, False, "")]:
            # “COMCASA: signed in 2018” goes on about what stands before the colon.
            topic = mark.strip() in (":", "—", "–") and self._is_named(begun, start)
            if any(self.text[at].isalnum() for at in range(begun, start)):
                found.append(Piece(begun, start, clause, depth > 0))
            clause += strong and not depth and not topic
            depth = max(0, depth + (mark == "(") - (mark == ")"))
            begun = max(begun, end)
        return found

    def _is_named(self, start: int, end: int) -> bool:
        """Whether nothing but names stands between two places."""
        words = self.between(start, end)
        return bool(words) and all(self.inside(word.start) or word.key in lexicon.STOP for word in words)

    @cached_property
    def _piece_ends(self) -> list[int]:
        return [piece.end for piece in self.pieces]

    def piece_at(self, place: int) -> int:
        """The number of the piece in which a place lies."""
        return min(bisect_right(self._piece_ends, place), len(self._piece_ends) - 1)

    def clause_at(self, place: int) -> int:
        """The number of the clause in which a place lies."""
        return self.pieces[self.piece_at(place)].clause

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [word.end for word in self.words]

    def between(self, start: int, end: int) -> list[Token]:
        return self.words[bisect_left(self._word_starts, start) : bisect_right(self._word_ends, end)]

    def before(self, place: int, most: int) -> list[Token]:
        """The last words that end before a place."""
        last = bisect_right(self._word_ends, place)
        return self.words[max(0, last - most) : last]

    def after(self, place: int, most: int) -> list[Token]:
        """The first words that begin after a place."""
        first = bisect_left(self._word_starts, place)
        return self.words[first : first + most]

    @cached_property
    def _may_deny(self) -> bool:
        """Whether any of its words can be part of a negation."""
        return any(word.key in _DENYING or word.text.casefold().endswith(("n't", "n’t")) for word in self.words)

    def is_negated(self, place: int) -> bool:
        """Whether a negation stands in the piece of `place`: before it in English, anywhere in Hindi."""
        if not self._may_deny:
            return False
        piece = self.pieces[self.piece_at(place)]
        until = piece.end if self.hindi else place
        words = self.between(piece.start, until)
        for index, word in enumerate(words):
            after = words[index + 1].key if index + 1 < len(words) else ""
            if word.key in lexicon.NEGATIONS and after not in _NOT_ONLY:
                return True
            if word.key == "no" and not index:
                return True
            if (word.key, after) in (("rather", "than"), ("instead", "of"), ("other", "than")):
                return True
            if word.text.casefold().endswith(("n't", "n’t")) or (word.key == "t" and index):
                return True
        return False
