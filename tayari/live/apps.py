"""Registers the live app, links to its pages, and what follows when one is saved."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save
from wagtail.signals import page_published


class LiveConfig(AppConfig):
    name = "tayari.live"
    label = "live"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tayari.articles import finders, links
        from tayari.delivery.streams import sources
        from tayari.facts import hooks
        from tayari.facts.linting import published
        from tayari.live import linting
        from tayari.live.actions import bindings, consequences
        from tayari.live.models import CoveragePage, Post
        from tayari.live.streams import CoverageSource

        hooks.register(bindings.POST, consequences.POST_HOLDER)
        hooks.register(bindings.COVERAGE, consequences.COVERAGE_HOLDER)
        links.register("coverage", lambda refs, language: finders.pages(CoveragePage, refs, language))
        sources.register(CoverageSource())
        published.register("posts", linting.published)
        post_save.connect(_post_saved, sender=Post, dispatch_uid="live.bindings")
        post_save.connect(_coverage_saved, sender=CoveragePage, dispatch_uid="live.bindings")
        page_published.connect(_coverage_published, sender=CoveragePage, dispatch_uid="live.streams")


def _post_saved(instance: Any, raw: bool, **_told: Any) -> None:
    from tayari.live.actions import bindings

    if not raw:
        bindings.rewrite_post(instance)


def _coverage_saved(instance: Any, raw: bool, update_fields: Any, **_told: Any) -> None:
    from tayari.live.actions import bindings

    if not raw and (update_fields is None or "summary" in update_fields):
        bindings.rewrite_coverage(instance)


def _coverage_published(instance: Any, **_told: Any) -> None:
    from tayari.base import clock
    from tayari.live.actions import events

    events.tell_of_page(instance.translation_key, now=clock.now())
