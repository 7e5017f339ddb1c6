"""A question as plain text, in the order and with the labels that a booklet prints."""

from collections.abc import Mapping
from typing import Any

from tayari.plain.texts import in_language

_LISTS = {"en": ("List I", "List II"), "hi": ("सूची I", "सूची II")}


def plain(printed: Mapping[str, Any], language: str) -> str:
    """What `Question.printed` gives, in `language` (in English where that is missing), one thing a line."""
    said = _figure(printed, language)
    if printed.get("ask"):
        said.append(in_language(printed["ask"], language))
    options = [f"({one['id']}) {in_language(one['text'], language)}" for one in printed["options"]]
    stem = in_language(printed["stem"], language)
    before = [in_language(printed["passage"]["text"], language)] if "passage" in printed else []
    return "\n".join([*before, stem, *said, *options])


def _figure(printed: Mapping[str, Any], language: str) -> list[str]:
    lines = [f"{one['label']}. {in_language(one['text'], language)}" for one in printed.get("statements", ())]
    for one in printed.get("pairs", ()):
        left, right = in_language(one["left"], language), in_language(one["right"], language)
        lines.append(f"{one['label']}. {left} : {right}")
    for side, title in zip(("left", "right"), _LISTS.get(language, _LISTS["en"]), strict=True):
        entries = printed.get("lists", {}).get(side, ())
        lines += (
            [title, *(f"{one['label']}. {in_language(one['text'], language)}" for one in entries)] if entries else []
        )
    return lines + _table(printed.get("table"), language)


def _table(table: Mapping[str, Any] | None, language: str) -> list[str]:
    if not table:
        return []
    columns = [_with_unit(one, language) for one in table["columns"]]
    lines = [in_language(table["caption"], language), " | ".join(["", *columns]).strip()]
    return lines + [" | ".join([in_language(row["text"], language), *row["values"]]) for row in table["rows"]]


def _with_unit(column: Mapping[str, Any], language: str) -> str:
    words = in_language(column["text"], language)
    return f"{words} ({column['unit']})" if column["unit"] else words
