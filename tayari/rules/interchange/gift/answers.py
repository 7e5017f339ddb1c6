"""What stands in the braces of a GIFT question, by the sort of question that it makes."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tayari.plain.graphemes import cut
from tayari.rules.interchange.amounts import number, within
from tayari.rules.interchange.asked import FULL, Answer, Form, Pair, Span
from tayari.rules.interchange.drafting import Notes
from tayari.rules.interchange.feedback import both, literal, reasons
from tayari.rules.interchange.gift.marked import Marked
from tayari.rules.interchange.gift.texts import Words

_WEIGHT = re.compile(r"\s*%(-?\d{1,3}(?:\.\d*)?)%")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_ARROW = "->"


def form_of(inside: Marked) -> Form:
    """What Moodle takes it for: the signs decide."""
    if not inside.signs.strip():
        return "prose"
    if inside.signs.startswith("#"):
        return "number"
    if inside.has("~"):
        return "choice" if inside.has("=") else "several"
    if inside.has("=") and inside.has(_ARROW):
        return "match"
    return "truth" if inside.parted("#")[0].text.strip().upper() in _TRUTHS and not inside.has("=") else "words"


def read(form: Form, inside: Marked, words: Words) -> dict[str, Any]:
    """The fields of Asked that the answers fill."""
    return _READERS[form](inside, words) if form in _READERS else {}


def _weighed(piece: Marked, usual: Decimal) -> tuple[Decimal, Marked]:
    told = _WEIGHT.match(piece.signs)
    return (Decimal(told[1]), piece.cut(told.end())) if told else (usual, piece)


def _pieces(inside: Marked, signs: str, notes: Notes) -> Iterable[tuple[str, Marked]]:
    for sign, piece in inside.split(signs):
        if sign:
            yield sign, piece
        elif piece.signs.strip():
            notes.say("warning", "stray-words", f"“{cut(piece.text.strip(), 60)}” stands before the first answer")


def _options(inside: Marked, words: Words) -> dict[str, Any]:
    answers = []
    for sign, piece in _pieces(inside, "~=", words.notes):
        weight, rest = _weighed(piece, FULL if sign == "=" else Decimal(0))
        option, feedback = rest.parted("#")
        answers.append(Answer(words.line(option.stripped()), weight, words.read(feedback)))
    return {"answers": tuple(answers)}


def _short(inside: Marked, words: Words) -> dict[str, Any]:
    """Answers are plain words: Moodle knows no format for them, and reads a lone star as anything."""
    answers, told = [], []
    bare = not inside.has("=")
    for sign, piece in inside.split("="):
        if not sign and not (bare and piece.signs.strip()):
            continue
        weight, rest = _weighed(piece, FULL)
        given, feedback = rest.parted("#")
        said = words.read(feedback)
        text = literal(given.text.strip(), words.notes)
        if text and weight > 0:
            answers.append(Answer({words.languages[0]: text}, weight))
        told.append((said, weight >= FULL))
    why, others = reasons(told)
    return {"answers": tuple(answers), "why": why, "notes": others}


def _truth(inside: Marked, words: Words) -> dict[str, Any]:
    answer, after = inside.parted("#")
    told = answer.text.strip()
    if told not in _TRUTHS:
        words.notes.say(
            "advice", "small-letters", f"“{told}” is taken for {told.upper()}; Moodle would take it as words"
        )
    wrong, right = after.parted("#") if after is not None else (None, None)
    return {"true": _TRUTHS[told.upper()], "why": both(words.read(wrong), words.read(right), words.notes)}


def _numbers(inside: Marked, words: Words) -> dict[str, Any]:
    spans, told = [], []
    for sign, piece in inside.cut(1).split("=~"):
        if not piece.signs.strip():
            continue
        weight, rest = _weighed(piece, Decimal(0) if sign == "~" else FULL)
        given, feedback = rest.parted("#")
        told.append((words.read(feedback), sign != "~" and weight >= FULL))
        if sign != "~" and given.text.strip() not in {"", "*"}:
            ends = _ends(given.text)
            if ends is None:
                words.notes.say(
                    "warning", "no-number", f"“{cut(given.text.strip(), 40)}” is no number that can be kept"
                )
            elif weight > 0:
                spans.append(Span(*ends, weight))
    why, others = reasons(told)
    return {"spans": tuple(spans), "why": why, "notes": others}


def _ends(text: str) -> tuple[Decimal, Decimal] | None:
    """`31`, `31:0.5` and `30.5..31.5` as the lowest and the highest number."""
    low, dots, high = text.partition("..")
    middle, _, reach = text.partition(":")
    one, other = (number(low), number(high)) if dots else (number(middle), number(reach or "0"))
    if one is None or other is None:
        return None
    return (min(one, other), max(one, other)) if dots else within(one, other)


def _pairs(inside: Marked, words: Words) -> dict[str, Any]:
    pairs = []
    for _, piece in _pieces(inside, "=", words.notes):
        left, right = piece.parted(_ARROW)
        if right is None:
            words.notes.say("error", "no-arrow", f"“{cut(piece.text.strip(), 60)}” has no -> to what it goes with")
            continue
        pairs.append(Pair(words.line(left.stripped()), words.line(right.stripped())))
    return {"pairs": tuple(pairs)}


_READERS = {
    "choice": _options,
    "several": _options,
    "words": _short,
    "truth": _truth,
    "number": _numbers,
    "match": _pairs,
}
