"""Registers the bank app, and what a changed fact means for a question."""

from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "tayari.bank"
    label = "bank"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tayari.bank import linting
        from tayari.bank.actions import consequences, questions
        from tayari.facts import hooks
        from tayari.facts.linting import published

        hooks.register(questions.HOLDER, consequences.HOLDER)
        published.register("questions", linting.published)
