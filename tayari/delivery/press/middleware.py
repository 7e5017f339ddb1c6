"""The innermost middleware: notes what a page depends on, and gives editors a cookie that says no more than that."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tayari.delivery.press import asks, recording
from tayari.delivery.press.recording import Record

RECORD = "tayari.press"


class PressMiddleware:
    """Records where the press asked for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        record = request.META.get(RECORD)
        if isinstance(record, Record):
            with recording.into(record, request):
                asks.ask_for_what_stands_in_memory()
                return self.get_response(request)
        response = self.get_response(request)
        if request.path.startswith("/admin/") and settings.PRESS_EDITOR_COOKIE not in request.COOKIES:
            _mark(request, response)
        return response


def _mark(request: HttpRequest, response: HttpResponse) -> None:
    """The press asks no database who reads; so that editors' own reading is not counted, their browser says it."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated and user.has_perm("wagtailadmin.access_admin"):
        response.set_cookie(
            settings.PRESS_EDITOR_COOKIE,
            "1",
            max_age=365 * 24 * 3600,
            httponly=True,
            samesite="Lax",
            secure=bool(settings.SESSION_COOKIE_SECURE),
        )
