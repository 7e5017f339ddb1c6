"""Lines become questions: where one begins, which number counts statements, and what belongs to no question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tayari.rules.interchange.word import keylists
from tayari.rules.interchange.word.lines import Line
from tayari.rules.interchange.word.markers import FURNITURE, Marker, marker
from tayari.rules.interchange.word.passages import Passages
from tayari.rules.interchange.word.raw import Entry, Group, Raw
from tayari.rules.interchange.word.sheets import Sheet
from tayari.rules.interchange.word.tongues import languages

type Segment = tuple[Line, Marker | None] | Sheet
_LISTS = re.compile(r"\blists?\b|\bcolumns?\b|सूची|स्तम्भ|स्तंभ", re.IGNORECASE)
ASKS = re.compile(
    r"\?|:\s*$|:-\s*$|\b(?:which|how many|select|choose|codes?|given (?:above|below))\b"
    r"|उपर्युक्त|उपरोक्त|कौन|कितने|कूट|चुनिए|सुमेलित",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:section|part|unit|chapter|paper|test|topic|खंड|खण्ड|भाग|अध्याय|इकाई)\b[\s\w:.\-–—()]{0,60}$", re.IGNORECASE
)
_FAR, _NEAR = 60, 12
_ENTRIES = {"number", "letter", "roman", "labelled"}


@dataclass(slots=True)
class Gathered:
    """Questions, the keys that stand apart from them, and lines that belong to none."""

    questions: list[Raw] = field(default_factory=list)
    keys: list[keylists.Key] = field(default_factory=list)
    outside: list[Line] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    passages: Passages = field(default_factory=Passages)


class Gatherer:
    """Walks through the segments once, looking ahead where one line cannot tell."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        marks = [segment[1] for segment in segments if isinstance(segment, tuple) and segment[1]]
        self._named = any(mark.kind == "question" for mark in marks)
        self._lettered = sum(mark.kind == "letter" and mark.place == 1 for mark in marks) > 0
        self._found = Gathered()
        self._question: Raw | None = None
        self._mode = "outside"
        self._broken = False
        self._at = 0
        self._listed = 0

    def gather(self) -> Gathered:
        for at, segment in enumerate(self._segments):
            if isinstance(segment, Sheet):
                self._table(segment)
            elif not segment[0].text.strip():
                self._broken = True
            else:
                self._line(at, *segment)
                self._broken = False
        self._found.passages.settle()
        return self._found

    def _table(self, sheet: Sheet) -> None:
        if self._question is None or self._mode == "keys":
            self._found.sheets.append(sheet)
            return
        self._question.add(sheet)
        self._question.source.append(sheet)

    def _line(self, at: int, line: Line, mark: Marker | None) -> None:
        self._at = at
        if mark and mark.kind == "keys" and (self._question is None or self._options_of(self._question)):
            self._question, self._mode = None, "keys"
            self._found.passages.end()
            return
        if self._is_key(at, line, mark):
            return
        if mark and self._begins(at, line, mark):
            self._begin(line, mark)
        elif self._question is None or self._is_passage(self._question, mark):
            self._question, self._mode = None, "outside"
            if not self._found.passages.take(line, mark):
                self._found.outside.append(line)
        else:
            self._question.source.append(line)
            self._add(self._question, line, mark)

    def _is_passage(self, question: Raw, mark: Marker | None) -> bool:
        """Whether directions for what follows begin, which belong to no question before them."""
        return mark is not None and mark.kind == "passage" and (bool(mark.label) or self._options_of(question))

    def _is_key(self, at: int, line: Line, mark: Marker | None) -> bool:
        """Take a line of keys. Without a heading only a line that is nothing but three pairs is one."""
        after = self._mode == "keys"
        pairs = keylists.pairs(line.text)
        lettered = len(pairs) > 2 and not any(label.isdigit() for _, label in pairs)
        if pairs and (after or lettered or keylists.is_headed(line.text)):
            self._found.keys += [keylists.Key(number, label, line.place) for number, label in pairs]
            self._question, self._mode = None, "keys"
            return True
        if not after:
            return False
        if mark and mark.kind in {"number", "question"}:
            solved = keylists.solution(mark.label, line.text[mark.end :])
            if solved and not self._asks_ahead(at, mark):
                self._found.keys.append(
                    keylists.Key(solved[0], solved[1], line.place, [line.cut(mark.end + solved[2])])
                )
                return True
            return False
        if self._found.keys and self._found.keys[-1].explanation is not None and not (mark and mark.kind == "passage"):
            self._found.keys[-1].explanation.append(line)
            return True
        return False

    def _begin(self, line: Line, mark: Marker) -> None:
        question = Raw(mark.label, line.place, mark.style, line.of)
        question.source.append(line)
        self._listed = 0
        rest = line.cut(mark.end)
        told = marker(rest.text)
        self._found.questions.append(question)
        self._found.passages.ask(question)
        self._question, self._mode = question, "stem"
        if told and told.kind == "labelled" and self._enter(question, rest, told):
            self._mode = "entries"
        elif rest.text.strip():
            question.add(rest)

    def _begins(self, at: int, line: Line, mark: Marker) -> bool:
        """Whether a question begins here: said outright, or by a number that counts nothing within the last one."""
        question = self._question
        if mark.kind != "number":
            return mark.kind in {"question", "field"}
        if question is None:
            return (self._mode != "keys" and not self._named) or self._asks_ahead(at, mark)
        if self._named:
            follows = mark.place == int(question.number or 0) and self._options_of(question)
            return follows and self._mode != "explanation" and self._asks_ahead(at, mark)
        if line.of and line.of == question.of:
            return True
        if not self._options_of(question):
            return self._follows_stem(question, line, mark)
        if mark.style != question.style and not (line.of and question.of):
            return False
        return self._follows_options(at, question, mark)

    def _follows_stem(self, question: Raw, line: Line, mark: Marker) -> bool:
        """A number before any options: the next statement, or the next question after one without options."""
        if question.of and not line.of:
            return False
        number = mark.place + 1
        is_next = number == int(question.number or 0) + 1 and number != self._awaited(question)
        return is_next and mark.style == question.style

    def _follows_options(self, at: int, question: Raw, mark: Marker) -> bool:
        """A number after options: the next question, one of another part, or a list within an explanation."""
        number, last = mark.place + 1, int(question.number or 0)
        explains = self._mode in {"explanation", "answer"} and number == self._listed + 1
        if explains and self._number_ahead(at, mark, last + 1):
            return False
        return number - last <= _FAR if number > last else self._asks_ahead(at, mark, last + 1)

    def _asks_ahead(self, at: int, mark: Marker, unless: int = 0) -> bool:
        """Whether options follow before the number `unless`: then this begins a question and no list in an answer.

        Where the count begins with 1 again before that, it counts this question's own statements.
        """
        for segment in self._segments[at + 1 : at + 1 + _FAR]:
            found = None if isinstance(segment, Sheet) else segment[1]
            if found is None:
                continue
            if found.kind == "letter" and found.place == 0:
                return True
            if found.kind == "number" and found.style == mark.style:
                if found.place + 1 == unless:
                    return False
                unless = 0 if found.place == 0 else unless
        return False

    def _number_ahead(self, at: int, mark: Marker, number: int) -> bool:
        """Whether the next question's number comes later, before any option: then this one counts in an answer."""
        for segment in self._segments[at + 1 : at + 1 + _FAR]:
            found = segment[1] if isinstance(segment, tuple) else None
            if found and found.kind == "letter" and found.place == 0:
                return False
            if found and found.kind == "number" and found.style == mark.style and found.place + 1 == number:
                return True
        return False

    def _options_of(self, question: Raw) -> bool:
        """Whether the options of a question have begun, so that a number may begin the next."""
        if question.answers or question.explanation:
            return True
        lettered = [group for group in question.groups[-_NEAR:] if group.kind == "letter" and len(group.entries) > 1]
        if lettered:
            listed = any(_LISTS.search(line.text) for line in question.lines)
            return not (listed and len(lettered) == 1 and lettered[0].style[:2] in {"A.", "A)", "A", "(A"})
        numbered = [group for group in question.groups[-_NEAR:] if group.kind == "number"]
        return not self._lettered and bool(numbered) and len(numbered[-1].entries) > 3

    def _awaited(self, question: Raw) -> int:
        numbered = [group for group in question.groups[-_NEAR:] if group.kind == "number"]
        return numbered[-1].next + 1 if numbered else 1

    def _add(self, question: Raw, line: Line, mark: Marker | None) -> None:
        kind = mark.kind if mark else ""
        if mark and kind in {"answer", "explanation", "told"}:
            self._tell(question, line, mark)
        elif self._mode == "explanation" and not (kind == "letter" and not self._options_of(question)):
            question.explanation.append(line)
            self._listed = mark.place + 1 if mark and kind == "number" else self._listed
        elif mark and kind in _ENTRIES and self._enter(question, line, mark):
            self._mode = "entries"
        else:
            self._continue(question, line)

    def _tell(self, question: Raw, line: Line, mark: Marker) -> None:
        rest = line.cut(mark.end)
        if mark.kind == "answer":
            question.answers.append(rest)
            self._mode = "answer"
        elif mark.kind == "explanation":
            self._mode = "explanation"
            if keylists.alone(rest.text):
                question.answers.append(rest)
            elif rest.text.strip():
                question.explanation.append(rest)
        else:
            question.told[mark.label] = rest.text.strip()

    def _enter(self, question: Raw, line: Line, mark: Marker) -> bool:
        """Put an entry into the list that it goes on with, or begin one with the first; else it is words."""
        groups = question.groups
        for group in reversed(groups[-_NEAR:]):
            if (group.kind, group.style) == (mark.kind, mark.style) and mark.place >= group.next:
                question.gap = question.gap or mark.place > group.next
                group.entries.append(Entry(mark, line))
                return True
        if mark.kind == "labelled" and groups and groups[-1].kind == "labelled" and groups[-1].next == mark.place:
            groups[-1].entries.append(Entry(mark, line))
            return True
        if mark.place == 0:
            question.add(Group([Entry(mark, line)]))
            return True
        return False

    def _continue(self, question: Raw, line: Line) -> None:
        groups = question.groups
        heads = line.style.startswith(("heading", "title")) or bool(_HEADING.match(line.text.strip()))
        if self._mode == "answer" and not heads:
            question.explanation.append(line)
            question.supposed = question.supposed or self._broken
            return
        last = groups[-1] if groups and question.parts and question.parts[-1] is groups[-1] else None
        if last is None:
            question.add(line)
            return
        entry = last.entries[-1]
        is_option = last.kind == "letter"
        other = bool(languages(line.text)) and not languages(line.text) & languages(entry.start)
        translates = other and (entry is last.entries[0] or bool(last.entries[0].more))
        if is_option and other and not translates and self._options_ahead():
            question.add(line)
        elif (heads and self._options_of(question)) or (is_option and not translates and (self._broken or other)):
            self._question, self._mode = None, "outside"
            self._found.passages.end()
            question.source.pop()
            self._found.outside.append(line)
        elif FURNITURE.fullmatch(line.text) or (ASKS.search(line.text) and not (translates and is_option)):
            question.add(line)
        else:
            question.goes_on = question.goes_on or (is_option and not translates)
            entry.more.append(line)

    def _options_ahead(self) -> bool:
        """Whether options come before the next number: then these words are the stem in the other language."""
        for segment in self._segments[self._at + 1 : self._at + 1 + _FAR]:
            found = segment[1] if isinstance(segment, tuple) else None
            if found and found.kind in {"letter", "number", "question", "answer", "field"}:
                return found.kind == "letter"
        return False
