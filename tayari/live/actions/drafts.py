"""Keeps what an editor is writing, and forgets it when it is published or thrown away."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from tayari.live.models import Draft, Post


@transaction.atomic
def keep(
    *, coverage_key: UUID, post: Post | None, began_from: int, values: Mapping[str, str | None], by: Any, now: datetime
) -> Draft:
    """The editor's one draft of a new post, or of an edit of `post`: what was sent last is what is kept."""
    told = {"began_from": began_from, "values": dict(values), "saved_at": now}
    draft, _made = Draft.objects.update_or_create(coverage_key=coverage_key, post=post, by=by, defaults=told)
    return draft


@transaction.atomic
def forget(*, coverage_key: UUID, post: Post | None, by: Any, now: datetime) -> None:
    Draft.objects.filter(coverage_key=coverage_key, post=post, by=by).delete()
