"""Weaknesses of one question: what gives the key away, what a reader trips over. Advice, never a refusal."""

import re
from collections.abc import Iterator
from statistics import mean

from tayari.plain.folding import words as folded_words
from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts
from tayari.rules.figures import told_in, used
from tayari.rules.kinds import emphasised
from tayari.rules.kinds.question import Derived, Question
from tayari.rules.kinds.shuffling import points_at_options
from tayari.rules.questions.grains import grain
from tayari.rules.questions.remarks import Remark

# How much longer than the mean of the others a right option may be before its length tells.
LONGER = 1.5
_ABSOLUTE = {
    "en": re.compile(r"\b(always|never|only|all|none|every|entirely|completely|must)\b", re.IGNORECASE),
    "hi": re.compile(r"(?<!\S)(हमेशा|सदैव|कभी नहीं|केवल|सभी|कोई नहीं|पूर्णतः|अनिवार्य रूप से)(?!\S)"),
}
_ABOVE = re.compile(r"\b(above|below|former|latter)\b|उपर्युक्त|ऊपर|नीचे", re.IGNORECASE)
_PLAIN = frozenset(
    folded_words(
        "a an and are as at by for from has have in is it its of on or that the their this to was were which who will "
        "with का की के को में से पर ने और या है हैं था थी थे यह वह एक इस उस कौन किस निम्नलिखित"
    )
)


def lint(question: Question, derived: Derived | None = None) -> list[Remark]:
    """Everything worth a second look in a question. With `derived` also what gives the key away."""
    found = [*_negation(question), *_grain(question), *_unreferenced(question), *_moving(question), *_unsaid(question)]
    if derived is not None:
        found += _undrawn(question, derived)
    if derived is not None and derived.options:
        for check in (_longest, _absolute, _overlap):
            found += check(question, derived)
    return found


def _say(question: Question, rule: str, message: str, language: str = "") -> Remark:
    return Remark(f"question.{rule}", question.head.ref, message, language)


def _negation(question: Question) -> Iterator[Remark]:
    """A stem that denies in one language has to deny, and stand out, in every one."""
    stem = {code: f"{words} {question.ask().get(code, '')}" for code, words in question.head.stem.items()}
    denies = {code: any(so for _, so in emphasised(words, code)) for code, words in stem.items()}
    marked = bool(question.figure().get("negative"))
    if question.head.kind == "single" and any(denies.values()) and not marked:
        code = next(code for code, so in denies.items() if so)
        yield _say(question, "negation", "the stem denies; write negative: true, so that the “not” stands out", code)


def _grain(question: Question) -> Iterator[Remark]:
    """Options of unlike type: three years and a place give themselves away."""
    if question.STANDING or question.head.kind not in {"single", "multi-select", "passage"}:
        return
    for language in question.head.stem:
        kinds = {option.id: grain(option.texts.get(language, "")) for option in question.options()}
        tally: dict[str, list[str]] = {}
        for ident, kind in kinds.items():
            tally.setdefault(kind, []).append(ident)
        odd = [ids[0] for ids in tally.values() if len(ids) == 1]
        if len(tally) == 2 and len(odd) == 1:
            other = next(kind for kind, ids in tally.items() if len(ids) > 1)
            yield _say(
                question,
                "unlike-options",
                f"option {odd[0]} is a {kinds[odd[0]]} and the others are each a {other}; make them alike",
                language,
            )


def _unreferenced(question: Question) -> Iterator[Remark]:
    """A statement that stands in every choice decides nothing."""
    choices = getattr(question, "choices", ())
    if not choices or not all(isinstance(choice, frozenset) for choice in choices):
        return
    for one in question.items():
        if all(one.id in choice for choice in choices):
            yield _say(question, "idle-statement", f"{one.label} stands in every choice, so it decides nothing")


def _moving(question: Question) -> Iterator[Remark]:
    if points_at_options(question):
        yield _say(question, "fixed-order", "an option names another by its place; its options will not be shuffled")
    for option in question.options() if not question.STANDING else ():
        for language, words in option.texts.items():
            if _ABOVE.search(words):
                message = f"option {option.id} says “above” or “below”, and options may be shuffled; name what is meant"
                yield _say(question, "says-above", message, language)


def _right_and_wrong(derived: Derived, language: str) -> tuple[list[str], list[str]]:
    said = {option.id: option.texts.get(language, "") for option in derived.options}
    right = [words for ident, words in said.items() if ident in derived.key and words]
    return right, [words for ident, words in said.items() if ident not in derived.key and words]


def _each(question: Question, derived: Derived) -> Iterator[tuple[str, list[str], list[str]]]:
    if question.STANDING or question.ANSWER != "one" or question.head.kind not in {"single", "passage", "data"}:
        return
    for language in question.head.stem:
        right, wrong = _right_and_wrong(derived, language)
        if right and wrong:
            yield language, right, wrong


def _undrawn(question: Question, derived: Derived) -> Iterator[Remark]:
    """A figure stands for words; where no text has them any more, it is nowhere."""
    told = [question.printed(), question.head.explanation, *derived.reasons.values()]
    told += [texts for item in question.items() for texts in (item.text, item.why)]
    drawn = used(question.head.figures, told_in(told))
    for one in question.head.figures:
        if one not in drawn:
            message = f"no text says “{cut(one.words, 60)}” any more, so its figure is not drawn; write the words again"
            yield _say(question, "figure-without-words", message)


def _unsaid(question: Question) -> Iterator[Remark]:
    for one in question.head.figures:
        if one.picture and not one.alt:
            yield _say(question, "picture-without-alt", f"{one.words}: say in alt: what the picture shows")


def _longest(question: Question, derived: Derived) -> Iterator[Remark]:
    for language, right, wrong in _each(question, derived):
        longest, others = max(map(len, right)), [len(words) for words in wrong]
        if longest > LONGER * mean(others) and longest > max(others) and longest > 20:
            yield _say(question, "longest-is-key", "the right option is much the longest; even them out", language)


def _absolute(question: Question, derived: Derived) -> Iterator[Remark]:
    """Absolute words in wrong options or false statements only are a known give-away."""
    for language, right, wrong in _each(question, derived):
        pattern = _ABSOLUTE.get(language)
        if pattern and any(map(pattern.search, wrong)) and not any(map(pattern.search, right)):
            word = next(found[0] for words in wrong if (found := pattern.search(words)))
            yield _say(question, "absolute-word", f"only wrong options have a word such as “{word}”; reword", language)


def _overlap(question: Question, derived: Derived) -> Iterator[Remark]:
    """A rare word shared by the stem and the right option alone."""
    for language, right, wrong in _each(question, derived):
        stem = _telling(question.head.stem, language)
        shared = {word for words in right for word in _telling({language: words}, language)} & stem
        shared -= {word for words in wrong for word in _telling({language: words}, language)}
        if shared:
            message = f"the stem and only the right option share “{min(shared)}”; reword one of them"
            yield _say(question, "stem-echo", message, language)


def _telling(texts: Texts, language: str) -> set[str]:
    return {word for word in folded_words(texts.get(language, "")) if len(word) > 3 and word not in _PLAIN}
