"""Registers the mocks app."""

from django.apps import AppConfig


class MocksConfig(AppConfig):
    name = "tayari.mocks"
    label = "mocks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tayari.accounts import merging
        from tayari.bank import choosing, previewing
        from tayari.base import uptime
        from tayari.delivery.lanes import running
        from tayari.facts import hooks
        from tayari.mocks import exporting, lane, previews
        from tayari.mocks.actions import consequences
        from tayari.mocks.actions.guests import move_objections, move_sittings
        from tayari.mocks.queries.running import last_contact

        merging.register("sittings", move_sittings)
        merging.register("objections", move_objections)
        hooks.register(consequences.PAPER, consequences.HOLDER)
        previewing.register(previews.show)
        choosing.register(exporting.PAPERS)
        uptime.sign(last_contact)
        running.register("messages", lane.make)
