"""What the desk does in one step: the post and the draft that it was."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from tayari.live.actions import drafts, posts
from tayari.live.models import Post


@transaction.atomic
def publish(
    *,
    coverage_key: UUID,
    post: Post | None,
    said: Mapping[str, Any],
    publish_at: datetime | None,
    began_from: int,
    reason: str,
    by: Any,
    now: datetime,
) -> Post:
    """Write a new post, or edit `post`, and forget the editor's draft of it. Raises posts.Stale."""
    if post is None:
        post = posts.create(coverage_key=coverage_key, **said, published_at=publish_at, by=by, now=now)
        drafts.forget(coverage_key=coverage_key, post=None, by=by, now=now)
        return post
    waited = not post.out
    post = posts.edit(post, **said, began_from=began_from, reason=reason, by=by, now=now)
    if waited and not post.out:
        post = posts.schedule(post, published_at=publish_at or now, by=by, now=now)
    drafts.forget(coverage_key=coverage_key, post=post, by=by, now=now)
    return post
