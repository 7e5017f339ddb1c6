"""Stores a post as a content pack brings it, with the number that the pack gives it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from tayari.audit.actions import entries
from tayari.facts.models import Source
from tayari.live.actions import bindings, events, posts
from tayari.live.models import Post, PostEvent
from tayari.syllabus.models import Topic


@transaction.atomic
def put(
    *,
    coverage_key: UUID,
    ref: str,
    number: int,
    values: dict[str, Any],
    topics: Sequence[Topic],
    sources: Sequence[Source],
    by: Any,
    now: datetime,
) -> Post:
    """Create or edit the post `ref` of a coverage; `values` are its fields, among them `published_at` and `place`.

    Raises posts.NoCoverage and posts.NumberTaken.
    """
    post = Post.objects.filter(coverage_key=coverage_key, ref=ref).first()
    if post is None:
        return posts.create(
            coverage_key=coverage_key, ref=ref, number=number, topics=topics, sources=sources, by=by, now=now, **values
        )
    place = number if values["place"] is None else values["place"]
    if Post.objects.filter(coverage_key=coverage_key, number=number).exclude(pk=post.pk).exists():
        raise posts.NumberTaken(f"The coverage already has a post {number}.")
    said = {name: value for name, value in values.items() if name not in ("published_at", "place")}
    post = posts.edit(post, by=by, now=now, reason="content pack", topics=topics, sources=sources, **said)
    moment = values["published_at"]
    out = post.out or moment <= now
    placed = {"number": number, "place": place, "published_at": moment, "deleted_at": None, "out": out}
    if any(getattr(post, name) != value for name, value in placed.items()):
        before = {name: str(getattr(post, name)) for name in placed}
        bindings.renumber_post(post, number)
        for name, value in placed.items():
            setattr(post, name, value)
        post.save()
        events.tell(post, PostEvent.Kind.EDITED, now=now)
        entries.record("posts.place", post, by=by, now=now, reason="content pack", before=before)
    return post
