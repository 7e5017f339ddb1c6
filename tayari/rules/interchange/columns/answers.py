"""What the cell of an answer says; what it does not say clearly is told and never guessed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tayari.plain.texts import Texts
from tayari.rules.interchange.letters import place, places
from tayari.rules.kinds.reading import fold

_TRUTHS = {
    **dict.fromkeys(("true", "t", "yes", "correct", "right", "सत्य", "सही", "हाँ"), True),
    **dict.fromkeys(("false", "f", "no", "incorrect", "wrong", "असत्य", "गलत", "ग़लत", "नहीं"), False),
}
_LABELLED = re.compile(r"[(\[]?\s*(\w{1,3})\s*[)\].:-]\s*(\S.*)", re.DOTALL)
_SAID_BEFORE = re.compile(r"^\s*(?:ans(?:wer)?|key|correct(?: answer| option)?|उत्तर)\s*[.:\-–]+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Key:
    """The places of the right options, None when the cell does not settle them; `rule` and `message` then say why."""

    places: tuple[int, ...] | None
    rule: str = ""
    message: str = ""


def truth(cell: str) -> bool | None:
    """True or false in either language; None for anything else."""
    return _TRUTHS.get(cell.strip(" .।()").casefold())


def key(cell: str, options: Mapping[int, Texts]) -> Key:
    """The options, by their place in the head, that `cell` names by letter, number or their own words."""
    said = _SAID_BEFORE.sub("", cell).strip()
    if not said:
        return Key(None, "no-key", "No answer is given; the question comes without a key.")
    by_words = _by_words(said, options)
    by_label = places(re.sub(r"(?<=\d)\.0+$", "", said))
    if by_label is None:
        return _settled(said, _both(said, options, by_words))
    missing = [at for at in by_label if at not in options]
    if by_words and set(by_words) != set(by_label):
        message = f"{said!r} is an option's letter or number and another option's words; the key stays open."
        return Key(None, "key-not-clear", message)
    if missing:
        count = len(options)
        message = (
            f"The answer {said!r} names an option that is not there; the question has {count}, its key stays open."
        )
        return Key(None, "key-out-of-range", message)
    return Key(by_label)


def _both(said: str, options: Mapping[int, Texts], by_words: Sequence[int]) -> Sequence[int]:
    """The option by its words alone, or by a letter with its words after it: `(b) New Delhi`."""
    if by_words:
        return by_words
    labelled = _LABELLED.fullmatch(said)
    at = place(labelled.group(1)) if labelled else None
    return [at] if labelled and at is not None and at in _by_words(labelled.group(2), options) else []


def _settled(said: str, found: Sequence[int]) -> Key:
    if len(found) == 1:
        return Key((found[0],))
    if found:
        return Key(
            None, "key-not-clear", f"The answer {_short(said)} is the words of several options; the key stays open."
        )
    return Key(None, "key-not-clear", f"The answer {_short(said)} names no option; the key stays open.")


def _by_words(said: str, options: Mapping[int, Texts]) -> list[int]:
    wanted = fold(said) or said
    return [at for at, texts in options.items() if any((fold(words) or words) == wanted for words in texts.values())]


def _short(said: str) -> str:
    return repr(said if len(said) <= 60 else said[:59] + "…")
