"""Which option a file calls right: by an answer line, a key list, or the look of one option. Nothing is guessed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tayari.rules.interchange import letters
from tayari.rules.interchange.cleaning import line as one_line
from tayari.rules.interchange.word.markers import KEY
from tayari.rules.interchange.word.raw import Entry, Group

_LEAD = re.compile(
    rf"\s*[\[(]*\s*(?:option\s*|विकल्प\s*)?(?P<label>{KEY})\s*(?:[)\].:।=–—-]+|(?=\s*$)|(?=\s*[,&/])|(?=\s+(?:and|or|और|या)\s)|(?=\s+\S))",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"\s*(?P<link>,|&|and\b|or\b|/|और|या)\s*[\[(]?\s*(?P<label>{KEY})\s*(?:[)\].]+|(?=\s*$)|(?=\s*[,&/]))",
    re.IGNORECASE,
)
_TICK = re.compile(
    r"^\s*[*✓✔☑]+\s*|\s*(?:[*✓✔☑]+|(?<=\s)√|[(\[](?:correct|right|सही|ans(?:wer)?)[)\]])\s*$", re.IGNORECASE
)
_TELLING = ("bold", "underline", "highlight", "colour")


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says: the places it names, and the words that follow the letter."""

    by: str
    places: tuple[int, ...]
    rest: str = ""
    either: bool = False


@dataclass(slots=True)
class Key:
    """The places of the right options; None with the reason when the file says none or disagrees with itself."""

    right: tuple[int, ...] | None = None
    problem: str = ""
    message: str = ""
    by: set[str] = field(default_factory=set)


def answered(text: str, options: Sequence[str]) -> Said | None:
    """The places that an answer's words name, by letter, number or the option's own words; None for other words."""
    words = one_line(text)
    by_words = [at for at, option in enumerate(options) if option and _same(words, option)]
    found = _LEAD.match(words)
    if not found or (_is_word(words, found) and by_words):
        return Said("answer", tuple(by_words)) if len(by_words) == 1 else None
    if _is_word(words, found):
        return None
    first = letters.place(found["label"])
    if first is None:
        return None
    places, at, either = [first], found.end(), False
    while more := _MORE.match(words, at):
        named = letters.place(more["label"])
        places += [named] if named is not None else []
        either = either or more["link"].lower() in {"or", "/", "या"}
        at = more.end()
    if len(by_words) == 1 and by_words[0] != first:
        places.append(by_words[0])
        either = True
    return Said("answer", tuple(dict.fromkeys(places)), words[at:].strip(" .:-–—)]।"), either)


def _is_word(words: str, found: re.Match[str]) -> bool:
    """Whether the letter is only the beginning of words such as `A river`, or the number of `3 crore`."""
    rest = words[found.end() :].strip()
    closed = words[: found.end()].strip()[-1:] in set(")].:।=–—-")
    return bool(rest) and not closed and not _MORE.match(words, found.end())


def ticked(text: str) -> tuple[str, bool]:
    """An option's words without the asterisk or tick that calls it right, and whether there was one."""
    bare = _TICK.sub("", text)
    return (bare.strip(), True) if bare.strip() and bare.strip() != text.strip() else (text, False)


def by_look(groups: Sequence[Group]) -> tuple[set[int], bool]:
    """The places of options that alone stand out, and whether several do."""
    total = max(len(group.entries) for group in groups)
    for wears in (_words_look, _mark_look):
        told: dict[str, set[int]] = {}
        for group in groups:
            for entry in group.entries:
                for mark in wears(entry):
                    told.setdefault(mark, set()).add(entry.marker.place)
        distinct = [places for places in told.values() if len(places) < total]
        if distinct:
            return set.union(*distinct), any(len(places) > 1 for places in distinct)
    return set(), False


def _words_look(entry: Entry) -> set[str]:
    return _telling(entry.head.cut(entry.marker.end).look())


def _mark_look(entry: Entry) -> set[str]:
    return _telling(entry.head.cut(0, entry.marker.end).look() - {"label"})


def _telling(marks: frozenset[str]) -> set[str]:
    return {mark for mark in marks if mark.partition(":")[0] in _TELLING}


def decide(said: Sequence[Said], count: int) -> Key:
    """One key of all that was said. Two that differ, or one out of range, give none."""
    key = Key(by={one.by for one in said})
    named = {one.places for one in said if one.places}
    if not named:
        return key
    letter = "abcdefghij"
    wide = [place for places in named for place in places if place >= count]
    if wide:
        key.problem, key.message = "key-out-of-range", f"The key is ({letter[wide[0]]}), and there are {count} options."
    elif (
        len(named) > 1
        or any(one.either for one in said)
        or any(len(one.places) > 1 for one in said if one.by == "look")
    ):
        told = " and ".join(f"({letter[at]})" for at in sorted({place for places in named for place in places}))
        key.problem, key.message = "two-keys", f"The file calls {told} right; choose the key."
    else:
        key.right = tuple(sorted(named.pop()))
    return key


def _same(first: str, second: str) -> bool:
    one, other = (re.sub(r"[^\w\u0900-\u097f]+", "", words).casefold() for words in (first, second))
    return bool(one) and one == other


def repeats(words: str, option: Iterable[str]) -> bool:
    """Whether the words only say an option again."""
    return any(_same(words, said) for said in option)


def listed(label: str) -> Said | None:
    """What a key list says of a question: a letter or a number."""
    place = letters.place(label)
    return None if place is None else Said("list", (place,))
