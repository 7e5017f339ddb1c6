"""Registers the facts app."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "tayari.facts"
    label = "facts"
    default_auto_field = "django.db.models.BigAutoField"
