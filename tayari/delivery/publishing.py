"""Publishes what was scheduled and takes down what has expired, one page at a time."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.apps import apps
from django.db import transaction
from wagtail.models import DraftStateMixin, Page, Revision

log = logging.getLogger(__name__)


class SomeFailed(Exception):
    """Some pages could not be published or taken down; the others were. Names them."""


def publish_due(*, now: datetime) -> int:
    """Publish every revision whose time has come and take down every page that has expired; gives how many.

    Each is its own transaction, so one that fails keeps no other waiting. Raises SomeFailed after all were tried.
    """
    acts: list[tuple[str, Callable[[], object]]] = [
        (f"take down {page}", partial(page.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled"))
        for page in _expired(now)
    ]
    acts += [
        (f"publish {revision.object_str}", partial(revision.publish, log_action="wagtail.publish.scheduled"))
        for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    ]
    failed = [what for what, act in acts if not _try(what, act)]
    if failed:
        raise SomeFailed(f"{len(failed)} of {len(acts)} failed: {'; '.join(failed)}")
    return len(acts)


def _expired(now: datetime) -> list[DraftStateMixin]:
    drafts = [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    return [row for model in (Page, *drafts) for row in model.objects.filter(live=True, expire_at__lt=now)]


def _try(what: str, act: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            act()
    except Exception:
        log.exception("could not %s", what)
        return False
    return True
