"""Numbers what happened to a coverage, in the transaction in which it happens, and tells those who follow."""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from tayari.base.locks import locked
from tayari.delivery.streams import hearing
from tayari.live.models import Post, PostEvent, Stream
from tayari.live.queries.events import said


def tell(post: Post, kind: PostEvent.Kind, *, now: datetime) -> PostEvent | None:
    """The next event of the post's coverage, with the post as it is now; none while its time is to come."""
    return _append(post.coverage_key, kind, post, said(post), now) if post.out else None


@transaction.atomic
def tell_of_page(coverage_key: UUID, *, now: datetime) -> PostEvent:
    """Something around the posts is different: the summary, the digest, whether it is open."""
    return _append(coverage_key, PostEvent.Kind.PAGE, None, {}, now)


def _append(
    coverage_key: UUID, kind: PostEvent.Kind, post: Post | None, words: dict[str, Any], now: datetime
) -> PostEvent:
    stream = _locked(coverage_key)
    stream.newest += 1
    stream.save(update_fields=["newest"])
    event = PostEvent.objects.create(
        coverage_key=coverage_key, seq=stream.newest, kind=kind, post=post, said=words, at=now
    )
    hearing.announce(str(coverage_key))
    return event


def _locked(coverage_key: UUID) -> Stream:
    """The coverage's numbering; its first event begins it. The lock keeps numbers in the order of commits."""
    Stream.objects.get_or_create(coverage_key=coverage_key, defaults={"epoch": secrets.token_hex(4)})
    return locked(Stream.objects.filter(coverage_key=coverage_key)).get()
