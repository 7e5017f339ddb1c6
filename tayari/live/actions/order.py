"""Posts are moved among the others: one numbered event, and the others stay as they are."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.live.actions import events
from tayari.live.actions.posts import lock_post, next_number
from tayari.live.models import Post, PostEvent
from tayari.rules.places import between


@transaction.atomic
def move(post: Post, *, up: bool, by: Any, now: datetime) -> Post:
    """Past the next post above or below it, as readers see them. Nothing where there is none, or it is not public.

    Raises rules.places.NoRoom.
    """
    held = lock_post(post)
    passed = _neighbour(held, up=up) if held.out and held.deleted_at is None else None
    if passed is None:
        return held
    before, held.place = held.place, between(*_bounds(held, passed, up=up))
    held.save(update_fields=["place"])
    events.tell(held, PostEvent.Kind.MOVED, now=now)
    entries.record("posts.move", held, by=by, now=now, before=before, after=held.place)
    return held


def _neighbour(post: Post, *, up: bool) -> Post | None:
    """The next one of those among which it stands: of its edition; where there is none, pinned ones apart."""
    others = Post.objects.filter(coverage_key=post.coverage_key, out=True, edition=post.edition_id).exclude(pk=post.pk)
    if post.edition_id is None:
        pinned = {"pinned": True, "deleted_at": None}
        others = others.filter(**pinned) if post.pinned else others.exclude(**pinned)
    if up:
        return others.filter(place__gt=post.place).order_by("place").first()
    return others.filter(place__lt=post.place).order_by("-place").first()


def _bounds(post: Post, passed: Post, *, up: bool) -> tuple[float, float]:
    """Between which places it comes to stand: next to the one that it passes, below the number that comes next."""
    others = Post.objects.filter(coverage_key=post.coverage_key, out=True).exclude(pk=post.pk)
    if not up:
        below = others.filter(place__lt=passed.place).order_by("-place").values_list("place", flat=True).first()
        return below or 0.0, passed.place
    above = others.filter(place__gt=passed.place).order_by("place").values_list("place", flat=True).first()
    return passed.place, next_number(post.coverage_key, out=True) if above is None else above
