"""Registers the media app."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "tayari.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"
