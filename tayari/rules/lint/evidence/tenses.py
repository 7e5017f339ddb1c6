"""What is told as to come of a day that is past, where that day is right."""

import re
from collections.abc import Iterator

from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.judging.claims import Claim

_WILL = re.compile(r"\b(?:will|shall|(?:is|are)\s+(?:set\s+|due\s+|about\s+|going\s+)?to)\s+(?:be\s+)?[a-z]+")
_WILL_HINDI = re.compile("(?:हो|कर|दे|ले|मिल|जा|आ|बन|रह)(?:एगा|एगी|एँगे|एंगे|गा|गी|ंगे|ेगा|ेगी|ेंगे)(?![\u0900-\u097f])")
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
        fact = next(_explaining(focus, value), "")
        piece = sentence.pieces[sentence.piece_at(value.start)]
        same = [one for one in sentence.pieces if one.clause == piece.clause]
        if sentence.hindi:
            match = _WILL_HINDI.search(sentence.text, value.end, same[-1].end)
        else:
            match = _WILL.search(sentence.text, piece.start, value.start) or (
                _WILL.search(sentence.text, value.end, same[-1].end)
                if value.start - sentence.start < _OPENING
                else None
            )
        if fact and match and not sentence.is_quoted(match.start()):
            held = focus.index.by_ref[fact]
            words = match[0]
            yield Claim(
                "fact.tense", match.start(), match.end(), False, held.subject, held.predicate, (held,), words, "",
                date=found, strong=False, claim=f"{words}: {found.words}",
            )  # fmt: skip
            return


_OPENING = 6  # characters before a day with which a sentence opens


def _explaining(focus: Focus, value: Value) -> Iterator[str]:
    """The facts of which a value is the day, of what is named or was before."""
    for ref in sorted(focus.explained[value]):
        anchor = focus.anchors.get(ref)
        if anchor and anchor.near in _SURE:
            for slot in focus.slots.of(ref):
                if slot.side == "object" and slot.day and focus.agrees(value, slot):
                    yield slot.fact.ref
