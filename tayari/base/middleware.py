"""Reads the wall clock once a request, and lets the admin have what Wagtail needs."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tayari.base import clock

Answer = Callable[[HttpRequest], HttpResponse]


class NowMiddleware:
    """Sets `request.now`, so that everything in one request talks about the same moment."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = clock.now()  # type: ignore[attr-defined]
        return self.get_response(request)


class AdminPolicyMiddleware:
    """Gives the admin its own content security policy; stands right inside Django's."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/") and not hasattr(response, "_csp_config"):
            response._csp_config = settings.ADMIN_CSP  # type: ignore[attr-defined]
        return response
