"""The full-text index of each database: FTS5 on SQLite, a tsvector on PostgreSQL; both hold our own terms."""

from collections.abc import Sequence

from django.db import connection

_TITLE_WEIGHT, _BODY_WEIGHT = 8.0, 1.0


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _lexeme(term: str) -> str:
    """A term as PostgreSQL quotes a lexeme."""
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _vector(title: Sequence[str], body: Sequence[str]) -> str:
    # A position past 16,383 is clipped by PostgreSQL itself; ranking needs no more.
    marked = [f"{_lexeme(term)}:{min(place, 16_383)}A" for place, term in enumerate(title, start=1)]
    start = len(title) + 1
    marked += [f"{_lexeme(term)}:{min(place, 16_383)}D" for place, term in enumerate(body, start=start)]
    return " ".join(marked)


def put(documents: Sequence[tuple[int, str, str]]) -> None:
    """Index documents, each given by its id, the terms of its title and those of its body."""
    with connection.cursor() as cursor:
        if _is_sqlite():
            cursor.executemany("DELETE FROM discovery_index WHERE rowid = %s", [[pk] for pk, _, _ in documents])
            cursor.executemany("INSERT INTO discovery_index (rowid, title, body) VALUES (%s, %s, %s)", documents)
        else:
            cursor.executemany(
                "UPDATE discovery_searchdocument SET terms = %s::tsvector WHERE id = %s",
                [(_vector(title.split(), body.split()), pk) for pk, title, body in documents],
            )


def drop(pks: Sequence[int]) -> None:
    """Forget documents. PostgreSQL keeps the terms in the row itself, which goes with it."""
    if _is_sqlite() and pks:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM discovery_index WHERE rowid = %s", [[pk] for pk in pks])


def find(terms: Sequence[str], language: str, limit: int) -> list[int]:
    """Ids of the documents with every term (the last may be a word's beginning), best first, `language` first."""
    if not terms:
        return []
    with connection.cursor() as cursor:
        if _is_sqlite():
            quoted = ['"' + term.replace('"', '""') + '"' for term in terms]
            cursor.execute(
                "SELECT d.id FROM discovery_index JOIN discovery_searchdocument d ON d.id = discovery_index.rowid"
                " WHERE discovery_index MATCH %s"
                " ORDER BY d.language <> %s, bm25(discovery_index, %s, %s), d.id LIMIT %s",
                [" ".join(quoted) + "*", language, _TITLE_WEIGHT, _BODY_WEIGHT, limit],
            )
        else:
            query = " & ".join(_lexeme(term) for term in terms) + ":*"
            cursor.execute(
                "SELECT id FROM discovery_searchdocument WHERE terms @@ %s::tsquery"
                " ORDER BY language <> %s, ts_rank(terms, %s::tsquery) DESC, id LIMIT %s",
                [query, language, query, limit],
            )
        return [row[0] for row in cursor.fetchall()]
