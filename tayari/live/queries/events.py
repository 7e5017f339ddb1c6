"""What followers of a coverage are told: each event as JSON with the post as the page would show it."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.utils.translation import override

from tayari.articles import markdown
from tayari.articles.queries.pictures import shown as shown_pictures
from tayari.delivery.streams.events import Cursor, Event
from tayari.facts.models import Source
from tayari.live.models import Post, PostEvent, Stream
from tayari.live.queries.posts import is_key_event, key_event, key_order, moment_words, post_view
from tayari.media.models import Picture
from tayari.plain.texts import shown
from tayari.ui.shown import ShownPicture

_NOTHING_YET = Cursor("0", 0)
_NOTES = re.compile(r'( id="| href="#)((?:note|cite)-\d+")')


def newest(coverage_key: UUID) -> Cursor:
    """How far the coverage's events have come."""
    stream = Stream.objects.filter(coverage_key=coverage_key).first()
    return Cursor(stream.epoch, stream.newest) if stream else _NOTHING_YET


def said(post: Post) -> dict[str, Any]:
    """A post as readers see it, and what is counted around it, so that it can be told again later as it was."""
    out = Post.objects.filter(coverage_key=post.coverage_key, out=True)
    changed = out.aggregate(last=Max(Coalesce("edited_at", "published_at")))["last"]
    return {
        "place": post.place,
        "kind": post.kind,
        "title": post.title,
        "text": post.text,
        "happened": post.happened,
        "published_at": post.published_at.isoformat(),
        "edited_at": post.edited_at.isoformat() if post.edited_at else "",
        "deleted_at": post.deleted_at.isoformat() if post.deleted_at else "",
        "pinned": post.pinned,
        "picture": post.picture_id,
        "edition": post.edition.date.isoformat() if post.edition else "",
        "sources": sorted(post.sources.values_list("ref", flat=True)),
        "count": out.count(),
        "changed": changed.isoformat() if changed else "",
    }


def told(rows: Iterable[PostEvent], language: str) -> tuple[Event, ...]:
    """Rows (with their posts) in `language`. Of a post that was taken down since, no earlier words are told again."""
    rows = list(rows)
    refs = {ref for row in rows for ref in row.said.get("sources", ())}
    sources = {source.ref: source for source in Source.objects.filter(ref__in=refs)} if refs else {}
    pictures = _pictures(rows, language)
    with override(language):
        return tuple(Event(row.seq, _written(_told(row, language, sources, pictures))) for row in rows)


def _pictures(rows: Iterable[PostEvent], language: str) -> dict[int, ShownPicture]:
    wanted = {pk for row in rows if (pk := row.said.get("picture"))}
    return shown_pictures(Picture.objects.filter(pk__in=wanted), language) if wanted else {}


def _written(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _told(
    row: PostEvent, language: str, sources: Mapping[str, Source], pictures: Mapping[int, ShownPicture]
) -> dict[str, Any]:
    if row.post is None:
        return {"seq": row.seq, "kind": row.kind}
    post = _as_it_was(row.post, row.said)
    words = shown(post.text, language).words
    view = post_view(
        post,
        language,
        markdown.prepared([words], language),
        [sources[ref] for ref in row.said["sources"] if ref in sources],
        pictures.get(row.said.get("picture") or 0),
    )
    html = render_to_string("live/parts/post.html", {"post": view, "LANGUAGE_CODE": language})
    line = {"count": row.said["count"], "changed_words": _moment(row.said["changed"], language)}
    return {
        "seq": row.seq,
        "kind": row.kind,
        "number": view.number,
        "place": post.place,
        "pinned": view.pinned,
        "gone": view.taken_down,
        "edition": row.said["edition"],
        # The notes of a post that is told alone are numbered from one: their names must not be the page's.
        "html": _NOTES.sub(rf"\1post-{view.number}-\2", html),
        "line": render_to_string("live/parts/counted.html", line),
        "moment": _rail(view) if is_key_event(view) else None,
    }


def _rail(view: Any) -> dict[str, str]:
    moment = key_event(view)
    return {"at": key_order(view)[0], "date": moment.date, "when": moment.date_words, "words": moment.words}


def _as_it_was(now: Post, told: Mapping[str, Any]) -> Post:
    """`now` itself is not changed."""
    return Post(
        number=now.number,
        place=told.get("place", now.number),
        kind=told["kind"],
        title=told["title"],
        text=told["text"],
        happened=told["happened"],
        published_at=datetime.fromisoformat(told["published_at"]),
        edited_at=datetime.fromisoformat(told["edited_at"]) if told["edited_at"] else None,
        deleted_at=now.deleted_at or (datetime.fromisoformat(told["deleted_at"]) if told["deleted_at"] else None),
        pinned=told["pinned"],
    )


def _moment(text: str, language: str) -> str:
    return moment_words(datetime.fromisoformat(text), language) if text else ""
