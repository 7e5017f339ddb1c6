"""A question as it was asked elsewhere, made a draft of tayari-question/1, with what has to be said about it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts, in_language
from tayari.rules.interchange.amounts import joined, written
from tayari.rules.interchange.asked import Answer, Asked, Pair
from tayari.rules.interchange.identity import passage_ref
from tayari.rules.interchange.making import LETTERS, MOST_OPTIONS, option_rows, question
from tayari.rules.interchange.reading import Confidence, Finding, Found, Level
from tayari.rules.interchange.words import is_mixed
from tayari.rules.kinds.reading import fold

Content = dict[str, Any]
_LISTS = (3, 5)
# What readers say themselves when they know more exactly why there is no key.
_NO_KEY = ("no-answer-line", "key-unclear", "key-out-of-range")


class Notes:
    """Findings about one place, in the order in which they were made."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.made: list[Finding] = []

    def say(self, level: Level, rule: str, message: str, where: str = "") -> None:
        self.made.append(Finding(where or self.where, level, rule, message))

    def has(self, *rules: str) -> bool:
        return any(finding.rule in rules for finding in self.made)

    @property
    def is_out(self) -> bool:
        return any(finding.level == "error" for finding in self.made)


def found(
    asked: Asked | None, notes: Notes, source: str, *, number: str = "", confidence: Confidence = "sure"
) -> Found:
    """The place's question with its findings; one without words, or with an error, is not brought in."""
    content = drafted(asked, notes) if asked is not None and not notes.is_out else None
    if notes.is_out:
        content = None
    return Found(notes.where, source, content, number, confidence, tuple(notes.made))


def drafted(asked: Asked, notes: Notes) -> Content | None:
    """Content of the kind that holds what was asked. What the file does not say is absent."""
    if not any(asked.stem.values()):
        notes.say("error", "no-stem", "it has no question text; write the question before its answers")
        return None
    _languages(asked, notes)
    own = _BY_FORM[asked.form](asked, notes)
    if own and asked.passage:
        own = _on_passage(own, asked.passage, notes)
    return None if own is None else question(stem=dict(asked.stem), **own, **_head(asked))


def _on_passage(own: Content, text: Texts, notes: Notes) -> Content:
    """The question as one that a text beside it decides, where it can be one; else what is lost is told."""
    if own["kind"] == "single" and len(own["options"]) == 4:
        return {**own, "kind": "passage", "passage": {"ref": passage_ref(text), "text": dict(text)}}
    words = "the text beside it goes only with a question that has four options and one key; put it into the stem"
    notes.say("warning", "passage-left", words)
    return own


def _languages(asked: Asked, notes: Notes) -> None:
    if "en" not in asked.stem:
        notes.say("advice", "hindi-alone", "it is in Hindi alone; write its English before it can be printed")
    elif len(asked.stem) == 1 and is_mixed(asked.stem["en"]):
        notes.say("advice", "languages-together", "English and Hindi stand in one text; keep each in its own field")


def _head(asked: Asked) -> Content:
    return {
        "ref": asked.ref,
        "topics": list(asked.topics),
        "difficulty": asked.difficulty,
        "explanation": dict(asked.closing),
        "note": "\n".join(asked.notes),
    }


def _choice(asked: Asked, notes: Notes) -> Content | None:
    if len(asked.answers) < 2:
        notes.say("error", "too-few-options", "it has fewer than two options")
        return None
    if len(asked.answers) > MOST_OPTIONS:
        notes.say("error", "too-many-options", f"it has {len(asked.answers)} options; at most {MOST_OPTIONS} are held")
        return None
    _alike(asked.answers, notes)
    right = _right(asked, notes)
    texts, why = [answer.text for answer in asked.answers], [answer.feedback for answer in asked.answers]
    options = option_rows(texts, right, why)
    return {"kind": "multi-select" if asked.form == "several" else "single", "options": options}


def _alike(answers: Sequence[Answer], notes: Notes) -> None:
    seen: dict[str, str] = {}
    for letter, answer in zip(LETTERS, answers, strict=False):
        if not any(answer.text.values()):
            notes.say("warning", "empty-option", f"option {letter} has no words")
            continue
        words = in_language(answer.text, "en")
        twin = seen.setdefault(fold(words) or words, letter)
        if twin != letter:
            notes.say("warning", "same-options", f"options {twin} and {letter} say the same ({cut(words, 40)})")


def _right(asked: Asked, notes: Notes) -> set[int] | None:
    """The places of the right options; None when the file does not say, or says more than one kind can hold."""
    weights = [answer.weight for answer in asked.answers]
    known = [Decimal(0) if weight is None else weight for weight in weights]
    if all(weight is None for weight in weights) or max(known) <= 0:
        if not notes.has(*_NO_KEY):
            notes.say("warning", "no-key", "the file does not say which option is right; mark it")
        return None
    if asked.form == "several":
        _shares(known, notes)
        return {at for at, weight in enumerate(known) if weight > 0}
    right = {at for at, answer in enumerate(asked.answers) if answer.is_full}
    partial = {at: weight for at, weight in enumerate(known) if weight and at not in right}
    if partial:
        said = ", ".join(f"{LETTERS[at]} {written(weight)} %" for at, weight in partial.items())
        notes.say("warning", "partial-marks", f"the file gives a share of the marks ({said}); here it earns nothing")
    if not right:
        notes.say("warning", "no-key", "no option earns full marks in the file; mark the right one")
        return None
    if len(right) > 1:
        letters = ", ".join(LETTERS[at] for at in sorted(right))
        notes.say("warning", "two-keys", f"options {letters} each earn full marks in the file; one may be right")
    return right


def _shares(weights: Sequence[Decimal], notes: Notes) -> None:
    if sum(weight > 0 for weight in weights) > 1 or any(weight < 0 for weight in weights):
        notes.say(
            "advice",
            "partial-marks",
            "the file gives shares of the marks; here all right options and no other must be marked",
        )


def _truth(asked: Asked, notes: Notes) -> Content:
    answer: Content = {}
    if asked.true is None:
        notes.say("warning", "no-key", "the file does not say whether it is true; say it")
    else:
        answer["true"] = asked.true
    return {"kind": "true-false", "answer": _reasoned(answer, asked.why)}


def _words(asked: Asked, notes: Notes) -> Content:
    accepted: list[str] = []
    for answer in asked.answers:
        words = in_language(answer.text, "en")
        if not answer.is_full:
            share = written(answer.weight or Decimal(0))
            notes.say("warning", "partial-marks", f"“{cut(words, 60)}” earns {share} % in the file; here it is wrong")
        else:
            accepted += [said for said in answer.text.values() if said not in accepted]
    if not accepted:
        notes.say("warning", "no-key", "no answer earns full marks; write the words that count")
    row: Content = {"accepted": accepted} if accepted else {}
    return {"kind": "short-answer", "answer": _reasoned(row, asked.why)}


def _number(asked: Asked, notes: Notes) -> Content:
    full = [span for span in asked.spans if span.is_full]
    for span in asked.spans:
        if span not in full:
            said = f"{written(span.low)} to {written(span.high)}"
            notes.say(
                "warning", "partial-marks", f"{said} earns {written(span.weight)} % in the file; here it is wrong"
            )
    row: Content = {}
    whole = joined(full)
    if whole:
        middle, reach = whole
        row = {"value": written(middle), "tolerance": written(reach)}
    elif full:
        said = ", ".join(written(span.low) for span in full)
        notes.say("warning", "several-numbers", f"several numbers are right ({said}); one range is held, so write it")
    else:
        notes.say("warning", "no-key", "no number earns full marks; write the value")
    if asked.unit:
        row["unit"] = asked.unit
    return {"kind": "numeric", "answer": _reasoned(row, asked.why)}


def _match(asked: Asked, notes: Notes) -> Content | None:
    pairs = [pair for pair in asked.pairs if any(pair.left.values())]
    if len(pairs) < 2:
        notes.say("error", "too-few-pairs", "it matches fewer than two pairs")
        return None
    rights = _rights(asked.pairs)
    letters = [chr(ord("A") + at) if at < 26 else f"A{at}" for at in range(len(pairs))]
    numbers = {_key(right): str(at) for at, right in enumerate(rights, start=1)}
    targets = [numbers[_key(pair.right)] if any(pair.right.values()) else "" for pair in pairs]
    if not _LISTS[0] <= len(pairs) <= _LISTS[1] or len(rights) > _LISTS[1] + 1:
        notes.say("warning", "list-length", f"it has {len(pairs)} and {len(rights)} entries; a match has three to five")
    if len(set(targets)) < len(targets):
        notes.say("warning", "entry-twice", "one right entry goes with two left ones; a match gives each its own")
    notes.say("warning", "no-choices", "the file has no answer codes; write the four that are offered")
    said: Content = {
        "kind": "match",
        "lists": {
            "left": [{"id": name, "text": dict(pair.left)} for name, pair in zip(letters, pairs, strict=True)],
            "right": [{"id": numbers[_key(right)], "text": dict(right)} for right in rights],
        },
        "matches": {name: target for name, target in zip(letters, targets, strict=True) if target},
    }
    return _reasoned(said, asked.why)


def _key(words: Texts) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(words.items()))


def _rights(pairs: Iterable[Pair]) -> list[Texts]:
    """The right entries once each, in the order of their words, so that their order does not give the key away."""
    told = {_key(pair.right): pair.right for pair in pairs if any(pair.right.values())}
    return [told[key] for key in sorted(told)]


def _order(asked: Asked, notes: Notes) -> Content | None:
    """Things to be put in order, with that order as the one choice there is; what it rests on is not in the file."""
    if len(asked.things) < 2:
        notes.say("error", "too-few-options", "it has fewer than two things to put in order")
        return None
    names = [f"i{at}" for at in range(1, len(asked.things) + 1)]
    items = [{"id": name, "text": dict(words)} for name, words in zip(names, asked.things, strict=True)]
    if not asked.order:
        notes.say("warning", "no-key", "the file does not say the right order; write the dates")
    else:
        notes.say(
            "warning", "order-without-dates", "the file says the order alone; write the dates, and three other orders"
        )
    if not _LISTS[0] <= len(items) <= _LISTS[1]:
        notes.say("warning", "list-length", f"it has {len(items)} things; three to five are put in order")
    said: Content = {"kind": "chronology", "items": items}
    return {**said, "choices": [[names[at] for at in asked.order]]} if asked.order else said


def _prose(asked: Asked, notes: Notes) -> Content:
    said: Content = {"kind": "descriptive"}
    if asked.marks:
        said["marks"] = asked.marks
    if asked.most_words:
        said["word_limit"] = asked.most_words
    if asked.points:
        said["points"] = [{"id": "m1", "text": dict(asked.points)}]
    return said


def _reasoned(row: Content, why: Texts) -> Content:
    return {**row, "why": dict(why)} if why else row


_BY_FORM = {
    "choice": _choice,
    "several": _choice,
    "truth": _truth,
    "words": _words,
    "number": _number,
    "match": _match,
    "order": _order,
    "prose": _prose,
}
