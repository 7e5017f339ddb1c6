"""Tells editors what a publish refreshed."""

from functools import partial
from typing import Any

from django.db import connection, transaction
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.signals import page_published, page_unpublished

from tayari.delivery.press import watching
from tayari.delivery.views import refreshed


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def addresses() -> list[URLPattern]:
    return [path("reports/refreshed/", refreshed, name="refreshed")]


@hooks.register("register_reports_menu_item")  # type: ignore[untyped-decorator]
def refreshed_item() -> MenuItem:
    return MenuItem("Refreshed pages", reverse("refreshed"), name="refreshed", icon_name="history", order=1200)


def _name(what: str, instance: Any) -> None:
    transaction.on_commit(partial(watching.name_last, connection, f"{what}: {instance.title}"))


def published(sender: Any, instance: Any, **told: Any) -> None:
    _name("Published", instance)


def unpublished(sender: Any, instance: Any, **told: Any) -> None:
    _name("Taken down", instance)


page_published.connect(published, dispatch_uid="delivery.refreshed")
page_unpublished.connect(unpublished, dispatch_uid="delivery.refreshed")
