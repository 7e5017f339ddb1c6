"""Registers the articles app, what its texts can link to, and what follows when an article is saved."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class ArticlesConfig(AppConfig):
    name = "tayari.articles"
    label = "articles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tayari.articles import finders, links, linting, reading
        from tayari.articles.actions import bindings, consequences
        from tayari.facts import hooks
        from tayari.facts.linting import published
        from tayari.mocks import reading as results

        links.register("article", finders.articles)
        links.register("series", finders.series)
        links.register("paper", finders.papers)
        links.register("entity", finders.entities)
        results.register("articles", reading.articles)
        hooks.register(bindings.HOLDER, consequences.HOLDER)
        published.register("articles", linting.published)
        article = self.get_model("ArticlePage")
        post_save.connect(_saved, sender=article, dispatch_uid="articles.bindings")
        post_delete.connect(_deleted, sender=article, dispatch_uid="articles.bindings")


def _saved(instance: Any, raw: bool, update_fields: Any, **_told: Any) -> None:
    from tayari.articles.actions import bindings

    if not raw and (update_fields is None or "body" in update_fields):
        bindings.rewrite(instance)


def _deleted(instance: Any, **_told: Any) -> None:
    from tayari.articles.actions import bindings

    bindings.forget(instance)
