"""Posts are written, edited, pinned and taken down; each change is numbered in the transaction that makes it."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.live.actions import bindings, events
from tayari.live.models import CoveragePage, Edition, Post, PostEvent
from tayari.media.models import Picture
from tayari.media.naming import name as give_name

_FIELDS = ("kind", "title", "text", "happened", "author", "edition", "picture")
# Until readers hear of a post it has a number up here: a missing number would tell them that something is to come.
WAITING = 1_000_000


class NoCoverage(LookupError):
    """There is no coverage with this key; make its page first."""


class NumberTaken(ValueError):
    """Another post of the coverage already has this number."""


class Stale(Exception):
    """Somebody else changed the post since this edit began from it; `post` is as it is now."""

    def __init__(self, post: Post) -> None:
        super().__init__(f"Post {post.number} was changed meanwhile: it is at revision {post.revision}.")
        self.post = post


def lock(coverage_key: UUID) -> CoveragePage:
    """The coverage's page, locked: it is what keeps two writers from taking the same number."""
    pages = list(locked(CoveragePage.objects.filter(translation_key=coverage_key)).order_by("pk"))
    if not pages:
        raise NoCoverage(f"There is no coverage {coverage_key}; make its page first.")
    return pages[0]


def lock_post(post: Post) -> Post:
    """The post as it is now, under the lock of its coverage."""
    lock(post.coverage_key)
    return Post.objects.get(pk=post.pk)


def next_number(coverage_key: UUID, *, out: bool) -> int:
    """Under the coverage's lock: the next that readers see, or the next of those that wait."""
    numbers = Post.objects.filter(coverage_key=coverage_key)
    below = numbers.filter(number__lt=WAITING) if out else numbers.filter(number__gte=WAITING)
    return (below.aggregate(last=Max("number"))["last"] or (0 if out else WAITING - 1)) + 1


@transaction.atomic
def create(
    *,
    coverage_key: UUID,
    text: Mapping[str, str],
    title: Mapping[str, str] | None = None,
    kind: str = Post.Kind.UPDATE,
    ref: str = "",
    number: int | None = None,
    place: float | None = None,
    happened: str = "",
    published_at: datetime | None = None,
    edition: Edition | None = None,
    author: str = "",
    pinned: bool = False,
    picture: Picture | None = None,
    topics: Iterable[Any] = (),
    sources: Iterable[Any] = (),
    by: Any,
    now: datetime,
) -> Post:
    """A new post with the next number, or with `number` when an account is loaded that has numbers already.

    With a `published_at` that is to come, readers do not hear of it before `publish_due`.
    Raises NoCoverage and NumberTaken.
    """
    coverage = lock(coverage_key)
    held = Post.objects.filter(coverage_key=coverage_key)
    out = (published_at or now) <= now
    if number is None:
        number = next_number(coverage_key, out=out)
    elif held.filter(number=number).exists():
        raise NumberTaken(f"The coverage already has a post {number}.")
    # The number of one that waits is used again when its time has come; a ref never is.
    name = number if number < WAITING else f"later-{secrets.token_hex(4)}"
    post = Post.objects.create(
        coverage_key=coverage_key,
        ref=ref or f"{(coverage.ref or coverage.slug)[:100]}.{name}",
        number=number,
        place=number if place is None else place,
        kind=kind,
        edition=edition,
        title=dict(title or {}),
        text=dict(text),
        happened=happened,
        published_at=published_at or now,
        out=out,
        pinned=pinned,
        author=author,
        picture=_named(picture),
        by=by,
    )
    post.topics.set(topics)
    post.sources.set(sources)
    events.tell(post, PostEvent.Kind.CREATED, now=now)
    entries.record("posts.create", post, by=by, now=now, number=number)
    return post


@transaction.atomic
def edit(
    post: Post, *, by: Any, now: datetime, reason: str = "", began_from: int | None = None, **changes: Any
) -> Post:
    """Change what a post says. Readers see when; the wording before stays in the audit. Nothing changed: nothing told.

    `changes` may hold kind, title, text, happened, author, edition, picture, topics and sources. `began_from` is the
    revision that the editor had before him: raises Stale when the post has gone on since, or was taken down.
    """
    held = lock_post(post)
    if began_from is not None and (held.revision != began_from or held.deleted_at):
        raise Stale(held)
    before = {name: getattr(held, name) for name in _FIELDS if name in changes and getattr(held, name) != changes[name]}
    moved = [name for name in ("topics", "sources") if name in changes and _differs(held, name, changes[name])]
    if not before and not moved:
        return held
    for name in before:
        setattr(held, name, changes[name])
    _named(held.picture)
    for name in moved:
        getattr(held, name).set(changes[name])
    held.revision += 1
    # What readers never read before has not been edited for them.
    held.edited_at = now if held.out else None
    held.save()
    events.tell(held, PostEvent.Kind.EDITED, now=now)
    said = {name: str(value) if name in ("edition", "picture") else value for name, value in before.items()}
    entries.record("posts.edit", held, by=by, now=now, reason=reason, post=held.pk, before=said)
    return held


def _named(picture: Picture | None) -> Picture | None:
    """A pack knows the post's picture by its ref alone."""
    if picture is not None and not picture.ref:
        give_name(picture)
        picture.save(update_fields=["title", "ref"])
    return picture


def _differs(post: Post, name: str, wanted: Iterable[Any]) -> bool:
    return {row.pk for row in getattr(post, name).all()} != {row.pk for row in wanted}


@transaction.atomic
def delete(post: Post, *, by: Any, now: datetime, reason: str = "") -> Post:
    """Take a post down. Its number is never used again, and its place says that it was taken down."""
    held = lock_post(post)
    if held.deleted_at is None:
        held.deleted_at = now
        held.save(update_fields=["deleted_at"])
        events.tell(held, PostEvent.Kind.DELETED, now=now)
        entries.record("posts.delete", held, by=by, now=now, reason=reason)
    return held


@transaction.atomic
def pin(post: Post, *, pinned: bool, by: Any, now: datetime) -> Post:
    """Hold a post at the top, or let it go again."""
    held = lock_post(post)
    if held.pinned != pinned:
        held.pinned = pinned
        held.save(update_fields=["pinned"])
        events.tell(held, PostEvent.Kind.PINNED if pinned else PostEvent.Kind.UNPINNED, now=now)
        entries.record("posts.pin" if pinned else "posts.unpin", held, by=by, now=now)
    return held


@transaction.atomic
def schedule(post: Post, *, published_at: datetime, by: Any, now: datetime) -> Post:
    """Give a post that waits another time; one that has come publishes it. A post that readers know keeps its time."""
    held = lock_post(post)
    if held.out or held.deleted_at or held.published_at == published_at:
        return held
    before, held.published_at = held.published_at, published_at
    held.save(update_fields=["published_at"])
    entries.record("posts.schedule", held, by=by, now=now, before=before.isoformat(), after=published_at.isoformat())
    if published_at <= now:
        _come_out(held, by=by, now=now)
    return held


def publish_due(*, now: datetime) -> int:
    """Tell readers of every post whose time has come, each in a transaction of its own; gives how many.

    What waits for a coverage or an edition that has closed meanwhile stays where it is, and the desk says so.
    """
    due = Post.objects.filter(out=False, deleted_at=None, published_at__lte=now).order_by("published_at", "number")
    return sum(_publish(post, now) for post in due)


@transaction.atomic
def _publish(post: Post, now: datetime) -> bool:
    page, held = lock(post.coverage_key), Post.objects.get(pk=post.pk)
    if held.out or held.deleted_at or held.published_at > now or not page.takes(held, page.newest_edition()):
        return False
    _come_out(held, by=None, now=now)
    return True


def _come_out(post: Post, *, by: Any, now: datetime) -> None:
    """Under the coverage's lock: the post takes its place among those that readers see."""
    if post.number >= WAITING:
        number = next_number(post.coverage_key, out=True)
        bindings.renumber_post(post, number)
        post.number, post.place = number, number
    post.out = True
    post.save(update_fields=["out", "number", "place"])
    events.tell(post, PostEvent.Kind.CREATED, now=now)
    entries.record("posts.publish", post, by=by, now=now, number=post.number)
