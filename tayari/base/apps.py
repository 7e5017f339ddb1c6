"""Registers the base app."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "tayari.base"
    label = "base"
    default_auto_field = "django.db.models.BigAutoField"
