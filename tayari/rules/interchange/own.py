"""Our own JSON, tayari-questions/1: every question whole, so that nothing is lost on the way out and back."""

import json
from binascii import b2a_base64
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from tayari.rules import figures, kinds
from tayari.rules.interchange.gallery import decoded, kind_of
from tayari.rules.interchange.reading import Finding, Found, Level, Picture, Reading, Unreadable
from tayari.rules.interchange.shape import problems
from tayari.rules.interchange.sketches import refs_in
from tayari.rules.interchange.writing import Written

SCHEMA = "tayari-questions/1"
_TOP = frozenset({"schema", "questions", "pictures"})


class _Twice(ValueError):
    """An object names something twice, so that one of the two would be lost."""


def read(text: str) -> Reading:
    """The questions of our own file, of a bare list of them, or the one that it is. Raises Unreadable."""
    told = _parsed(text)
    if isinstance(told, list):
        return Reading(tuple(_found(at, one) for at, one in enumerate(told, start=1)))
    if isinstance(told, Mapping) and "questions" not in told and "kind" in told:
        return Reading((_found(1, told),))
    if not isinstance(told, Mapping) or not isinstance(told.get("questions"), list):
        raise Unreadable(f"The file holds no questions: it is no {SCHEMA} and no list of tayari-question/1.")
    if told.get("schema", SCHEMA) != SCHEMA:
        raise Unreadable(f"The file says that it is {told['schema']!r}; {SCHEMA} can be read.")
    findings = [
        Finding("the file", "warning", "unknown-field", f"{name!r} is not known of {SCHEMA}; it is not imported.")
        for name in told
        if name not in _TOP
    ]
    pictures, broken = _pictures(told.get("pictures"))
    found = tuple(_found(at, one) for at, one in enumerate(told["questions"], start=1))
    return Reading(found, (*findings, *broken), pictures)


def write(
    contents: Sequence[Mapping[str, Any]],
    *,
    language: str = "en",
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Written:
    """All of them, in every language that they have, with the pictures that they show. Nothing is lost."""
    whole: dict[str, Any] = {"schema": SCHEMA, "questions": [{"schema": kinds.SCHEMA, **one} for one in contents]}
    shown = dict.fromkeys(
        ref for content in contents for ref in refs_in(content) if ref in pictures and kind_of(pictures[ref].data)
    )
    if shown:
        whole["pictures"] = [_packed(pictures[ref]) for ref in shown]
    text = json.dumps(whole, ensure_ascii=False, indent=1, default=str)
    return Written((text + "\n").encode("utf-8", "surrogatepass"), len(contents))


def _packed(picture: Picture) -> dict[str, str]:
    told = {"ref": picture.ref, "name": picture.name, "alternative": picture.alternative}
    return {**told, "data": b2a_base64(picture.data, newline=False).decode()}


def _pictures(rows: Any) -> tuple[tuple[Picture, ...], list[Finding]]:
    found, broken = [], []
    for at, row in enumerate(rows if isinstance(rows, list) else [], start=1):
        told = row if isinstance(row, Mapping) else {}
        ref, name, words, data = (told.get(key, "") for key in ("ref", "name", "alternative", "data"))
        whole = all(isinstance(one, str) for one in (ref, name, words, data))
        if whole and figures.PICTURE.fullmatch(ref) and len(ref) <= 120 and (read := decoded(data)):
            found.append(Picture(name or ref, read, words, ref))
        else:
            broken.append(Finding(f"picture {at}", "warning", "picture-damaged", "A picture of the file is damaged."))
    return tuple({one.ref: one for one in found}.values()), broken


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"The file is no JSON from line {error.lineno}, column {error.colno} on: {error.msg}."
        ) from None
    except _Twice as error:
        raise Unreadable(f"The file is not clear: {error}; keep one of the two.") from None
    except RecursionError:
        raise Unreadable("The file nests its JSON deeper than any question does.") from None
    except ValueError as error:
        raise Unreadable(f"The file holds something that JSON has not: {error}.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            raise _Twice(f"an object has {name[:40]!r} twice")
        made[name] = value
    return made


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _found(at: int, content: Any) -> Found:
    ref = content.get("ref") if isinstance(content, Mapping) else None
    where = f"question {at} ({ref})" if isinstance(ref, str) and ref.isprintable() else f"question {at}"
    source = json.dumps(content, ensure_ascii=False, indent=1)
    if wrong := problems(content):
        findings = tuple(_finding(where, "error", "no-question", said) for said in wrong[:10])
        return Found(where, _encodable(source), None, confidence="doubtful", findings=findings)
    findings = tuple(_unfinished(where, content))
    return Found(where, source, content, confidence="likely" if findings else "sure", findings=findings)


def _unfinished(where: str, content: Mapping[str, Any]) -> Iterator[Finding]:
    """What a draft still lacks; a key that its own words contradict is more than that."""
    rows = content.get("options", ()) if content["kind"] in {"single", "passage"} else ()
    right = [row for row in rows if row.get("true") is (not content.get("negative", False))]
    if len(right) > 1:
        yield _finding(where, "warning", "no-single-key", f"{len(right)} options are right where one may be")
        return
    try:
        question = kinds.parse({**content, "ref": content.get("ref") or "q"})
    except kinds.Refused as refusal:
        yield _finding(where, "advice", "not-finished", _plain(refusal))
        return
    if any(item.claim for item in question.items()):
        return
    try:
        kinds.derive(question, {})
    except kinds.Refused as refusal:
        yield _finding(where, "warning", "no-single-key", _plain(refusal))


def _plain(refusal: Exception) -> str:
    return str(refusal).partition(": ")[2]


def _finding(where: str, level: Level, rule: str, message: str) -> Finding:
    words = _encodable(message)
    return Finding(where, level, rule, words[:1].upper() + words[1:] + ("" if words.endswith((".", "?")) else "."))


def _encodable(words: str) -> str:
    """Halves of letters cannot be written anywhere."""
    return words.encode("utf-8", "replace").decode("utf-8")
