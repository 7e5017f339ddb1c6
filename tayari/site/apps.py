"""Registers the site app."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "tayari.site"
    label = "site"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tayari.site import drawings
        from tayari.ui import slots

        slots.register("article.resources", drawings.article_dossiers, order=50)
