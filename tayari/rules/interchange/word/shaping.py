"""Which kind a sorted question is, and its content as a draft: what the file does not say is absent."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tayari.plain.texts import Texts
from tayari.rules.interchange import making
from tayari.rules.interchange.identity import passage_ref
from tayari.rules.interchange.word import codes, keylists, lists
from tayari.rules.interchange.word.sorting import Sorted
from tayari.rules.kinds.reading import DIFFICULTIES

type Made = dict[str, Any] | None
_NEGATIVE = re.compile(r"\b(?:not|incorrect|wrong|false|incorrectly)\b|नहीं|गलत|ग़लत|असत्य", re.IGNORECASE)
_ORDER = re.compile(r"chronolog|earliest|sequence|order|कालानुक्रम|क्रम", re.IGNORECASE)
_STATEMENTS = re.compile(r"statement|कथन", re.IGNORECASE)
_SCALES = {3: (1, 2, 3, 0), 4: (1, 2, 3, 4), 5: (2, 3, 4, 5)}
_TRUTHS = {"true": True, "false": False, "सत्य": True, "असत्य": False, "सही": True, "गलत": False}
_REASONING = ((True, True, True), (True, True, False), (True, False, False), (False, True, False))
_MARKS = re.compile(r"[(\[]?\s*(\d{1,3})\s*(?:marks?|अंक)", re.IGNORECASE)
_WORDS = re.compile(r"(\d{2,4})\s*(?:words?|शब्द)", re.IGNORECASE)
_NUMERIC = re.compile(r"^[-−]?\d[\d,]*(?:\.\d+)?$")


def shape(one: Sorted) -> dict[str, Any] | None:
    """The content. None when no kind holds the question; a finding of level error then says why."""
    if len(one.options) > making.MOST_OPTIONS:
        one.raw.say("error", "too-many-options", f"It has {len(one.options)} options; a question has two to six.")
        return None
    if not one.stem and not one.entries and not one.left:
        one.raw.say("error", "no-stem", "No words of a question stand before its options.")
        return None
    if one.passage and (made := _on_passage(one)):
        return made
    if len(one.options) < 2:
        return _without_options(one)
    for make in _FORMS:
        if made := make(one):
            return made
    return _single(one)


def _said(one: Sorted) -> list[str]:
    """Each option's words in the language in which codes are read, English first."""
    return [option.get("en") or option.get("hi", "") for option in one.options]


def _right(one: Sorted) -> int | None:
    return one.key.right[0] if one.key.right and len(one.key.right) == 1 else None


def _is_negative(one: Sorted) -> bool:
    asked = " ".join(one.ask.values()) or one.whole
    found = bool(_NEGATIVE.search(asked))
    if found:
        one.raw.say("advice", "asks-for-wrong", "It asks what is not correct, so its statements stand in the stem.")
    return found


def _question(kind: str, one: Sorted, stem: Texts | None = None, **own: Any) -> dict[str, Any]:
    difficulty = one.raw.told.get("difficulty", one.raw.told.get("Difficulty", "")).lower()
    return making.question(
        kind,
        one.stem if stem is None else stem,
        **own,
        explanation=one.explanation,
        difficulty=difficulty if difficulty in DIFFICULTIES else "",
    )


def _asked(one: Sorted) -> dict[str, Any]:
    return {"ask": one.ask}


def _rows(one: Sorted, prefix: str, truths: Mapping[int, bool]) -> list[dict[str, Any]]:
    return [
        {"id": f"{prefix}{at + 1}", "text": dict(text), **({"true": truths[at]} if at in truths else {})}
        for at, (_, text) in enumerate(one.entries)
    ]


def _by_subset(one: Sorted, labels: Sequence[str]) -> tuple[list[frozenset[str]], dict[int, bool]] | None:
    """The set that each option takes in, and the truths that follow when the key is known."""
    sets = [codes.subset(words, labels) for words in _said(one)]
    if any(each is None for each in sets) or len(set(sets)) < len(sets):
        return None
    told = [each for each in sets if each is not None]
    right = _right(one)
    truths = {at: name in told[right] for at, name in enumerate(labels)} if right is not None else {}
    return told, truths


def _by_sets(one: Sorted) -> Made:
    """Two statements, or three to six with options such as `1 and 2 only`."""
    labels = [label for label, _ in one.entries]
    found = _by_subset(one, labels) if labels and not lists.PAIRED.search(one.whole) else None
    if found is None or _is_negative(one):
        return None
    sets, truths = found
    if len(labels) == 2 and set(sets) == {frozenset(labels[:1]), frozenset(labels[1:]), frozenset(labels), frozenset()}:
        return _question("two-statements", one, statements=_rows(one, "s", truths), **_asked(one))
    if len(labels) not in range(3, 7) or not _covers(sets, labels):
        return None
    choices = [[f"s{labels.index(name) + 1}" for name in labels if name in each] for each in sets]
    return _question("combinations", one, statements=_rows(one, "s", truths), choices=choices, **_asked(one))


def _covers(sets: Sequence[frozenset[str]], labels: Sequence[str]) -> bool:
    return len(sets) == 4 and all(sets) and frozenset().union(*sets) == frozenset(labels)


def _counts(one: Sorted, total: int) -> tuple[int, ...] | None:
    found = tuple(count for words in _said(one) if (count := codes.count(words, total)) is not None)
    return found if sorted(found) == sorted(_SCALES.get(total, ())) and len(found) == len(one.options) else None


def _truths_of_count(one: Sorted, counts: Sequence[int], total: int) -> dict[int, bool]:
    """Only all and none say which; any other count is told, and a person marks the statements."""
    right = _right(one)
    if right is None:
        return {}
    if counts[right] in {0, total}:
        return dict.fromkeys(range(total), counts[right] == total)
    said = " / ".join(one.options[right].values())
    message = f"The key is ({'abcdef'[right]}) {said}; the file does not say which they are: mark each true or false."
    one.raw.say("warning", "count-without-which", message)
    return {}


def _by_count(one: Sorted) -> Made:
    total = len(one.entries)
    counts = _counts(one, total) if not lists.PAIRED.search(one.whole) else None
    if counts is None or _is_negative(one):
        return None
    truths = _truths_of_count(one, counts, total)
    if _STATEMENTS.search(one.whole):
        return _question("how-many", one, statements=_rows(one, "s", truths), **_asked(one))
    return _question("list-how-many", one, list=_rows(one, "l", truths), **_asked(one))


def _by_pairs(one: Sorted) -> Made:
    """Pairs of which one asks how many, or which, are right."""
    pairs = lists.paired(one) if lists.PAIRED.search(one.whole) else []
    if not 3 <= len(pairs) <= 5 or _is_negative(one):
        return None
    labels = [str(at + 1) for at in range(len(pairs))]
    counts, sets = _counts(one, len(pairs)), _by_subset(one, labels)
    more: dict[str, Any] = {}
    if counts:
        kind, truths = "pairs-how-many", _truths_of_count(one, counts, len(pairs))
    elif sets and _covers(sets[0], labels):
        kind, truths = "pairs-combinations", sets[1]
        more = {"choices": [[f"p{name}" for name in labels if name in each] for each in sets[0]]}
    else:
        return None
    rows = [
        {"id": f"p{at + 1}", "left": dict(left), "right": dict(right), **({"true": truths[at]} if at in truths else {})}
        for at, (left, right) in enumerate(pairs)
    ]
    return _question(kind, one, pairs=rows, **more, **_asked(one))


def _by_reasoning(one: Sorted) -> Made:
    if len(one.entries) != 2 or len(one.options) != 4:
        return None
    read = [codes.reasoning(words) for words in _said(one)]
    if sorted(map(str, read)) != sorted(map(str, _REASONING)):
        return None
    right = _right(one)
    told = read[right] if right is not None else None
    truths = {0: told[0], 1: told[1]} if told else {}
    explains = told[2] if told else None
    return _question("reasoning", one, statements=_rows(one, "s", truths), explains=explains, **_asked(one))


def _by_lists(one: Sorted) -> Made:
    left, right = [name for name, _ in one.left], [name for name, _ in one.right]
    if len(one.options) != 4 or not 3 <= len(left) <= 5 or not 3 <= len(right) <= 6:
        return None
    read = [codes.matches(words, left, right) for words in _said(one)]
    choices = [dict(each) for each in read if each is not None]
    if len(choices) < 4 or any(choices.count(each) > 1 for each in choices):
        return None
    key = _right(one)
    sides = {
        side: [{"id": name, "text": dict(text)} for name, text in rows]
        for side, rows in (("left", one.left), ("right", one.right))
    }
    matches = choices[key] if key is not None else None
    return _question("match", one, lists=sides, matches=matches, choices=choices, **_asked(one))


def _by_order(one: Sorted) -> Made:
    labels = [label for label, _ in one.entries]
    orders = [codes.order(words, labels) for words in _said(one)] if len(labels) in {3, 4, 5} else []
    if (
        len(orders) != 4
        or any(each is None for each in orders)
        or not re.search(r"chronolog|earliest|कालानुक्रम", one.whole, re.I)
    ):
        return None
    choices = [[f"i{labels.index(name) + 1}" for name in each] for each in orders if each]
    key = _right(one)
    if key is not None:
        said = (
            f"The key is ({'abcd'[key]}) {_said(one)[key]}; the order follows from dates, which the file does not give."
        )
        one.raw.say("warning", "order-without-dates", said)
    return _question("chronology", one, items=_rows(one, "i", {}), choices=choices, **_asked(one))


def _by_truth(one: Sorted) -> Made:
    read = [_TRUTHS.get(words.strip(" .।").lower()) for words in _said(one)]
    if len(read) != 2 or set(read) != {True, False}:
        return None
    key = _right(one)
    return _question("true-false", one, answer={"true": read[key]} if key is not None else None)


_FORMS: tuple[Callable[[Sorted], Made], ...] = (
    _by_lists, _by_pairs, _by_reasoning, _by_count, _by_sets, _by_order, _by_truth,
)  # fmt: skip


# What is asked so rests on facts, unless the file says that a passage decides it.
_OF_FACTS = (_by_lists, _by_pairs, _by_reasoning, _by_order)


def _in_stem(one: Sorted) -> Texts:
    """The stem with its statements, lists and asking line as lines of text."""
    found: dict[str, list[str]] = {code: [words] for code, words in one.stem.items()}
    rows = [(f"{label}.", text) for label, text in (*one.entries, *one.left, *one.right)]
    rows += [(f"{at}.", _beside(*pair)) for at, pair in enumerate(one.pairs, start=1)]
    for label, text in (*rows, ("", one.ask)):
        for code, words in text.items():
            found.setdefault(code, []).append(f"{label} {words}".strip())
    return {code: "\n".join(lines) for code, lines in found.items()}


def _beside(left: Texts, right: Texts) -> Texts:
    return {code: f"{left[code]} : {right[code]}" for code in left if code in right}


def _single(one: Sorted) -> dict[str, Any]:
    right = one.key.right
    several = bool(right and len(right) > 1)
    if several:
        one.raw.say("advice", "several-right", "The file names several right options; it came in as a multi-select.")
    made = making.choice(_in_stem(one), one.options, right, several=several)
    told = _question(made["kind"], one, stem=made["stem"], options=made["options"])
    if any(not option for option in one.options):
        one.raw.say("warning", "empty-option", "An option has no words; compare it with the file.")
    return told


def _on_passage(one: Sorted) -> Made:
    """A question that its passage alone decides, so that statements stand in its stem."""
    right = one.key.right
    passage = one.raw.passage
    if passage and not passage.sure and any(make(one) for make in _OF_FACTS):
        passage.let_go(one.raw)
        return None
    if len(one.options) != 4 or (right and len(right) > 1):
        if passage:
            passage.let_go(one.raw)
        words = "It stands under a passage, and such a question has four options and one key; it came in without it."
        one.raw.say("warning", "passage-left", words)
        return None
    if passage:
        one.raw.source = [*passage.lines, *one.raw.source]
        if not passage.sure:
            words = "It is taken to be answered from the passage before it; the file does not say which questions are."
            one.raw.say("advice", "passage-supposed", words)
    shared = {"ref": passage_ref(one.passage), "text": dict(one.passage)}
    return _question("passage", one, stem=_in_stem(one), passage=shared, options=making.option_rows(one.options, right))


def _without_options(one: Sorted) -> dict[str, Any]:
    stem = _in_stem(one)
    marks, words = _MARKS.search(" ".join(stem.values())), _WORDS.search(" ".join(stem.values()))
    if one.typed and not keylists.alone(one.typed):
        number = _NUMERIC.match(one.typed)
        answer: dict[str, Any] = {"value": one.typed.replace(",", "")} if number else {"accepted": [one.typed]}
        return _question("numeric" if number else "short-answer", one, stem=stem, answer=answer)
    if words or (marks and not one.options):
        own = {"marks": int(marks[1]) if marks else None, "word_limit": int(words[1]) if words else None}
        return _question("descriptive", one, stem=stem, **own)
    one.raw.say("warning", "no-options", "No options were found; add them, or say another kind.")
    return _question("single", one, stem=stem)
