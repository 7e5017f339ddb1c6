"""What a question of Moodle's XML takes as an answer, by its type."""

from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from tayari.plain.graphemes import cut
from tayari.rules.interchange.amounts import number, within
from tayari.rules.interchange.asked import FULL, Answer, Form, Pair, Span
from tayari.rules.interchange.feedback import both, literal, note, reasons
from tayari.rules.interchange.formed import lines
from tayari.rules.interchange.moodle.nodes import Reader, truth, value, weight, words_of
from tayari.rules.interchange.words import tidy

Fields = dict[str, Any]


def read(kind: str, node: Element, texts: Reader) -> tuple[Form, Fields] | None:
    """The form of the question and the fields of Asked that its answers fill; None for a type that is not held."""
    reader = _READERS.get(kind)
    return reader(node, texts) if reader else None


def _choice(node: Element, texts: Reader) -> tuple[Form, Fields]:
    answers = tuple(
        Answer(lines(texts(answer)), weight(answer), texts(answer.find("feedback")))
        for answer in node.findall("answer")
    )
    return "choice" if truth(node, "single", True) else "several", {"answers": answers}


def _truth(node: Element, texts: Reader) -> tuple[Form, Fields]:
    told: dict[bool, Element] = {}
    given = node.findall("answer")[:2]
    named = [words_of(answer).lower() for answer in given]
    for at, answer in enumerate(given):
        is_true = named[at] == "true" if set(named) <= {"true", "false"} else at == 0
        told.setdefault(is_true, answer)
    if not set(named) <= {"true", "false"}:
        texts.words.notes.say("advice", "truth-order", "its answers are not named true and false; the first is true")
    full = [is_true for is_true, answer in told.items() if (weight(answer) or 0) >= FULL]
    true = full[0] if len(full) == 1 else None
    feedback = {is_true: texts(answer.find("feedback")) for is_true, answer in told.items()}
    right = true if true is not None else True
    why = both(feedback.get(not right, {}), feedback.get(right, {}), texts.words.notes)
    return "truth", {"true": true, "why": why}


def _words(node: Element, texts: Reader) -> tuple[Form, Fields]:
    answers, told = [], []
    for answer in node.findall("answer"):
        share = weight(answer) or Decimal(0)
        words = literal(tidy(words_of(answer)), texts.words.notes)
        if words and share > 0:
            answers.append(Answer({texts.words.languages[0]: words}, share))
        told.append((texts(answer.find("feedback")), share >= FULL))
    if truth(node, "usecase", False):
        texts.words.notes.say("advice", "case-counts", "in the file capital letters count; here they do not")
    why, others = reasons(told)
    return "words", {"answers": tuple(answers), "why": why, "notes": others}


def _number(node: Element, texts: Reader) -> tuple[Form, Fields]:
    spans, told = [], []
    for answer in node.findall("answer"):
        share = weight(answer) or Decimal(0)
        words = words_of(answer)
        told.append((texts(answer.find("feedback")), share >= FULL and words != "*"))
        middle, reach = number(words), number(value(answer, "tolerance") or "0")
        if words in {"", "*"} or share <= 0:
            continue
        if middle is None or reach is None:
            texts.words.notes.say("warning", "no-number", f"“{cut(words, 40)}” is no number that can be kept")
        else:
            spans.append(Span(*within(middle, reach), share))
    why, others = reasons(told)
    return "number", {"spans": tuple(spans), "why": why, "notes": others, "unit": _unit(node, texts)}


def _unit(node: Element, texts: Reader) -> str:
    """The unit in which the value is told; others that Moodle would convert are said."""
    units = [(value(unit, "unit_name"), number(value(unit, "multiplier") or "1")) for unit in node.iter("unit")]
    plain = [name for name, factor in units if name and factor == 1]
    others = [name for name, _ in units if name and name not in plain[:1]]
    if others:
        texts.words.notes.say("warning", "units", f"in the file the answer may also be in {', '.join(others)}")
    return plain[0] if plain else ""


def _match(node: Element, texts: Reader) -> tuple[Form, Fields]:
    pairs = tuple(
        Pair(lines(texts(pair)), lines(texts.plain(pair.find("answer")))) for pair in node.findall("subquestion")
    )
    return "match", {"pairs": pairs}


def _prose(node: Element, texts: Reader) -> tuple[Form, Fields]:
    marks, most = number(value(node, "defaultgrade")), value(node, "maxwordlimit")
    template = texts(node.find("responsetemplate"))
    return "prose", {
        "points": texts(node.find("graderinfo")),
        "marks": int(marks) if marks and marks > 1 and marks == int(marks) else None,
        "most_words": int(most) if most.isdecimal() and 0 < len(most) < 6 else None,
        "notes": (note("Text to begin with", template),) if template else (),
    }


_READERS = {
    "multichoice": _choice,
    "truefalse": _truth,
    "shortanswer": _words,
    "numerical": _number,
    "matching": _match,
    "match": _match,
    "essay": _prose,
}
