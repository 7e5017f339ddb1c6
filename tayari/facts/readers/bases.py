"""The fact base as the linter reads it, from items in the canonical form of packs; needs no database."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tayari.base.packing import Data, Findings, Item
from tayari.facts import packed
from tayari.rules import evidence
from tayari.rules.lint import base
from tayari.rules.lint.base import FactBase, Name

Rows = Mapping[str, Mapping[str, Any]]


def _names(data: Mapping[str, Any]) -> tuple[Name, ...]:
    told: list[tuple[str, str, Any]] = [(text, code, "name") for code, text in data["name"].items()]
    told += [(text, code, "alias") for code, texts in data["aliases"].items() for text in texts]
    told += [(text, "", "acronym") for text in data["acronyms"]]
    used = data["in_use"]
    return tuple(
        Name(text, code, kind, used.get(text, {}).get("from", ""), used.get(text, {}).get("to", ""))
        for text, code, kind in told
    )


def _predicate(data: Mapping[str, Any]) -> base.Predicate:
    return base.Predicate(
        ref=data["ref"],
        object_kind=data["object"],
        functional=data["functional"],
        interval=data["temporal"] == "interval",
        subject_types=tuple(data["subject"]),
        object_types=tuple(data["object_types"]),
        role=data["role"],
        inverse=data["inverse"],
        denies=data["denies"],
        office=data["office"],
        cues={code: tuple(words) for code, words in data["cues"].items()},
        label=data["label"],
        phrase=data["phrase"],
    )


def _source_line(data: Mapping[str, Any]) -> str:
    told = [f"{data['publisher']}, {data['title']}", data["date"], data["url"]]
    return " · ".join(part for part in told if part)


def _fact(data: Mapping[str, Any], sources: Rows) -> base.Fact:
    return base.Fact(
        ref=data["ref"],
        subject=data["subject"],
        predicate=data["predicate"],
        value=data["object"],
        valid_from=data["valid_from"],
        valid_to=data["valid_to"],
        precision=data["precision"],
        status=data["status"],
        revision=data.get("revision", 1),
        texts=data["texts"],
        sources=tuple(_source_line(sources[ref]) for ref in data["sources"] if ref in sources),
        published=tuple(sources[ref]["date"] for ref in data["sources"] if ref in sources),
        feeds_key=data["status"] == "verified"
        and evidence.may_feed_key(_evidence(sources[ref]) for ref in data["sources"] if ref in sources),
    )


def _evidence(data: Mapping[str, Any]) -> evidence.Evidence:
    recorded = bool(data["url"] and data["looked_up"] and data["excerpt"])
    return evidence.Evidence(data["publisher"], data["official"] == "yes", recorded)


# What may be held against a text, and what the search for contradictions looks at.
SETTLED = frozenset({"verified"})
STANDING = frozenset({"verified", "draft", "disputed"})


def base_of(
    entities: Rows, predicates: Rows, facts: Rows, sources: Rows, statuses: frozenset[str] = SETTLED
) -> FactBase:
    """A base of items in the canonical form of packs, of the facts with one of `statuses`."""
    return FactBase(
        entities=(base.Entity(data["ref"], data["type"], _names(data)) for data in entities.values()),
        predicates=map(_predicate, predicates.values()),
        facts=(_fact(data, sources) for data in facts.values() if data["status"] in statuses),
    )


def pack_base(folder: Path, findings: Findings, statuses: frozenset[str] = SETTLED) -> FactBase:
    """The base of a pack's files, without any database. What cannot be read becomes a finding."""

    def read(items: list[Item]) -> dict[str, Data]:
        return {item.ref: item.data for item in items}

    return base_of(
        read(packed.entities(folder, findings)),
        read(packed.predicates(folder, findings)),
        read(packed.facts(folder, findings)),
        read(packed.sources(folder, findings)),
        statuses,
    )
