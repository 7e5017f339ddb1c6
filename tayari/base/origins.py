"""Whether a form was sent by a page of this site, as browsers themselves tell it: without a token in the form.

A page that is the same for everybody holds no token. Browsers say with each form where it was sent from, in headers
that no page can set (Sec-Fetch-Site, W3C Fetch Metadata; Origin, RFC 6454). One that says neither is not believed.
"""

from django.conf import settings
from django.http import HttpRequest


def is_own(request: HttpRequest) -> bool:
    """A program that is no browser can say what it likes, and holds nobody's cookies."""
    own = f"{request.scheme}://{request.get_host()}"
    return is_from(own, place=request.headers.get("Sec-Fetch-Site"), origin=request.headers.get("Origin"))


def is_from(own: str, *, place: str | None, origin: str | None) -> bool:
    """The same of the two headers; `own` is the site's scheme and host, by which it was asked."""
    if place is not None:
        return place == "same-origin"
    return origin is not None and (origin == own or origin in settings.CSRF_TRUSTED_ORIGINS)
