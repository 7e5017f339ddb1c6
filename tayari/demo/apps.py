"""Registers the demo app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "tayari.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"
