"""What a search found, in words."""

import re
from dataclasses import dataclass

from tayari.discovery import engines
from tayari.discovery.models import SearchDocument
from tayari.discovery.terms import stem, terms
from tayari.plain.folding import words
from tayari.plain.graphemes import cut

MOST = 50
_MOST_TERMS = 12
_AROUND = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a snippet; `hit` when it is what was looked for."""

    words: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    kind: str
    title: str
    url: str
    language: str
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a search; `more` when there were more than are shown."""

    query: str
    hits: tuple[Hit, ...]
    more: bool


def _is_hit(word: str, wanted: list[str]) -> bool:
    stems = {stem(part) for part in words(word)}
    return any(part == term for part in stems for term in wanted) or any(part.startswith(wanted[-1]) for part in stems)


def _snippet(body: str, wanted: list[str]) -> tuple[Piece, ...]:
    chunks = re.split(r"(\s+)", body)
    first = next((place for place, chunk in enumerate(chunks) if chunk.strip() and _is_hit(chunk, wanted)), None)
    if first is None:
        return (Piece(cut(" ".join(body.split()), 2 * _AROUND), False),) if body else ()
    start = max(0, first - 24)
    pieces = [Piece("… ", False)] if start else []
    length = 0
    for chunk in chunks[start:]:
        if length > 2 * _AROUND:
            pieces.append(Piece(" …", False))
            break
        pieces.append(Piece(" " if chunk.isspace() else chunk, bool(chunk.strip()) and _is_hit(chunk, wanted)))
        length += len(chunk)
    return tuple(pieces)


def search(query: str, language: str) -> Found:
    """Everything that holds all words of `query`, best first, this language before the other. Never raises."""
    query = " ".join(query.split())[:200]
    wanted = list(dict.fromkeys(terms(query)))[:_MOST_TERMS]
    if not wanted:
        return Found(query, (), False)
    ids = engines.find(wanted, language, MOST + 1)
    rows = SearchDocument.objects.in_bulk(ids[:MOST])
    hits: list[Hit] = []
    seen: set[tuple[str, str]] = set()
    for pk in ids[:MOST]:
        row = rows[pk]
        # A thing found in the reader's language is not shown again in the other.
        if (row.kind, row.ref) not in seen:
            seen.add((row.kind, row.ref))
            hits.append(Hit(row.kind, row.title, row.url, row.language, _snippet(row.body, wanted)))
    return Found(query, tuple(hits), len(ids) > MOST)
