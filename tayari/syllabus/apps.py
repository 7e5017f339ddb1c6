"""Registers the syllabus app."""

from django.apps import AppConfig


class SyllabusConfig(AppConfig):
    name = "tayari.syllabus"
    label = "syllabus"
    default_auto_field = "django.db.models.BigAutoField"
