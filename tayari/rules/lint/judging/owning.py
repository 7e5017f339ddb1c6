"""Whether an author says a thing himself: not what is quoted, and not what was only planned."""

from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.binding import Binder
from tayari.rules.lint.reading.sentence import Sentence


def is_disowned(index: Index, sentence: Sentence, binder: Binder, start: int) -> bool:
    """Whether what stands at a place is quoted, or part of a plan."""
    if sentence.is_quoted(start):
        return True
    if not sentence.planned:
        return False
    number = sentence.piece_at(start)
    while True:
        piece = sentence.pieces[number]
        if any(
            piece.start <= at < piece.end
            for at, _ in sentence.planned
            if not _is_told(index, sentence, binder, at, start)
        ):
            return True
        # A run of words without a verb goes on with what was planned before it.
        if not number or any(piece.start <= verb.start < piece.end for verb in sentence.verbs):
            return False
        number -= 1


def _is_told(index: Index, sentence: Sentence, binder: Binder, planned: int, start: int) -> bool:
    """“was put off on 27 June”: what was done to a plan on a day is told as done."""
    if not sentence.text.endswith((" on ", " in "), 0, start):
        return False
    refs = {ref for verb in sentence.verbs if verb.start <= planned < verb.end for ref in verb.predicates}
    subjects = {ref for one in binder.subjects for ref in one.refs}
    return any(index.base.about.get((subject, ref)) for subject in subjects for ref in refs)
