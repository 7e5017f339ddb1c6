"""What is told as to come of a day that is past, where that day is right."""

import re
from collections.abc import Iterator

from tayari.rules.lint.base import Fact
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.weighing.tenses import WILL

_WILL = re.compile(rf"{WILL}[a-z]+")
_WILL_HINDI = re.compile("(?:हो|कर|दे|ले|मिल|जा|आ|बन|रह)(?:एगा|एगी|एँगे|एंगे|गा|गी|ंगे|ेगा|ेगी|ेंगे)(?![\u0900-\u097f])")
_OPENING = 6  # characters before a day with which a sentence opens
_SURE = ("here", "before", "edition", "kin", "earlier", "day")


def to_come(focus: Focus) -> Iterator[Claim]:
    """“will take effect on 16 May 2017”: of a past day that a fact about what is named explains."""
    scene, sentence = focus.scene, focus.scene.sentence
    if any(one.rule == "fact.tense" and one.truth is False for one in scene.claims):
        return
    for value in focus.values:
        found = value.date
        if (
            not found
            or not found.year
            or found.exactness == 1
            or found.last >= scene.as_of
            or not scene.is_free(value.start)
        ):
            continue
        match = _told(sentence, value)
        held = next(_explaining(focus, value), None) if match and not sentence.is_quoted(match.start()) else None
        if match and held:
            words = match[0]
            yield Claim(
                "fact.tense", match.start(), match.end(), False, held.subject, held.predicate, (held,), words, "",
                date=found, strong=False, claim=f"{words}: {found.words}",
            )  # fmt: skip
            return


def _told(sentence: Sentence, value: Value) -> re.Match[str] | None:
    """The words of a day's clause that tell it as to come."""
    piece = sentence.pieces[sentence.piece_at(value.start)]
    end = [one for one in sentence.pieces if one.clause == piece.clause][-1].end
    if sentence.hindi:
        return _WILL_HINDI.search(sentence.text, value.end, end)
    match = _WILL.search(sentence.text, piece.start, value.start)
    opens = value.start - sentence.start < _OPENING
    return _WILL.search(sentence.text, value.end, end) if opens and not match else match


def _explaining(focus: Focus, value: Value) -> Iterator[Fact]:
    """The facts of which a value is the day, of what is named or was before."""
    for ref in sorted(focus.explained[value]):
        anchor = focus.anchors.get(ref)
        if anchor and anchor.near in _SURE:
            for slot in focus.slots.of(ref):
                if slot.side == "object" and slot.day and focus.agrees(value, slot):
                    yield slot.fact
