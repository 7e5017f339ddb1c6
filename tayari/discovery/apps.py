"""Registers the discovery app: its slots, and the index that follows what is published."""

from typing import Any

from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    name = "tayari.discovery"
    label = "discovery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from tayari.discovery import drawings
        from tayari.ui import slots

        slots.register("article.resources", drawings.article_resources)
        slots.register("article.related", drawings.article_related)
        slots.register("page.head", drawings.page_head)
        slots.register("mock.head", drawings.mock_head)
        slots.register("dossier.head", drawings.page_head)
        slots.register("entity.head", drawings.page_head)
        # Publishing happens inside Wagtail, whose only word about it is a signal.
        page_published.connect(_published, dispatch_uid="discovery.published")
        page_unpublished.connect(_unpublished, dispatch_uid="discovery.unpublished")


def _published(instance: Any, **_: Any) -> None:
    from tayari.discovery.actions import index

    index.follow(instance)


def _unpublished(instance: Any, **_: Any) -> None:
    from tayari.discovery.actions import index

    index.forget(instance)
