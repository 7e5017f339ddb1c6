"""Keeps the search index in step with what is public."""

from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page

from tayari.articles.models import ArticlePage, SeriesPage
from tayari.discovery import documents, engines
from tayari.discovery.documents import Document
from tayari.discovery.models import SearchDocument
from tayari.discovery.terms import joined
from tayari.live.models import CoveragePage

_SLICE = 50
_VALUES = ["url", "title", "body", "title_terms", "body_terms", "date"]


def put(found: Iterable[Document]) -> set[int]:
    """Index documents, new or changed; a transaction is opened only for what differs. Returns their ids."""
    found = list(found)
    rows = SearchDocument.objects.filter(ref__in={document.ref for document in found})
    held = {(row.kind, row.ref, row.language): row for row in rows}
    kept, waiting = set(), []
    for document in found:
        values, row = _values(document), held.get((document.kind, document.ref, document.language))
        if row and all(getattr(row, name) == value for name, value in values.items()):
            kept.add(row.pk)
        else:
            waiting.append((document, values))
    if waiting:
        kept |= _write([_row(document, values) for document, values in waiting])
    return kept


def _values(document: Document) -> dict[str, Any]:
    return {
        "url": document.url,
        "title": document.title[:300],
        "body": document.body,
        "title_terms": joined([document.title, document.extra]),
        "body_terms": joined([document.body]),
        "date": document.day,
    }


def _row(document: Document, values: dict[str, Any]) -> SearchDocument:
    return SearchDocument(kind=document.kind, ref=document.ref, language=document.language, **values)


@transaction.atomic
def _write(rows: list[SearchDocument]) -> set[int]:
    """Store the rows, new or in the place of what was there. Returns their ids."""
    stored = SearchDocument.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["kind", "ref", "language"], update_fields=_VALUES
    )
    engines.put([(row.pk, row.title_terms, row.body_terms) for row in stored])
    return {row.pk for row in stored}


@transaction.atomic
def drop(kind: str, ref: str, language: str) -> None:
    """Forget one thing in one language."""
    rows = SearchDocument.objects.filter(kind=kind, ref=ref, language=language)
    engines.drop(list(rows.values_list("pk", flat=True)))
    rows.delete()


def rebuild(*, now: datetime) -> int:
    """Make the index say what is public at `now`. Returns its size."""
    return _replace(SearchDocument.objects.all(), documents.everything(now=now))


def follow_records(*, now: datetime) -> int:
    """The same for papers, topics and entities alone, of which nobody tells the index: what an editor saved, and
    papers whose day has come. Returns how many there are."""
    return _replace(SearchDocument.objects.filter(kind__in=documents.RECORD_KINDS), documents.of_records(now=now))


def _replace(held: QuerySet[SearchDocument], found: Iterable[Document]) -> int:
    """Let `found` be all of `held`, in slices so that readers' writes get in between."""
    kept: set[int] = set()
    for some in batched(found, _SLICE):
        kept |= put(some)
    gone = [pk for pk in held.values_list("pk", flat=True) if pk not in kept]
    if gone:
        with transaction.atomic():
            engines.drop(gone)
            SearchDocument.objects.filter(pk__in=gone).delete()
    return len(kept)


def follow(page: Page) -> None:
    """Index a page that was just published; one behind a password is not shown."""
    if page.get_view_restrictions().exists():
        forget(page)
    elif isinstance(page, ArticlePage):
        put([documents.of_article(page)])
    elif isinstance(page, SeriesPage):
        put([documents.of_series(page)])
    elif isinstance(page, CoveragePage):
        put([documents.of_coverage(page)])


def forget(page: Page) -> None:
    """Drop a page that is no longer public."""
    kinds = {ArticlePage: "article", SeriesPage: "series", CoveragePage: "live"}
    kind = kinds.get(type(page))
    if kind:
        drop(kind, str(page.translation_key), page.locale.language_code)
