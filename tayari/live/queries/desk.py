"""What the desk shows beside the form: every post as readers see it, what waits, and the wordings before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from tayari.articles import markdown
from tayari.articles.queries.pictures import shown as shown_pictures
from tayari.audit.models import Entry
from tayari.live.models import CoveragePage, Draft, Post
from tayari.live.queries.events import newest
from tayari.live.queries.posts import PostView, moment_words, post_view
from tayari.plain.texts import shown

_MOST = 100
_LATELY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that a post had before an edit, by language."""

    when: str
    by: str
    reason: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DeskPost:
    """A post with what its editors need: which languages it lacks, who else edits it, wordings, newest first.

    `too_late`: it waits, and what it waits for has closed.
    """

    pk: int
    revision: int
    waits: bool
    too_late: bool
    view: PostView
    lacks: tuple[str, ...]
    writing: tuple[str, ...]
    earlier: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class DeskPosts:
    """The newest posts of a coverage, what waits apart. `cursor` is how far its events had come."""

    cursor: str
    waiting: tuple[DeskPost, ...]
    out: tuple[DeskPost, ...]
    more: bool


def desk_posts(page: CoveragePage, *, by: Any, now: datetime) -> DeskPosts:
    """As `by` sees them, in a bounded number of queries: at most a hundred, newest first; what waits by its time."""
    language, cursor = page.locale.language_code, newest(page.translation_key)
    held = Post.objects.filter(coverage_key=page.translation_key).select_related("picture").prefetch_related("sources")
    waiting = list(held.filter(out=False, deleted_at=None).order_by("published_at", "number")[:_MOST])
    out = list(held.filter(out=True).order_by("-place", "-number")[: _MOST + 1])
    more, out = len(out) > _MOST, out[:_MOST]
    rows = [*waiting, *out]
    notes = markdown.prepared([shown(row.text, language).words for row in rows if not row.deleted_at], language)
    pictures = shown_pictures({row.picture for row in rows if row.picture}, language)
    earlier, writing = _earlier(rows, language), _writing(page, by, now)
    newest_edition = page.newest_edition() if waiting else None
    shown_rows = tuple(
        DeskPost(
            row.pk,
            row.revision,
            not row.out,
            not row.out and not page.takes(row, newest_edition),
            post_view(row, language, notes, row.sources.all(), pictures.get(row.picture_id or 0)),
            tuple(str(name) for code, name in settings.LANGUAGES if not row.text.get(code)),
            tuple(writing.get(row.pk, ())),
            tuple(earlier.get(row.pk, ())),
        )
        for row in rows
    )
    return DeskPosts(str(cursor), shown_rows[: len(waiting)], shown_rows[len(waiting) :], more)


def _writing(page: CoveragePage, by: Any, now: datetime) -> dict[int, list[str]]:
    """Who else has lately written at an edit of which post."""
    lately = Draft.objects.filter(coverage_key=page.translation_key, saved_at__gte=now - _LATELY).exclude(post=None)
    found: dict[int, list[str]] = {}
    for draft in lately.exclude(by=by).select_related("by").order_by("pk"):
        found.setdefault(draft.post_id, []).append(draft.by.get_username())  # type: ignore[arg-type]
    return found


def _earlier(rows: Iterable[Post], language: str) -> dict[int, list[Wording]]:
    targets = {f"live.post:{row.ref}": row.pk for row in rows}
    entries = Entry.objects.filter(action="posts.edit", target__in=targets).select_related("by").order_by("-id")
    found: dict[int, list[Wording]] = {}
    for entry in entries:
        # A ref is one of its coverage only; entries from before this was told have no row's number.
        pk, before = targets[entry.target], entry.data.get("before", {})
        if entry.data.get("post", pk) == pk and (texts := _texts(before)):
            when, by = moment_words(entry.at, language), entry.by.get_username() if entry.by else ""
            found.setdefault(pk, []).append(Wording(when, by, entry.reason, texts))
    return found


def _texts(before: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    told = [(code, words) for name in ("title", "text") for code, words in before.get(name, {}).items()]
    return tuple((code, words) for code, words in told if words)
