"""What Wagtail tells of working drafts, handed to our actions."""

from typing import Any

from wagtail.signals import published, unpublished, workflow_approved

from tayari.base import clock
from tayari.facts.actions import drafts
from tayari.facts.models import Fact


def connect() -> None:
    """Listen; once, when the app is ready."""
    published.connect(_published, sender=Fact, dispatch_uid="facts.published")
    unpublished.connect(_unpublished, sender=Fact, dispatch_uid="facts.unpublished")
    workflow_approved.connect(_approved, dispatch_uid="facts.approved")


def _published(instance: Fact, revision: Any, **_told: Any) -> None:
    drafts.take(instance, by=revision.user, now=clock.now())


def _unpublished(instance: Fact, **_told: Any) -> None:
    drafts.take(instance, by=None, now=clock.now())


def _approved(instance: Any, user: Any, **_told: Any) -> None:
    if isinstance(instance.content_object, Fact):
        drafts.approved(instance.content_object, by=user, now=clock.now())
