"""Wagtail's index of who refers to whom, for what is saved many at a time: one task for all, and not one for each."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models.signals import post_delete, post_save
from django.tasks import task
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.tasks import update_reference_index_task

from tayari.base import later


@contextmanager
def together() -> Iterator[None]:
    """What this thread saves inside is entered by one task, enqueued at the end: a row of the caller's transaction."""
    mine, saved = threading.get_ident(), dict[tuple[str, str, str], None]()

    def note(sender: Any, instance: Any, raw: bool = False, **_told: Any) -> None:
        if threading.get_ident() == mine and not raw and sender in ReferenceIndex.tracked_models:
            saved[sender._meta.app_label, sender._meta.model_name, str(instance.pk)] = None

    def forget(sender: Any, instance: Any, **_told: Any) -> None:
        # At once, as Wagtail does: whoever deletes the next may ask what still refers to it.
        if threading.get_ident() == mine and sender in ReferenceIndex.tracked_models:
            ReferenceIndex.remove_for_object(instance)
            ReferenceIndex.remove_references_to(instance)

    post_save.connect(note)
    post_delete.connect(forget)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.disconnect(note)
        post_delete.disconnect(forget)
    if saved:
        later.enqueue(enter, [list(one) for one in saved])


@task()
def enter(saved: list[list[str]]) -> None:
    """Enter what each of these (app, model, primary key) refers to; what is gone meanwhile is left out."""
    for app, model, pk in saved:
        try:
            update_reference_index_task.call(app, model, pk)
        except ObjectDoesNotExist:
            continue
