"""The fact base's files in a pack as items in canonical form, read without any database."""

import re
from pathlib import Path

from tayari.base.packfiles import Row, listed, read_tsv, read_yaml
from tayari.base.packing import Data, Findings, Item
from tayari.base.packrows import Told, word_lists

SOURCE_COLUMNS = ("ref", "publisher", "title", "date", "language", "official", "url", "looked_up", "excerpt")
FACT_COLUMNS = (
    "ref", "subject", "predicate", "object", "valid_from", "valid_to", "precision", "status", "sources", "note",
)  # fmt: skip
TRANSLATION_COLUMNS = ("ref", "field", "text")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-.].*)?\.tsv")


def predicates(folder: Path, findings: Findings) -> list[Item]:
    items = []
    for row in read_yaml(folder, "predicates/*.yaml", findings):
        told = Told(row, findings)
        data: Data = {
            "ref": told.text("ref"),
            "label": told.texts("label"),
            "subject": told.refs("subject") or ["any"],
            "object": told.text("object"),
            "object_types": told.refs("object_types"),
            "functional": told.flag("functional"),
            "temporal": told.text("temporal") or "interval",
            "phrase": told.texts("phrase"),
            "role": told.text("role"),
            "inverse": told.text("inverse"),
            "denies": told.text("denies"),
            "office": told.text("office"),
            "cues": word_lists(told, "cues"),
        }
        told.finish()
        items.append(Item("predicate", data["ref"], data, row.file, row.line))
    return items


def entities(folder: Path, findings: Findings) -> list[Item]:
    items = []
    for row in read_yaml(folder, "entities/*.yaml", findings):
        told = Told(row, findings)
        data: Data = {
            "ref": told.text("ref"),
            "type": told.text("type"),
            "name": told.texts("name"),
            "acronyms": told.refs("acronyms"),
            "aliases": word_lists(told, "aliases"),
            "in_use": _in_use(told),
            "note": told.texts("note"),
        }
        told.finish()
        items.append(Item("entity", data["ref"], data, row.file, row.line))
    return items


def _in_use(told: Told) -> dict[str, dict[str, str]]:
    """From when to when a name was in use: `{Raksha Mantri: {from: 1947}}`."""
    found: dict[str, dict[str, str]] = {}
    for name, interval in told.mapping("in_use").items():
        if not isinstance(interval, dict) or not interval or set(interval) - {"from", "to"}:
            told.problem(f"in_use of {name!r} should be {{from: 2014-05-26, to: 2019}}, or one of the two")
            continue
        found[str(name)] = {end: str(day) for end, day in interval.items()}
    return found


def sources(folder: Path, findings: Findings) -> list[Item]:
    items = []
    for row in read_tsv(folder, "sources/*.tsv", SOURCE_COLUMNS, findings):
        data = {column: row.data[column] for column in SOURCE_COLUMNS}
        data["official"] = row.data["official"].lower()
        data["language"] = data["language"] or "en"
        items.append(Item("source", data["ref"], data, row.file, row.line))
    return items


def facts(folder: Path, findings: Findings) -> list[Item]:
    translations = _translations(folder, findings)
    items = []
    for row in read_tsv(folder, "facts/*.tsv", FACT_COLUMNS, findings):
        data: Data = {column: row.data[column] for column in FACT_COLUMNS}
        data["sources"] = sorted(set(listed(row.data["sources"])))
        data["texts"] = {code: entry.data["text"] for code, entry in translations.pop(data["ref"], {}).items()}
        items.append(Item("fact", data["ref"], data, row.file, row.line))
    for ref, lost in translations.items():
        for entry in lost.values():
            findings.warning(entry.file, entry.line, f"{ref} has a translation and the pack has no such fact")
    return items


def _translations(folder: Path, findings: Findings) -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    for row in read_tsv(folder, "translations/*.tsv", TRANSLATION_COLUMNS, findings):
        ref, name = row.data["ref"], _LANGUAGE.fullmatch(Path(row.file).name)
        if not name:
            findings.error(row.file, row.line, "the file's name should be its language, as hi.tsv or hi-space.tsv")
        elif row.data["field"] != "object":
            findings.error(row.file, row.line, f"there is no field {row.data['field']!r}; only object is translated")
        elif first := found.get(ref, {}).get(name[1]):
            findings.error(row.file, row.line, f"{ref} stands twice; the first is in {first.file}:{first.line}")
        elif row.data["text"]:
            found.setdefault(ref, {})[name[1]] = row
    return found
