"""Registers the site app."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "tayari.site"
    label = "site"
    default_auto_field = "django.db.models.BigAutoField"
