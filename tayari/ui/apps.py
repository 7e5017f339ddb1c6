"""Registers the ui app."""

from django.apps import AppConfig


class UIConfig(AppConfig):
    name = "tayari.ui"
    label = "ui"
    default_auto_field = "django.db.models.BigAutoField"
