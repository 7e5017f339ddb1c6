"""A question of ours as other formats can hold it, and what of it they cannot."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from tayari.plain.texts import Texts, in_language
from tayari.rules import kinds
from tayari.rules.interchange.amounts import number, within
from tayari.rules.interchange.asked import FULL, Answer, Asked, Pair, Span
from tayari.rules.interchange.feedback import together
from tayari.rules.interchange.losses import Losses
from tayari.rules.interchange.tongues import ordered
from tayari.rules.interchange.words import tidy
from tayari.rules.kinds.plain_text import plain
from tayari.rules.kinds.wording import LANGUAGES

Content = Mapping[str, Any]
_NAMES = {"en": "English", "hi": "Hindi"}
_FACTS = ("facts", "claim")
_ORDERED = ("chronology", "location")
_DETAILS = {key: key for key in ("source", "licence", "provenance", "exam", "pattern", "note")} | {"as_of": "as of"}


class NotWritten(ValueError):
    """The format cannot hold the question; the message says why and what to do."""


class Speaker:
    """Takes words of content in the language asked for, or in all that they have."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, value: Any) -> dict[str, str]:
        if not isinstance(value, Mapping):
            return {}
        told = {str(code): words for code, words in value.items() if isinstance(words, str)}
        if self.language:
            words = tidy(in_language(told, self.language))
            return {self.language: words} if words else {}
        return ordered(told)


def name_of(content: Content, at: int) -> str:
    """How findings name a question: by its ref, else by its number in what is written."""
    return str(content.get("ref") or f"number {at}")


def asked(content: Content, name: str, language: str, losses: Losses, *, orders: bool = False) -> Asked:
    """The question in `language`, or in both for an empty one; with `orders` the format can ask for an order itself.

    Raises NotWritten.
    """
    speak = Speaker(language)
    kind = str(content.get("kind", ""))
    build = _order if orders and kind in _ORDERED else _BY_KIND.get(kind, _composed)
    if kind not in kinds.KINDS:
        raise NotWritten(f"its kind {kind!r} is not known")
    said = build(content, speak, name, losses)
    if not said.stem:
        raise NotWritten("it has no words to ask with")
    _tell_languages(content, name, language, losses)
    _tell_details(content, name, losses)
    return said


def _tell_languages(content: Content, name: str, language: str, losses: Losses) -> None:
    stem = content.get("stem") or {}
    if not language:
        return
    for other in LANGUAGES:
        if other != language and stem.get(other) and stem.get(language):
            losses.count("lost-language", name, _NAMES[other])
    if not stem.get(language):
        losses.count("other-language", name, _NAMES.get(language, language))


def _tell_details(content: Content, name: str, losses: Losses) -> None:
    if any(_holds(content, key) for key in _FACTS):
        losses.count("lost-facts", name)
    losses.count_details(name, {what: content.get(key) for key, what in _DETAILS.items()})


def _holds(value: Any, key: str) -> bool:
    """Whether a field of this name stands anywhere inside."""
    if isinstance(value, Mapping):
        return bool(value.get(key)) or any(_holds(one, key) for one in value.values())
    return isinstance(value, list) and any(_holds(one, key) for one in value)


def _head(content: Content, speak: Speaker) -> dict[str, Any]:
    return {
        "closing": speak(content.get("explanation")),
        "ref": str(content.get("ref") or ""),
        "topics": tuple(str(topic) for topic in content.get("topics") or ()),
        "difficulty": str(content.get("difficulty") or ""),
    }


def _stem(content: Content, speak: Speaker) -> dict[str, str]:
    """What is asked: the stem, and the question's own closing line where it has one."""
    stem, ask = speak(content.get("stem")), speak(content.get("ask"))
    return {code: "\n".join(filter(None, [words, ask.get(code, "")])) for code, words in stem.items()}


def _rows(content: Content, name: str) -> list[Content]:
    given = content.get(name)
    return [row for row in given if isinstance(row, Mapping)] if isinstance(given, list) else []


def _choice(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    """A draft may have any number of options, and no key."""
    several = content.get("kind") == "multi-select"
    rows = _rows(content, "options")
    if len(rows) < 2:
        raise NotWritten("it has fewer than two options")
    truths = [row.get("true") for row in rows]
    if any("claim" in row for row in rows) and not all(isinstance(true, bool) for true in truths):
        raise NotWritten("its key hangs on facts, and nobody has judged them; derive the key first")
    wanted = not content.get("negative", False)
    known = any(isinstance(true, bool) for true in truths)
    if not known:
        losses.count("no-key", name)
    weights = [FULL if true is wanted else Decimal(0) for true in truths] if known else [None] * len(rows)
    answers = tuple(
        Answer(speak(row.get("text")), weight, speak(row.get("why"))) for row, weight in zip(rows, weights, strict=True)
    )
    return Asked("several" if several else "choice", _stem(content, speak), answers, **_head(content, speak))


def _composed(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    """A kind of ours that others lack: all that it prints becomes the stem, and its options become options."""
    question, derived = _derived(content)
    printed = {**question.printed(), "options": []}
    stem = speak({code: plain(printed, code) for code in question.head.stem})
    answers = tuple(
        Answer(
            speak(option.texts),
            FULL if option.id in derived.key else Decimal(0),
            speak(derived.reasons.get(option.id)),
        )
        for option in derived.options
    )
    if content.get("kind") != "passage":
        losses.count("lost-kind", name)
    return Asked("choice", stem, _spoken(answers, stem), **_head(content, speak))


def _derived(content: Content) -> tuple[kinds.Question, kinds.Derived]:
    """The whole question and its key. Raises NotWritten for a draft, and for one that the facts have to judge."""
    try:
        question = kinds.parse({"ref": "q.draft", **content})
        return question, kinds.derive(question, {})
    except kinds.Refused as refusal:
        raise NotWritten(str(refusal).partition(": ")[2] or str(refusal)) from None


def _spoken(answers: Iterable[Answer], stem: Texts) -> tuple[Answer, ...]:
    """Standing words exist in every language; a question keeps those in which it asks."""
    return tuple(
        Answer(
            {code: words for code, words in answer.text.items() if code in stem} or answer.text,
            answer.weight,
            {code: words for code, words in answer.feedback.items() if code in stem},
        )
        for answer in answers
    )


def _answer(content: Content) -> Content:
    given = content.get("answer")
    return given if isinstance(given, Mapping) else {}


def _truth(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    row = _answer(content)
    true = row.get("true")
    if "claim" in row and not isinstance(true, bool):
        raise NotWritten("its key hangs on facts, and nobody has judged them; derive the key first")
    return Asked(
        "truth",
        _stem(content, speak),
        true=true if isinstance(true, bool) else None,
        why=speak(row.get("why")),
        **_head(content, speak),
    )


def _words(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    row = _answer(content)
    given = row.get("accepted")
    accepted = dict.fromkeys(filter(None, (tidy(str(words)) for words in given))) if isinstance(given, list) else {}
    stem = _stem(content, speak)
    language = next(iter(stem), "en")
    answers = tuple(Answer({language: words}, FULL) for words in accepted)
    return Asked("words", stem, answers, why=speak(row.get("why")), **_head(content, speak))


def _number(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    row = _answer(content)
    value, reach = number(str(row.get("value", ""))), number(str(row.get("tolerance", "0")))
    if row.get("value") is not None and (value is None or reach is None):
        raise NotWritten(f"its answer {row.get('value')!r} ± {row.get('tolerance')!r} is no number")
    spans = () if value is None or reach is None else (Span(*within(value, reach)),)
    return Asked(
        "number",
        _stem(content, speak),
        spans=spans,
        why=speak(row.get("why")),
        unit=str(row.get("unit") or ""),
        **_head(content, speak),
    )


def _match(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    lists = content.get("lists")
    if not isinstance(lists, Mapping):
        raise NotWritten("it has no lists to match")
    matches = content.get("matches")
    codes = {str(left): str(right) for left, right in matches.items()} if isinstance(matches, Mapping) else {}
    right = {str(row.get("id")): speak(row.get("text")) for row in _rows(lists, "right")}
    pairs = [
        Pair(speak(row.get("text")), right.get(codes.get(str(row.get("id")), ""), {})) for row in _rows(lists, "left")
    ]
    if sum(bool(pair.left) for pair in pairs) < 2:
        raise NotWritten("it matches fewer than two pairs")
    alone = [words for ident, words in right.items() if ident not in codes.values() and words]
    if content.get("choices"):
        losses.count("lost-choices", name)
    return Asked(
        "match",
        _stem(content, speak),
        pairs=(*pairs, *(Pair({}, words) for words in sorted(alone, key=lambda told: sorted(told.items())))),
        # Other programs have no reason for a match as a whole; it stands before the closing remark.
        **{
            **_head(content, speak),
            "closing": together([speak(content.get("why")), speak(content.get("explanation"))]),
        },
    )


def _order(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    """The order that the key names; of a draft the only one that it has."""
    rows = _rows(content, "items")
    ids = [str(row.get("id")) for row in rows]
    given = content.get("choices")
    choices = [list(map(str, one)) for one in given if isinstance(one, list)] if isinstance(given, list) else []
    ask = content.get("ask")
    if len(choices) > 1:
        question, derived = _derived(content)
        ask = question.ask()
        choices = [choices["abcd".index(derived.key[0])]]
        losses.count("lost-choices", name)
        losses.count("lost-details", name, "what the order rests on")
    order = tuple(ids.index(ident) for ident in choices[0] if ident in ids) if choices else ()
    if len(rows) < 2 or len(order) not in {0, len(rows)} or len(set(ids)) < len(ids):
        raise NotWritten("its order does not name each thing once")
    if not order:
        losses.count("no-key", name)
    stem = _stem({**content, "ask": ask}, speak)
    things = tuple(speak(row.get("text")) for row in rows)
    return Asked("order", stem, things=things, order=order, **_head(content, speak))


def _prose(content: Content, speak: Speaker, name: str, losses: Losses) -> Asked:
    said = [speak(row.get("text")) for row in _rows(content, "points")]
    languages = dict.fromkeys(code for words in said for code in words)
    points = {code: "\n".join(words[code] for words in said if code in words) for code in languages}
    numbers = {key: content.get(key) for key in ("marks", "word_limit")}
    whole = {key: value for key, value in numbers.items() if isinstance(value, int) and value > 0}
    if content.get("directive"):
        losses.count("lost-details", name, "directive")
    return Asked(
        "prose",
        _stem(content, speak),
        marks=whole.get("marks"),
        most_words=whole.get("word_limit"),
        points=ordered(points),
        **_head(content, speak),
    )


_BY_KIND = {
    "single": _choice,
    "multi-select": _choice,
    "true-false": _truth,
    "short-answer": _words,
    "numeric": _number,
    "match": _match,
    "descriptive": _prose,
}
