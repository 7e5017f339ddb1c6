"""Registers the bank app."""

from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "tayari.bank"
    label = "bank"
    default_auto_field = "django.db.models.BigAutoField"
