"""Reads Aiken. A stem may have several lines; what Moodle's own reader drops is told with its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from tayari.plain.graphemes import cut
from tayari.rules.interchange.aiken.lines import Line, lines
from tayari.rules.interchange.asked import FULL, Answer, Asked
from tayari.rules.interchange.drafting import Notes, found
from tayari.rules.interchange.reading import Found, Reading, Unreadable
from tayari.rules.interchange.tongues import languages_of, pieces, said, texts
from tayari.rules.interchange.words import plain, tidy


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one question: stem, options with the lines that go on with them, and its answer line."""

    stem: Sequence[Line]
    options: Sequence[Sequence[Line]]
    answer: Line | None
    after: int

    def lines(self) -> list[Line]:
        told = [*self.stem, *(line for option in self.options for line in option)]
        return [*told, self.answer] if self.answer else told

    @property
    def first(self) -> int:
        return next((line.number for line in self.lines() if line.sort != "blank"), self.after)


def read(text: str) -> Reading:
    """Every question of an Aiken file. Raises Unreadable when there is none."""
    told = lines(text)
    if not any(line.sort != "blank" for line in told):
        raise Unreadable("the file is empty")
    if not any(line.sort in {"option", "answer"} for line in told):
        raise Unreadable("this is not Aiken: no line such as “A) first option” and none such as “ANSWER: A”")
    raw = plain(text).split("\n")
    return Reading(tuple(_found(block, raw) for block in _blocks(told)))


def _blocks(told: Sequence[Line]) -> Iterator[_Block]:
    held: list[Line] = []
    for line in told:
        if line.sort == "answer":
            yield from _split(held, line, line.number)
            held = []
        else:
            held.append(line)
    if any(line.sort != "blank" for line in held):
        yield from _split(held, None, held[-1].number)


def _split(held: Sequence[Line], answer: Line | None, after: int) -> Iterator[_Block]:
    """The questions that end with this answer line: one, or more when earlier ones have no answer line."""
    runs = _runs(held)
    start = 0
    said = list(accumulate((line.sort != "blank" for line in held), initial=0))
    for this, following in pairwise(runs):
        begun = said[this[0]] > said[start]
        if not (begun and _is_unfinished(held, this, runs[-1])):
            continue
        last = this[-1]
        end = next((at for at in range(last + 1, following[0]) if held[at].sort == "blank"), last + 1)
        yield _block(held[start:end], [at - start for at in this], None, held[min(end, len(held) - 1)].number)
        start = end
    yield _block(held[start:], [at - start for at in runs[-1]] if runs else [], answer, after)


def _runs(held: Sequence[Line]) -> list[list[int]]:
    """Places of options that follow one another from A on."""
    runs: list[list[int]] = []
    for at, line in enumerate(held):
        if line.sort != "option":
            continue
        if line.letter == "A":
            runs.append([at])
        elif runs and _goes_on(held[runs[-1][-1]], line):
            runs[-1].append(at)
    return runs


def _goes_on(before: Line, line: Line) -> bool:
    """Whether an option belongs to the run: written alike and not earlier in the alphabet, or the next letter."""
    if line.style == before.style:
        return line.letter >= before.letter
    return line.style[:1] == before.style[:1] == "A" and ord(line.letter) == ord(before.letter) + 1


def _is_unfinished(held: Sequence[Line], run: Sequence[int], last: Sequence[int]) -> bool:
    """Whether options with words before them close a question of their own, and are no list inside a stem."""
    if held[run[0]].style != held[last[0]].style:
        return False
    return len(run) > 1 or held[run[-1] + 1].sort == "blank"


def _block(told: Sequence[Line], run: Sequence[int], answer: Line | None, after: int) -> _Block:
    if not run:
        return _Block(told, (), answer, after)
    ends = [*run[1:], len(told)]
    options = [told[at:end] for at, end in zip(run, ends, strict=True)]
    return _Block(told[: run[0]], options, answer, after)


def _found(block: _Block, raw: Sequence[str]) -> Found:
    notes = Notes(f"line {block.first}")
    last = max((line.number for line in block.lines()), default=block.after)
    return found(_asked(block, notes), notes, "\n".join(raw[block.first - 1 : last]).strip())


def _asked(block: _Block, notes: Notes) -> Asked | None:
    stem = said(pieces(tidy("\n".join(line.whole() for line in block.stem))))
    languages = languages_of(stem)
    answers = []
    weights = _weights(block, notes)
    for option, weight in zip(block.options, weights, strict=True):
        words = tidy("\n".join(line.words if line is option[0] else line.whole() for line in option))
        answers.append(Answer(texts(said(pieces(words)), languages), weight))
    if not block.options:
        notes.say("error", "no-options", _bare(block))
        return None
    if not stem.words and not stem.marked:
        notes.say("error", "no-stem", "options stand here without a question before them; write it above A)")
        return None
    return Asked("choice", texts(stem, languages), tuple(answers))


def _bare(block: _Block) -> str:
    if block.answer and not any(line.sort != "blank" for line in block.stem):
        return "an answer line stands here without a question before it"
    return f"these words have no options (“{cut(tidy(' '.join(line.words for line in block.stem)), 60)}”)"


def _weights(block: _Block, notes: Notes) -> list[Decimal | None]:
    """The share of each option: all of it for the one that the answer line names, if it names one."""
    letters = [option[0].letter for option in block.options]
    nothing: list[Decimal | None] = [None] * len(letters)
    _tell_letters(block, letters, notes)
    if block.answer is None:
        if letters:
            notes.say(
                "warning",
                "no-answer-line",
                "the question has no line ANSWER: before the next one, or the end",
                f"line {block.after}",
            )
        return nothing
    where = f"line {block.answer.number}"
    name = block.answer.names
    if not name:
        notes.say("warning", "key-unclear", f"“ANSWER: {cut(block.answer.words, 40)}” names no one letter", where)
        return nothing
    if letters.count(name) != 1:
        why = "two options have that letter" if name in letters else "no option has that letter"
        if letters:
            notes.say("warning", "key-out-of-range", f"ANSWER: {name}, but {why}", where)
        return nothing
    return [FULL if letter == name else Decimal(0) for letter in letters]


def _tell_letters(block: _Block, letters: Sequence[str], notes: Notes) -> None:
    for before, option in zip(letters, block.options[1:], strict=False):
        here, where = option[0].letter, f"line {option[0].number}"
        if here == before:
            notes.say("warning", "letter-twice", f"two options have the letter {here}", where)
        elif ord(here) != ord(before) + 1:
            notes.say("warning", "letter-missing", f"after {before} comes {here}; an option may be missing", where)
