"""Who is asking: a member who signed in, or a guest by a signed cookie, made only when one is needed."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

from tayari.accounts.actions import guests
from tayari.accounts.models import Person

COOKIE = "tayari_guest"
START = "tayari_start"
_LONG = 32  # characters below which a cookie could be guessed
_SALT = "tayari.accounts.guest"
_A_YEAR = 365 * 24 * 3600


def is_known(request: HttpRequest) -> bool:
    """Whether a cookie may say who asks. Without one nothing of the session is touched, and the page is everybody's."""
    return not request.COOKIES.keys().isdisjoint({COOKIE, settings.SESSION_COOKIE_NAME})


def person_of(request: HttpRequest) -> Person | None:
    """The member or guest that asks, or None. One query at most a request."""
    user = getattr(request, "user", None)
    if isinstance(user, Person) or (user is not None and user.is_authenticated):
        return user
    if not hasattr(request, "_guest"):
        request._guest = _guest_of(request)  # type: ignore[attr-defined]
    found: Person | None = request._guest  # type: ignore[attr-defined]
    return found


def _guest_of(request: HttpRequest) -> Person | None:
    cookie = request.COOKIES.get(COOKIE)
    if not cookie:
        return None
    try:
        ident = UUID(signing.loads(cookie, salt=_SALT, max_age=_A_YEAR))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Person.objects.filter(pk=ident, kind=Person.Kind.GUEST).first()


def ident_of(request: HttpRequest) -> UUID | None:
    """An id for a guest that only this browser's requests have, so that a start whose answer was lost finds the same.

    From the name that a script gave it when Start was pressed, or its forms' cookie: either is there before a guest is.
    """
    cookie = request.COOKIES.get(START) or request.COOKIES.get(settings.CSRF_COOKIE_NAME) or ""
    if len(cookie) < _LONG:
        return None
    digest = salted_hmac(_SALT, cookie, algorithm="sha256").digest()
    return UUID(bytes=digest[:16], version=5)


def remember(response: HttpResponseBase, person: Person) -> None:
    """Set the guest's cookie; a member needs none."""
    if person.is_guest:
        response.set_cookie(
            COOKIE,
            signing.dumps(str(person.pk), salt=_SALT),
            max_age=_A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=bool(settings.SESSION_COOKIE_SECURE),
        )


def adopt(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """On sign-in and sign-up: what the guest of this browser did now belongs to the member."""
    guest = _guest_of(request) if request is not None else None
    now = getattr(request, "now", None)
    if guest is not None and now is not None and isinstance(user, Person):
        guests.merge(guest, user, by=user, now=now)
