"""Lets scripts see that somebody may be known in this browser, and no more: by it they ask for what is one's own."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tayari.accounts import persons

MARK = "tayari_known"


class KnownMiddleware:
    """Sets the mark beside a cookie that names somebody, for as long, and takes it away with the last of them.

    Stands before the session's middleware, whose cookie it sees on the way out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        names = {persons.COOKIE, settings.SESSION_COOKIE_NAME}
        set_now = [response.cookies[name] for name in names if name in response.cookies]
        if given := next((one for one in set_now if one.value), None):
            age = given["max-age"]
            _mark(response, int(age) if age != "" else None)
        elif set_now and not (names - response.cookies.keys()) & request.COOKIES.keys():
            response.delete_cookie(MARK, samesite="Lax")
        return response


def _mark(response: HttpResponse, seconds: int | None) -> None:
    response.set_cookie(
        MARK, "1", max_age=seconds, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE), httponly=False
    )
