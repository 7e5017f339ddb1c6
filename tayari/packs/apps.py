"""Registers the packs app."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "tayari.packs"
    label = "packs"
    default_auto_field = "django.db.models.BigAutoField"
