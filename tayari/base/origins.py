"""Whether a form was sent by a page of this site, as browsers themselves tell it: without a token in the form.

A page that is the same for everybody holds no token. Browsers say with each form where it was sent from, in headers
that no page can set (Sec-Fetch-Site, W3C Fetch Metadata; Origin, RFC 6454). One that says neither is not believed.
"""

from django.conf import settings
from django.http import HttpRequest


def is_own(request: HttpRequest) -> bool:
    """A program that is no browser can say what it likes, and holds nobody's cookies."""
    place = request.headers.get("Sec-Fetch-Site")
    if place is not None:
        return place == "same-origin"
    origin = request.headers.get("Origin")
    return origin is not None and (
        origin == f"{request.scheme}://{request.get_host()}" or origin in settings.CSRF_TRUSTED_ORIGINS
    )
