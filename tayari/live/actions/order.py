"""Posts are moved among the others: one numbered event, and the others stay as they are."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from tayari.audit.actions import entries
from tayari.live.actions import events
from tayari.live.actions.posts import WAITING, lock
from tayari.live.models import Post, PostEvent
from tayari.rules.places import between


@transaction.atomic
def move(post: Post, *, up: bool, by: Any, now: datetime) -> Post:
    """Past the next post above or below it, as readers see them. Nothing where there is none, or it is not public.

    Raises rules.places.NoRoom.
    """
    lock(post.coverage_key)
    held = Post.objects.get(pk=post.pk)
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
    others = Post.objects.filter(coverage_key=post.coverage_key, out=True, edition=post.edition).exclude(pk=post.pk)
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
    if above is None:
        numbers = Post.objects.filter(coverage_key=post.coverage_key, number__lt=WAITING)
        above = numbers.aggregate(last=Max("number"))["last"] + 1.0
    return passed.place, above
