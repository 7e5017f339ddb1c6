"""Reads the parts that kinds share, and refuses what is not as docs/using/content-packs.md says."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tayari.plain.graphemes import nfc
from tayari.plain.texts import Texts, in_language
from tayari.rules import figures
from tayari.rules.kinds.question import Head, Item, Refused

HEAD_KEYS = frozenset(
    {"schema", "ref", "kind", "topics", "as_of", "difficulty", "stem", "ask", "explanation", "note"}
    | {"exam", "pattern", "source", "licence", "provenance", "figures"}
)
ITEM_KEYS = frozenset({"id", "text", "claim", "true", "facts", "why"})
_ANSWER_KEYS = ITEM_KEYS - {"text"}
_PAIR_KEYS = frozenset({"id", "left", "right", "claim", "true", "facts", "why"})
DIFFICULTIES = ("easy", "medium", "hard")
PROVENANCES = ("own", "drafted", "imported", "past-paper")
LETTERS = "abcd"
MORE_LETTERS = "abcdef"
OPTIONS = range(2, len(MORE_LETTERS) + 1)
_LUMPED = re.compile(r"\b(all|none|any|both) of (the )?(above|these)\b|उपर्युक्त (सभी|में से कोई)|इनमें से कोई", re.IGNORECASE)
REF = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


def texts(value: Any, what: str) -> Texts:
    """Words by language in NFC without empty ones; English is needed."""
    if not isinstance(value, Mapping) or not all(isinstance(words, str) for words in value.values()):
        raise Refused(f'{what} is not text by language; write {{en: "…", hi: "…"}}')
    kept = {str(code): nfc(words).strip() for code, words in value.items() if words.strip()}
    if "en" not in kept:
        raise Refused(f"{what} has no English text; write en:")
    return kept


def only(content: Mapping[str, Any], allowed: Iterable[str], what: str) -> None:
    unknown = sorted(set(map(str, content)) - set(allowed))
    if unknown:
        raise Refused(f"{what} has {unknown[0]!r}, which is not known here; it may have {', '.join(sorted(allowed))}")


def rows(value: Any, name: str, counts: Sequence[int]) -> list[Mapping[str, Any]]:
    """A list of mappings, as many as one of `counts`."""
    allowed = f"{counts[0]} to {counts[-1]}" if len(counts) > 3 else " or ".join(map(str, counts))
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise Refused(f"{name}: is missing or not a list; write {allowed} entries")
    if len(value) not in counts:
        raise Refused(f"{name}: has {len(value)} entries; this kind takes {allowed}")
    return value


def head(content: Mapping[str, Any], own: frozenset[str]) -> Head:
    """The shared head. Raises Refused."""
    only(content, HEAD_KEYS | own, "the question")
    ref = str(content.get("ref") or "")
    if not REF.fullmatch(ref):
        raise Refused(f"the ref {ref!r} is not lower-case letters, digits, hyphens and dots; write one such as q.beca")
    difficulty = str(content.get("difficulty") or "")
    if difficulty and difficulty not in DIFFICULTIES:
        raise Refused(f"difficulty {difficulty!r} is not one of {', '.join(DIFFICULTIES)}")
    return Head(
        ref=ref,
        kind=str(content["kind"]),
        stem=texts(content.get("stem"), "stem"),
        ask=texts(content["ask"], "ask") if content.get("ask") else {},
        explanation=texts(content["explanation"], "explanation") if content.get("explanation") else {},
        topics=tuple(str(topic) for topic in content.get("topics") or ()),
        difficulty=difficulty,
        as_of=_day(content.get("as_of")),
        figures=_figures(content.get("figures") or []),
        **_origin(content),
    )


def _figures(given: Any) -> tuple[figures.Figure, ...]:
    if not isinstance(given, list):
        raise Refused("figures: is no list; write each with words: and mathml: or picture:")
    try:
        found = tuple(figures.read(row, f"figure {number}") for number, row in enumerate(given, start=1))
    except figures.NotAFigure as problem:
        raise Refused(str(problem)) from None
    unique([one.words for one in found], "figures", "words")
    return found


def _origin(content: Mapping[str, Any]) -> dict[str, str]:
    """Where the question comes from and what it is for. What others wrote needs its source named."""
    told = {}
    for name in ("exam", "pattern", "source", "licence", "provenance"):
        value = content.get(name)
        if value is not None and not isinstance(value, str):
            raise Refused(f"{name}: is {value!r}; write it as words")
        told[name] = nfc(value or "").strip()
    if told["provenance"] and told["provenance"] not in PROVENANCES:
        raise Refused(f"provenance: {told['provenance']!r} is not one of {', '.join(PROVENANCES)}")
    if told["provenance"] in {"imported", "past-paper"} and not told["source"]:
        example = (
            "UPSC CSE Prelims 2023, GS I, Q 45" if told["provenance"] == "past-paper" else "who wrote it, and where"
        )
        raise Refused(f"source: is missing; something {told['provenance']} names where it stands, such as {example}")
    return told


def _day(value: Any) -> date | None:
    if not value or isinstance(value, date):
        return value or None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Refused(f"as_of {value!r} is not a day; write 2026-11-22") from None


def item(
    row: Mapping[str, Any],
    what: str,
    label: str,
    text: Texts,
    keys: frozenset[str] = ITEM_KEYS,
    *,
    needs_facts: bool = True,
) -> Item:
    """An item with its claim or its truth and facts, and its reason.

    Only what is judged by the question's own passage or table stands without facts.
    """
    only(row, keys, what)
    claim, true = row.get("claim"), row.get("true")
    facts = tuple(str(ref) for ref in row.get("facts") or ())
    if claim is not None and true is not None:
        raise Refused(f"{what} has both claim: and true:; keep one")
    if claim is None and true is None:
        raise Refused(f"{what} has no claim: and no true:; write one, so that the key can be derived")
    if claim is not None and (not isinstance(claim, list | tuple) or len(claim) != 3):
        raise Refused(f"{what}: claim: is [subject, predicate, object]")
    if true is not None and not isinstance(true, bool):
        raise Refused(f"{what}: true: is {true!r}; write true or false")
    if true is not None and needs_facts and not facts:
        raise Refused(f"{what} says true: {str(true).lower()} without facts:; name the facts that show it")
    said = tuple(str(part) for part in claim) if claim is not None else None
    return Item(
        id=str(row.get("id") or label),
        label=label,
        text=text,
        why=texts(row.get("why"), f"{what}: why"),
        claim=(said[0], said[1], said[2]) if said else None,
        true=true,
        facts=facts,
    )


def lettered(
    content: Mapping[str, Any], counts: Sequence[int], *, needs_facts: bool = True, keys: frozenset[str] = ITEM_KEYS
) -> tuple[Item, ...]:
    """`options:` with the ids a, b, c … in this order, no two alike, none that lumps others together."""
    found = []
    for row, letter in zip(rows(content.get("options"), "options", counts), MORE_LETTERS, strict=False):
        if str(row.get("id", letter)) != letter:
            raise Refused(f"the options' ids are a, b, c, d in this order; {row.get('id')!r} stands for {letter}")
        words = texts(row.get("text"), f"option {letter}")
        if any(_LUMPED.search(said) for said in words.values()):
            raise Refused(f"option {letter} lumps others together ({words['en']!r}); use the kind combinations")
        row = {**row, "id": letter}
        found.append(item(row, f"option {letter}", letter, words, keys, needs_facts=needs_facts))
    distinct([(one.id, one.text) for one in found], "options")
    return tuple(found)


def paired(
    content: Mapping[str, Any], counts: Sequence[int]
) -> tuple[tuple[Item, ...], tuple[tuple[Texts, Texts], ...]]:
    """`pairs:` as items, and the two sides of each."""
    found, sides = [], []
    for number, row in enumerate(rows(content.get("pairs"), "pairs", counts), start=1):
        left, right = (texts(row.get(side), f"pair {number}: {side}") for side in ("left", "right"))
        both = {code: f"{left[code]} : {right[code]}" for code in left if code in right}
        found.append(item(row, f"pair {number}", str(number), both, _PAIR_KEYS))
        sides.append((left, right))
    distinct([(one.label, left) for one, (left, _) in zip(found, sides, strict=True)], "the left sides of pairs")
    unique([one.id for one in found], "pairs")
    return tuple(found), tuple(sides)


def sets_of(content: Mapping[str, Any], items: Sequence[Item], noun: str) -> tuple[frozenset[str], ...]:
    """`choices:` as four different sets of item ids that together name every item; `noun` is statement or pair."""
    given = content.get("choices")
    if not isinstance(given, list) or len(given) != 4 or not all(isinstance(choice, list) for choice in given):
        example = f"[{items[0].id}, {items[1].id}]"
        raise Refused(f"choices: is four lists of {noun} ids, such as {example}")
    choices = tuple(frozenset(str(name) for name in choice) for choice in given)
    known = {one.id for one in items}
    for letter, choice in zip(LETTERS, choices, strict=True):
        if not choice:
            raise Refused(f"choice {letter} names no {noun}; name at least one")
        if choice - known:
            raise Refused(f"choice {letter} names {sorted(choice - known)[0]!r}, which is no {noun} of it")
        twin = LETTERS[choices.index(choice)]
        if twin != letter:
            raise Refused(f"choices {twin} and {letter} name the same {noun}s; change one")
    unused = [one.label for one in items if not any(one.id in choice for choice in choices)]
    if unused:
        raise Refused(f"{noun} {unused[0]} stands in no choice; use it or take it out")
    return choices


def orders_of(content: Mapping[str, Any], items: Sequence[Item]) -> tuple[tuple[str, ...], ...]:
    """`choices:` as four different orders of all items."""
    ids = [one.id for one in items]
    given = content.get("choices")
    if not isinstance(given, list) or len(given) != 4 or not all(isinstance(choice, list) for choice in given):
        raise Refused("choices: is four orders of the items' ids, such as [i2, i1, i3]")
    choices = tuple(tuple(str(name) for name in choice) for choice in given)
    for letter, choice in zip(LETTERS, choices, strict=True):
        if sorted(choice) != sorted(ids):
            raise Refused(f"choice {letter} is not an order of all items; name each once: {', '.join(ids)}")
        twin = LETTERS[choices.index(choice)]
        if twin != letter:
            raise Refused(f"choices {twin} and {letter} are the same order; change one")
    return choices


def typed_answer(content: Mapping[str, Any], own: frozenset[str], example: str) -> Mapping[str, Any]:
    """`answer:` of a question that is answered by typing: what the kind reads of it (`own`) and what every item has."""
    row = content.get("answer")
    if not isinstance(row, Mapping):
        raise Refused(f"answer: is missing; write {example} and why:")
    only(row, own | _ANSWER_KEYS, "answer")
    return row


def answer_item(row: Mapping[str, Any], own: frozenset[str], text: Texts) -> Item:
    """The answer as an item: what is written is true by its facts, unless a claim is to decide."""
    kept = {name: given for name, given in row.items() if name not in own}
    if "claim" not in kept:
        kept.setdefault("true", True)
    return item({**kept, "id": "answer"}, "answer", "answer", text)


def statements(content: Mapping[str, Any], counts: Sequence[int], labels: Sequence[str]) -> tuple[Item, ...]:
    """`statements:` numbered by `labels`."""
    found = tuple(
        item(row, f"statement {label}", label, texts(row.get("text"), f"statement {label}"))
        for row, label in zip(rows(content.get("statements"), "statements", counts), labels, strict=False)
    )
    distinct([(one.label, one.text) for one in found], "statements")
    unique([one.id for one in found], "statements")
    return found


def unique(ids: Sequence[str], what: str, noun: str = "id") -> None:
    for name in ids:
        if ids.count(name) > 1:
            raise Refused(f"{what} have the {noun} {name!r} twice; keep them apart")


def fold(words: str) -> str:
    """Words as a reader compares them: without case, accents of typing, punctuation and space."""
    apart = unicodedata.normalize("NFKD", words).casefold().replace("\u093c", "")
    return "".join(sign for sign in apart if sign.isalnum() or unicodedata.category(sign) in {"Mc", "Mn", "Sm", "Sc"})


def distinct(named: Sequence[tuple[str, Texts]], what: str) -> None:
    """Refuse two that read the same in some language."""
    seen: dict[tuple[str, str], str] = {}
    for name, words in named:
        for language, said in words.items():
            twin = seen.setdefault((language, fold(said)), name)
            if twin != name:
                raise Refused(f"{what} {twin} and {name} say the same ({in_language(words, language)!r}); change one")


def one_key(right: Sequence[str], none: str) -> tuple[str, ...]:
    """The only right option; `none` says what to do when there is none."""
    if not right:
        raise Refused(none)
    if len(right) > 1:
        count = {2: "two", 3: "three", 4: "four"}.get(len(right), str(len(right)))
        raise Refused(
            f"{count} options are right: {', '.join(right[:-1])} and {right[-1]}; "
            "exactly one may be, so reword the rest"
        )
    return (right[0],)
