"""How sure the reading of a question is, and what a person should look at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tayari.rules.interchange.reading import Confidence, Finding, Level
from tayari.rules.interchange.word.lines import Line
from tayari.rules.interchange.word.markers import FURNITURE, marker
from tayari.rules.interchange.word.raw import Raw
from tayari.rules.interchange.word.sheets import Sheet
from tayari.rules.interchange.word.sorting import Sorted

_WORD = re.compile(r"[\w\u0900-\u097f]{4,}")

_DOUBTFUL = {
    "two-keys", "key-out-of-range", "no-options", "letters-missing", "legacy-font-kept", "legacy-font-letters",
    "twin-differs", "line-left", "empty-option", "answer-unknown", "table-as-text",
    "passage-left",
}  # fmt: skip
_LIKELY = {
    "key-by-look", "split-languages", "legacy-font", "equation", "equation-part", "picture", "no-number",
    "count-without-which", "order-without-dates", "language-missing", "several-right", "option-goes-on",
    "underline-left", "explanation-supposed", "passage-supposed",
}  # fmt: skip


def judge(one: Sorted, content: Mapping[str, Any] | None) -> None:
    """Say what a person should look at."""
    if content is not None:
        _judge_loss(one.raw, content)
    _judge_key(one)
    _judge_words(one)
    _judge_lines(one.raw)


def _judge_loss(raw: Raw, content: Mapping[str, Any]) -> None:
    """Tell a line of which no word came in, so that nothing is lost unseen; the words of an answer are its letter."""
    kept = set(_WORD.findall(" ".join(_texts(content)).casefold()))
    skipped = set(raw.told.values())
    if content["kind"] not in {"single", "multi-select"}:
        skipped |= {entry.head.text.strip() for group in raw.groups for entry in group.entries}
    for line in raw.source:
        if not isinstance(line, Line) or ((told := marker(line.text)) and told.kind in {"answer", "told"}):
            continue
        if line.text.strip() in skipped:
            continue
        words = _WORD.findall(line.text[told.end if told else 0 :].casefold())
        if words and not kept & set(words) and not FURNITURE.fullmatch(line.text):
            raw.say("warning", "line-left", f"“{line.text.strip()[:80]}” did not come in; put it where it belongs.")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _judge_key(one: Sorted) -> None:
    raw = one.raw
    if one.key.problem:
        raw.say("warning", one.key.problem, one.key.message)
    elif one.options and one.typed and one.key.right is None:
        raw.say("warning", "answer-unknown", f"The answer “{one.typed}” names none of the options; choose the key.")
    elif len(one.options) > 1 and one.key.right is None:
        raw.say("warning", "no-key", "The file says no key here; choose it.")
    elif one.key.by == {"look"}:
        raw.say("advice", "key-by-look", "The key is the option that looks different in the file.")


def _judge_words(one: Sorted) -> None:
    raw = one.raw
    if raw.gap:
        raw.say("warning", "letters-missing", "A letter or number is missing among its options or statements.")
    if raw.goes_on:
        raw.say("advice", "option-goes-on", "A line after an option was taken as its second line.")
    if raw.supposed:
        raw.say("advice", "explanation-supposed", "Words after the answer were taken as the explanation.")
    if _underlined(raw):
        raw.say("advice", "underline-left", "Underlined words lost their line; say in the stem which are meant.")
    if not raw.number:
        raw.say("advice", "no-number", "It has no number in the file.")
    if one.split:
        raw.say("advice", "split-languages", "English and Hindi stood on one line and were taken apart.")
    tongues = one.languages
    if len(tongues) > 1 and any(option and set(option) != tongues for option in one.options):
        raw.say("advice", "language-missing", "Some options are in one language only.")
    if told := {name: value for name, value in raw.told.items() if value and name.lower() != "difficulty"}:
        listed = "; ".join(f"{name}: {value}" for name, value in told.items())
        raw.say("advice", "told-left", f"Beside the question stands “{listed}”; set it yourself.")


def _underlined(raw: Raw) -> bool:
    """Whether some words of the stem, and not all, are underlined."""
    lines = [line for line in raw.lines if any(one.isalpha() for one in line.text)]
    marked = [any("underline" in piece.marks and piece.text.strip() for piece in line.pieces) for line in lines]
    return any(on and "underline" not in line.look() for on, line in zip(marked, lines, strict=True))


def _judge_lines(raw: Raw) -> None:
    names = {name for line in raw.source if isinstance(line, Line) for name in line.told}
    names |= {
        name for table in raw.source if isinstance(table, Sheet)
        for row in table.rows for cell in row.cells for line in cell for name in line.told
    }  # fmt: skip
    for name, level, rule, message in _SAID:
        if name in names:
            raw.say(level, rule, message)


_SAID: tuple[tuple[str, Level, str, str], ...] = (
    ("legacy", "warning", "legacy-font", "Hindi in an old font was converted; both stand in the source."),
    ("legacy-doubt", "warning", "legacy-font-letters", "Some letters of the old font are not known and stayed."),
    ("legacy-unknown", "warning", "legacy-font-kept", "Hindi in an old font that is not known here stayed as it is."),
    ("equation", "warning", "equation", "An equation stands as one line of text; compare it with the file."),
    ("drawn", "advice", "equation", "An equation is drawn as the file has it, and read as one line; compare it."),
    ("equation-part", "warning", "equation-part", "A part of an equation is not known; it stands as one line of text."),
    ("picture", "warning", "picture", "A picture belongs to it; look whether it stands in the right place."),
)  # fmt: skip


def confidence(findings: Sequence[Finding]) -> Confidence:
    rules = {finding.rule for finding in findings}
    if rules & _DOUBTFUL or any(finding.level == "error" for finding in findings):
        return "doubtful"
    return "likely" if rules & _LIKELY else "sure"
