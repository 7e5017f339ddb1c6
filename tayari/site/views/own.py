"""What is a reader's own: on a page of its own, and as the part that home, which is everybody's, asks for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tayari.accounts import persons
from tayari.mocks.queries.own import Own
from tayari.mocks.queries.own import own as held
from tayari.ui.shown import Crumb


def _held(request: HttpRequest) -> Own | None:
    """Without a cookie nobody is looked for, and the session is not touched."""
    person = persons.person_of(request) if persons.is_known(request) else None
    return held(person, get_language() or "en", now=request.now) if person else None  # type: ignore[attr-defined]


@never_cache
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    context = {"own": _held(request), "trail": [Crumb(_("Your sittings"))]}
    return render(request, "site/own.html", context)


@never_cache
@require_safe
def part(request: HttpRequest) -> HttpResponse:
    """What runs and what is new; nothing for who has neither."""
    own = _held(request)
    if own is None or not (own.running or own.news):
        return HttpResponse(status=204)
    return render(request, "site/parts/own_bar.html", {"own": own})
