"""Keeps the search index in step with what is public."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page

from tayari.articles.models import ArticlePage, SeriesPage
from tayari.discovery import documents, engines
from tayari.discovery.documents import Document
from tayari.discovery.models import SearchDocument
from tayari.discovery.terms import joined
from tayari.live.models import CoveragePage

_SLICE = 200


@transaction.atomic
def put(found: Iterable[Document]) -> set[int]:
    """Index documents, new or changed. Returns their ids."""
    kept = set()
    for document in found:
        values = {
            "url": document.url,
            "title": document.title[:300],
            "body": document.body,
            "title_terms": joined([document.title, document.extra]),
            "body_terms": joined([document.body]),
            "date": document.day,
        }
        key = {"kind": document.kind, "ref": document.ref, "language": document.language}
        row = SearchDocument.objects.filter(**key).first()
        changed = row is None or any(getattr(row, name) != value for name, value in values.items())
        if changed:
            row, _ = SearchDocument.objects.update_or_create(**key, defaults=values)
            engines.put(row.pk, row.title_terms, row.body_terms)
        assert row
        kept.add(row.pk)
    return kept


@transaction.atomic
def drop(kind: str, ref: str, language: str) -> None:
    """Forget one thing in one language."""
    rows = SearchDocument.objects.filter(kind=kind, ref=ref, language=language)
    engines.drop(list(rows.values_list("pk", flat=True)))
    rows.delete()


def rebuild() -> int:
    """Make the index say what is public now, in slices so that readers' writes get in between. Returns its size."""
    kept: set[int] = set()
    waiting: list[Document] = []
    for document in documents.everything():
        waiting.append(document)
        if len(waiting) == _SLICE:
            kept |= put(waiting)
            waiting.clear()
    kept |= put(waiting)
    with transaction.atomic():
        gone = [pk for pk in SearchDocument.objects.values_list("pk", flat=True) if pk not in kept]
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
