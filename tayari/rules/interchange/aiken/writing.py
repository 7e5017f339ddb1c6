"""Writes Aiken: what chooses one right option. Everything else is told before."""

from collections.abc import Iterable, Mapping
from typing import Any

from tayari.plain.texts import in_language
from tayari.rules.interchange.aiken.lines import line
from tayari.rules.interchange.asked import Asked
from tayari.rules.interchange.asking import NotWritten
from tayari.rules.interchange.carrying import carried
from tayari.rules.interchange.losses import Losses
from tayari.rules.interchange.words import one_line
from tayari.rules.interchange.writing import Written

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def write(contents: Iterable[Mapping[str, Any]], *, language: str = "en") -> Written:
    """The questions in one language: English when both are asked for, because Aiken has no place for a second."""
    losses = Losses("Aiken")
    blocks = []
    long = 0
    chosen = language or "en"
    for one in carried(contents, losses, lambda said, *_: _block(said, chosen), language=chosen):
        stem, block = one.made
        long += "\n" in stem
        _tell(one.said, one.name, losses)
        blocks.append(block)
    if long:
        losses.remark(
            "long-stems", f"{long} of the texts have several lines; Moodle's own reader of Aiken takes one line"
        )
    return Written("".join(f"{block}\n\n" for block in blocks).encode(), len(blocks), losses.found())


def _block(said: Asked, language: str) -> tuple[str, str]:
    if said.form != "choice":
        raise NotWritten("it holds only questions with one right option")
    right = [at for at, answer in enumerate(said.answers) if answer.is_full]
    if len(right) != 1:
        raise NotWritten("its key is not one option" if right else "it has no key; mark the right option")
    stem = in_language(said.stem, language).replace("\n\n", "\n")
    options = [one_line(in_language(answer.text, language)) for answer in said.answers]
    if not all(options):
        raise NotWritten("an option has no words")
    mark = _mark(stem)
    told = [f"{letter}{mark} {words}" for letter, words in zip(_LETTERS, options, strict=False)]
    return stem, "\n".join([stem, *told, f"ANSWER: {_LETTERS[right[0]]}"])


def _mark(stem: str) -> str:
    """The sign after a letter, other than the one of lines in the stem that look like options."""
    sorts = [line(0, words) for words in stem.split("\n")]
    if any(one.sort == "answer" for one in sorts):
        raise NotWritten("a line of its text begins with ANSWER:, which ends a question; word it otherwise")
    taken = {one.style for one in sorts if one.sort == "option"}
    free = [mark for mark in (")", ".") if f"A{mark}" not in taken]
    if not free:
        raise NotWritten("lines of its text look like options, both as A) and as A.; word them otherwise")
    return free[0]


def _tell(said: Asked, name: str, losses: Losses) -> None:
    if said.closing or any(answer.feedback for answer in said.answers):
        losses.count("lost-explanations", name)
    losses.count_details(name, {"ref": said.ref, "topics": said.topics, "difficulty": said.difficulty})
