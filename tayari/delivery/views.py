"""The editors' page of what a publish refreshed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tayari.delivery.press import running


def refreshed(request: HttpRequest) -> HttpResponse:
    """For whoever may enter the admin: the address is registered there."""
    press = running.current()
    now = request.now  # type: ignore[attr-defined]
    refreshes = press.refreshes.shown(press.shelf.standing(), now) if press else []
    told = {"is_pressing": press is not None, "refreshes": refreshes}
    return render(request, "delivery/admin/refreshed.html", told)
