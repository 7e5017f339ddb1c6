"""Reads the parts that kinds share, and refuses what is not as docs/using/content-packs.md says."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tayari.plain.graphemes import nfc
from tayari.plain.texts import Texts, in_language
from tayari.rules.kinds.question import Head, Item, Refused

HEAD_KEYS = frozenset({"schema", "ref", "kind", "topics", "as_of", "difficulty", "stem", "ask", "explanation", "note"})
ITEM_KEYS = frozenset({"id", "text", "claim", "true", "facts", "why"})
DIFFICULTIES = ("easy", "medium", "hard")
LETTERS = "abcd"
_REF = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


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
    allowed = " or ".join(str(count) for count in counts)
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise Refused(f"{name}: is missing or not a list; write {allowed} entries")
    if len(value) not in counts:
        raise Refused(f"{name}: has {len(value)} entries; this kind takes {allowed}")
    return value


def head(content: Mapping[str, Any], own: frozenset[str]) -> Head:
    """The shared head. Raises Refused."""
    only(content, HEAD_KEYS | own, "the question")
    ref = str(content.get("ref") or "")
    if not _REF.fullmatch(ref):
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
    )


def _day(value: Any) -> date | None:
    if not value or isinstance(value, date):
        return value or None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Refused(f"as_of {value!r} is not a day; write 2026-11-22") from None


def item(row: Mapping[str, Any], what: str, label: str, text: Texts, keys: frozenset[str] = ITEM_KEYS) -> Item:
    """An item with its claim or its truth and facts, and its reason."""
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
    if true is not None and not facts:
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


def statements(content: Mapping[str, Any], counts: Sequence[int], labels: Sequence[str]) -> tuple[Item, ...]:
    """`statements:` numbered by `labels`."""
    found = tuple(
        item(row, f"statement {label}", label, texts(row.get("text"), f"statement {label}"))
        for row, label in zip(rows(content.get("statements"), "statements", counts), labels, strict=False)
    )
    distinct([(one.label, one.text) for one in found], "statements")
    unique([one.id for one in found], "statements")
    return found


def unique(ids: Sequence[str], what: str) -> None:
    for name in ids:
        if ids.count(name) > 1:
            raise Refused(f"{what} have the id {name!r} twice; ids stay apart")


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
