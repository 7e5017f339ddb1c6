"""Registers the facts app, and what follows in it when a fact changes."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "tayari.facts"
    label = "facts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tayari.facts import hooks, signals
        from tayari.facts.actions import consequences, following
        from tayari.facts.linting import grounds

        hooks.follow("contradictions", following.search)
        hooks.follow("consequences", consequences.follow)
        grounds.watch()
        signals.connect()
