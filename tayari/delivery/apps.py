"""Registers the delivery app and watches every database connection for changes to public pages."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "tayari.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db import connections
        from django.db.backends.signals import connection_created

        from tayari.delivery.press import watching

        connection_created.connect(watching.begin, dispatch_uid="delivery.press")
        for connection in connections.all(initialized_only=True):
            watching.begin(connection)
