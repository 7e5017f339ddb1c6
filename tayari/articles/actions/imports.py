"""Keeps an imported page as a draft of an article: nothing of it is published, and where it came from is recorded."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from tayari.articles.models import ArticleIndexPage, ArticlePage
from tayari.articles.origins import IMPORTED
from tayari.articles.packing.streams import to_stream
from tayari.audit.actions import entries
from tayari.plain.graphemes import cut
from tayari.plain.slugs import slug
from tayari.rules.imports.drafting import Draft

_LONGEST_TITLE, _LONGEST_SUBJECT = 255, 80


class ImportRefused(ValueError):
    """The draft cannot be kept; the message says why."""


def _free_slug(index: ArticleIndexPage, title: str) -> str:
    """The title's slug, with a number behind it when a page of the index has it."""
    wanted = slug(title) or "imported"
    taken = set(index.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(one for one in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


@transaction.atomic
def create(
    draft: Draft, *, provenance: dict[str, Any], findings: list[dict[str, Any]], by: Any, now: datetime
) -> ArticlePage:
    """Store the draft below the articles of its language. Raises ImportRefused.

    `provenance` (file, address, digest …) and `findings` stand in the audit; the page's form tells them (`origins.py`).
    """
    index = ArticleIndexPage.objects.filter(locale__language_code=draft.language).first()
    if index is None or not Locale.objects.filter(language_code=draft.language).exists():
        raise ImportRefused(f"This site has no articles in {draft.language}; give --lang.")
    if not draft.title:
        raise ImportRefused("No title could be found; add one to the file and import it again.")
    today = timezone.localdate(now)
    page = ArticlePage(
        locale=index.locale,
        title=cut(draft.title, _LONGEST_TITLE),
        draft_title=cut(draft.title, _LONGEST_TITLE),
        slug=_free_slug(index, draft.title),
        subject_line="आयातित" if draft.language == "hi" else "Imported",
        author="–",
        published=today,
        facts_as_of=today,
        summary=draft.summary or draft.title,
        live=False,
        has_unpublished_changes=True,
    )
    page.body = to_stream(
        [{"part": one.part, "title": one.title, "content": [{"type": "text", "text": one.text}]} for one in draft.parts]
    )
    index.add_child(instance=page)
    page.save_revision(user=by)
    entries.record(IMPORTED, page, by=by, now=now, provenance=provenance, findings=findings)
    return page
