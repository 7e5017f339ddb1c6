"""What a changed fact means for an article: its words, and a dated correction on each of its pages."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, Sum
from django.urls import reverse

from tayari.articles import markdown
from tayari.articles.models import ArticlePage, Correction, ReadCount
from tayari.facts.hooks import Described, Holder
from tayari.facts.models import Consequence, Fact
from tayari.facts.queries.sayings import said_at

_WHAT = {
    "closed": "The text may say in the present what is so no more.",
    "retired": "The text rests on a fact that was withdrawn: rewrite the sentence or cite another fact.",
    "disputed": "The text rests on a fact that is in doubt: say so, or take the sentence out.",
    "unverified": "The text rests on a fact that is no longer verified.",
    "evidence": "The fact is less well borne out than it was; the text stands as long as the fact does.",
    "new": "A new fact answers what a block of the article draws; read it once with the new row.",
}


def _pages(refs: Collection[str]) -> list[ArticlePage]:
    """Their pages in every language. A holder is named by its pack ref, or by its translation key when it has none."""
    keys = [ref for ref in refs if _is_key(ref)]
    found = ArticlePage.objects.filter(Q(ref__in=[ref for ref in refs if ref]) | Q(translation_key__in=keys))
    return list(found.select_related("locale").order_by("locale_id"))


def _is_key(ref: str) -> bool:
    try:
        return bool(UUID(ref))
    except ValueError:
        return False


def _ref(page: ArticlePage, refs: Collection[str]) -> str:
    return page.ref if page.ref in refs else str(page.translation_key)


def describe(refs: Collection[str]) -> dict[str, Described]:
    """Each article by its page in the first language, with the reads of all its languages. Two queries."""
    pages = _pages(refs)
    counted = ReadCount.objects.filter(translation_key__in={page.translation_key for page in pages})
    reads = dict(counted.order_by().values_list("translation_key").annotate(Sum("reads")))
    found: dict[str, Described] = {}
    for page in pages:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        described = Described(page.title, edit, page.url or "", reads.get(page.translation_key, 0))
        found.setdefault(_ref(page, refs), described)
    return found


def consequence(ref: str, fact: Fact, cause: str, now: datetime) -> str:
    """What an editor has to see to in the article."""
    return _WHAT.get(cause, "The cited words may be wrong now; source notes already show the fact as it stands.")


def apply(row: Consequence, correction: Mapping[str, str], by: Any, now: datetime) -> str:
    """Say the fact's new words where a citation had exactly its old ones, add the correction, and publish both.

    An unpublished draft of an editor gets the same and stays a draft.
    """
    changed = []
    for page in _pages([row.holder_ref]):
        language = page.locale.language_code
        draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
        words = _words(row, language)
        recited = _recite(page, row.fact.ref, words)
        told = correction.get(language, "")
        if told:
            page.corrections.add(Correction(at=now, text=told))
        if not recited and not told:
            continue
        page.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)
        if draft:
            _same_in_draft(page, draft, row.fact.ref, words, by)
        changed.append(f"{language}: {'words and ' if recited else ''}{'a correction' if told else 'no correction'}")
    return "; ".join(changed)


def _same_in_draft(page: ArticlePage, draft: ArticlePage, ref: str, words: tuple[str, str], by: Any) -> None:
    _recite(draft, ref, words)
    draft.corrections = list(ArticlePage.objects.get(pk=page.pk).corrections.all())
    draft.save_revision(user=by, clean=False)


def _words(row: Consequence, language: str) -> tuple[str, str]:
    before = said_at(row.fact, row.revision_before, language)[1] if row.revision_before else ""
    return before, said_at(row.fact, row.fact.revision, language)[1]


def _recite(page: ArticlePage, ref: str, words: tuple[str, str]) -> bool:
    """Put the new words where a citation has the old ones. Whether anything changed."""
    before, now = words
    if not before or not now or before == now:
        return False
    page.summary, old = markdown.recited(page.summary, ref, before, now), page.summary
    changed = page.summary != old
    for part in page.body:
        for block in part.value["content"]:
            if block.block_type == "text":
                old, block.value = str(block.value), markdown.recited(str(block.value), ref, before, now)
                changed = changed or block.value != old
            elif block.block_type == "position":
                old = str(block.value["text"])
                block.value["text"] = markdown.recited(old, ref, before, now)
                changed = changed or block.value["text"] != old
    return changed


HOLDER = Holder(describe, consequence, apply)
