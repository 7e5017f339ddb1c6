"""Questions with options in columns: their kind, their options and their key."""

import re
from collections.abc import Mapping
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules import kinds
from tayari.rules.interchange import making
from tayari.rules.interchange.columns import answers
from tayari.rules.interchange.columns.said import Said
from tayari.rules.interchange.letters import place
from tayari.rules.kinds.numeric import number
from tayari.rules.kinds.reading import fold
from tayari.rules.kinds.wording import LANGUAGES

WITH_OPTIONS = frozenset({"choice", "single", "multi-select", "passage"})
_KINDS = {
    **{name: name for name in kinds.KINDS},
    **dict.fromkeys(("mcq", "multiple choice", "objective", "choice", "बहुविकल्पीय", "वस्तुनिष्ठ"), "choice"),
    **dict.fromkeys(("single choice", "single correct", "single answer", "scq", "sba", "mcq single"), "single"),
    **dict.fromkeys(
        ("msq", "multi select", "multiple select", "multiple correct", "multiple answer", "mcq multiple"),
        "multi-select",
    ),
    **dict.fromkeys(("true/false", "true or false", "true false", "t/f", "tf", "सत्य/असत्य", "सही/गलत"), "true-false"),
    **dict.fromkeys(("numerical", "nat", "integer", "number", "संख्यात्मक"), "numeric"),
    **dict.fromkeys(
        ("short answer", "fill in the blank", "fill in the blanks", "fib", "one word", "रिक्त स्थान"), "short-answer"
    ),
    **dict.fromkeys(("essay", "subjective", "long answer", "वर्णनात्मक"), "descriptive"),
}
_LABELLED = re.compile(r"\(?\s*([^\W_]{1,2})\s*[).:]\s*(\S.*)", re.DOTALL)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATE = re.compile(rf"\d{{1,2}}[- ]{_MONTH}|{_MONTH}-\d\d", re.IGNORECASE)
_TRUE = frozenset({"yes", "true", "1", "y", "हाँ"})


def kind_of(said: Said) -> str | None:
    """The kind that a row says or shows, `choice` when one or several options may be right; None when it is unknown."""
    cell = said.value("kind")
    if cell:
        known = _KINDS.get(" ".join(cell.casefold().replace("_", " ").split()))
        if known is None:
            said.note("error", "unknown-kind", f"The kind {cell!r} is not known; docs name those that are.", "kind")
        return known
    if said.places("option"):
        return "choice"
    return _shown(said)


def _shown(said: Said) -> str | None:
    """The kind of a row without options and without a kind, by its answer."""
    cell = said.value("answer")
    if not cell:
        words = "The row has neither options nor an answer; say the kind descriptive if a person is to read it."
        said.note("error", "no-options", words)
        return None
    kind = (
        "true-false" if answers.truth(cell) is not None else "numeric" if number(cell) is not None else "short-answer"
    )
    words = f"There are no options and no kind is said; by its answer it was taken for {kind}."
    said.note("warning", "kind-supposed", words, "kind")
    return kind


def build(said: Said, kind: str, more: Mapping[str, Any], head: Mapping[str, Any]) -> dict[str, Any] | None:
    """A question with options; None when they cannot be those of one."""
    places = said.places("option")
    if problem := _count_problem(len(places), places):
        said.note("error", *problem)
        return None
    texts = _unlabelled({at: said.words("option", at) for at in places})
    _note_oddities(said, places)
    right = _right(said, kind, texts, more)
    negative = said.value("negative").casefold() in _TRUE
    if right is not None and negative:
        right = [at for at in places if at not in right]
    content = making.choice(
        said.words("stem"),
        list(texts.values()),
        None if right is None else [places.index(at) for at in right],
        several=kind == "multi-select",
        why=[said.words("why", at) for at in places],
        **head,
        negative=negative or None,
    )
    if kind in {"single", "passage"} or negative:
        content["kind"] = "single" if kind == "choice" else kind
    return content


def _unlabelled(texts: Mapping[int, Texts]) -> dict[int, Texts]:
    """The options without their own letters, where every one begins with it: `(a) Delhi` under Option A."""
    cut: dict[int, Texts] = {}
    for at, words in texts.items():
        found = {language: _LABELLED.fullmatch(said) for language, said in words.items()}
        cut[at] = {
            language: match.group(2) for language, match in found.items() if match and place(match.group(1)) == at
        }
    return cut if all(cut[at].keys() == words.keys() for at, words in texts.items()) else dict(texts)


def _count_problem(count: int, places: list[int]) -> tuple[str, str] | None:
    if count > making.MOST_OPTIONS:
        words = f"The question has {count} options; {making.MOST_OPTIONS} is the most that can be kept."
        return ("too-many-options", words)
    if count < 2:
        return ("too-few-options", "The question has fewer than two options.")
    return None


def _note_oddities(said: Said, places: list[int]) -> None:
    if places != list(range(len(places))):
        missing = [at for at in range(places[-1]) if at not in places]
        names = ", ".join(chr(ord("A") + at) for at in missing)
        said.note("warning", "empty-option", f"Option {names} is empty; those after it move up.", "option")
    for language in LANGUAGES:
        read = [fold(words) or words for at in places if (words := said.words("option", at).get(language, ""))]
        if len(set(read)) < len(read):
            said.note("warning", "same-options", f"Two options read the same ({language}).", "option")
        for words in filter(_DATE.fullmatch, (said.words("option", at).get(language, "") for at in places)):
            said.note("advice", "date-like", f"{words!r} is what a spreadsheet makes of 1/2; compare it.", "option")


def _right(said: Said, kind: str, texts: Mapping[int, Texts], more: Mapping[str, Any]) -> list[int] | None:
    cell = said.value("answer")
    key = answers.key(cell, texts)
    if key.places is None:
        if not _judged(more):
            said.note("warning", key.rule, key.message, "answer")
        return None
    if len(key.places) > 1 and kind in {"single", "passage"}:
        words = f"Two or more answers are given ({cell}) where one is right; the key stays open."
        said.note("warning", "two-keys", words, "answer")
        return None
    if len(key.places) > 1 and kind == "choice":
        words = f"Several answers are given ({cell}): it was taken for a question where all of them are to be marked."
        said.note("warning", "several-keys", words, "answer")
    return list(key.places)


def _judged(more: Mapping[str, Any]) -> bool:
    """Whether the column of data says already what is true, or what the facts are to decide."""
    rows = more.get("options")
    return isinstance(rows, list) and any(isinstance(row, Mapping) and row.keys() & {"true", "claim"} for row in rows)
