"""A dossier as data: everything as JSON, a table as rows for a spreadsheet."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from tayari.base.addresses import absolute
from tayari.facts.models import Dossier
from tayari.facts.positions import SpokenPosition
from tayari.facts.queries import SpokenSource, entity_address
from tayari.plain.texts import in_language
from tayari.site.queries.dossiers.drawn import tables
from tayari.site.queries.dossiers.gathered import Gathered
from tayari.site.queries.dossiers.tables import Row, Said, Table

SCHEMA = "tayari-dossier-data/1"


def _source(source: SpokenSource) -> dict[str, Any]:
    return {
        "publisher": source.publisher,
        "title": source.title,
        "official": source.official,
        "url": source.url or None,
        "looked_up": source.looked_up.isoformat() if source.looked_up else None,
        "excerpt": source.excerpt if source.url else None,
    }


def _said(said: Said) -> dict[str, Any]:
    told: dict[str, Any] = {"words": said.words, "language": said.language}
    if said.label:
        told["label"] = said.label
    if said.fact.startswith("position:"):
        told["position"] = said.fact.removeprefix("position:")
    elif said.fact:
        told["fact"] = said.fact
    if said.fact:
        told |= {"status": said.status, "date": said.date or None, "sources": [one.ref for one in said.sources]}
    return told


def _row(row: Row, table: Table) -> dict[str, Any]:
    cells = {column.id: [_said(said) for said in cell] for column, cell in zip(table.columns, row.cells, strict=True)}
    return {"entity": row.ref, "name": row.title, "url": absolute(row.url), "cells": cells}


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.title,
        "columns": [{"id": column.id, "title": column.title} for column in table.columns],
        "rows": [_row(row, table) for row in table.rows],
    }


def _position(position: SpokenPosition) -> dict[str, Any]:
    return {
        "ref": position.ref,
        "kind": position.kind,
        "about": position.about_ref,
        "holder": position.holder_ref or None,
        "who": position.who,
        "text": position.text,
        "language": position.language,
        "stated_on": position.date or None,
        "sources": [source.ref for source in position.sources],
    }


def as_json(found: Dossier, language: str) -> dict[str, Any]:
    """All tables and positions, with each source once."""
    with override(language):
        gathered = Gathered(found, language)
        drawn = tables(gathered)
    said = [said for table in drawn for row in table.rows for cell in row.cells for said in cell]
    sources = {source.ref: source for one in (*said, *gathered.positions) for source in one.sources}
    return {
        "schema": SCHEMA,
        "ref": found.ref,
        "slug": found.slug,
        "language": language,
        "title": in_language(found.title, language),
        "summary": in_language(found.summary, language),
        "subject": {
            "entity": found.subject.ref,
            "name": gathered.name(found.subject),
            "url": absolute(entity_address(found.subject.slug)),
        },
        "topics": sorted(found.topics.values_list("pk", flat=True)),
        "tables": [_table(table) for table in drawn],
        "positions": [_position(position) for position in gathered.positions],
        "sources": {ref: _source(sources[ref]) for ref in sorted(sources)},
    }


def _words(cell: tuple[Said, ...]) -> str:
    return "; ".join(f"{said.label}: {said.words}" if said.label else said.words for said in cell)


def as_rows(found: Dossier, name: str, language: str) -> list[list[str]] | None:
    """The table called `name` with a header row; its last columns are refs and addresses. None when there is none."""
    with override(language):
        table = next((one for one in tables(Gathered(found, language)) if one.id == name), None)
        if table is None:
            return None
        rows = [[table.head, *(column.title for column in table.columns), _("Evidence"), _("Sources")]]
    for row in table.rows:
        said = [said for cell in row.cells for said in cell if said.fact]
        refs = dict.fromkeys(one.fact for one in said)
        urls = dict.fromkeys(source.url for one in said for source in one.sources if source.url)
        rows.append([row.title, *map(_words, row.cells), "; ".join(refs), " ".join(urls)])
    return rows
