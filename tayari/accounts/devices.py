"""The pages on which a person goes on in another browser: one shows a code, the other takes it."""

from datetime import datetime, timedelta

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tayari.accounts import persons
from tayari.accounts.actions import devices
from tayari.base.addresses import absolute
from tayari.base.rates import Rate, address_of

# A classroom behind one address can go on; who tries codes gets 60 of 800 thousand million in ten minutes.
TRIES = Rate("device-codes", most=60, every=timedelta(minutes=10))
MADE = Rate("device-codes-made", most=10, every=timedelta(minutes=10))
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def _now(request: HttpRequest) -> datetime:
    now: datetime = request.now  # type: ignore[attr-defined]
    return now


@never_cache
@require_POST
def make(request: HttpRequest) -> HttpResponseBase:
    """A code and its link, as a page, or as JSON for a page that asks so."""
    person = persons.person_of(request)
    wants_json = "application/json" in request.headers.get("accept", "")
    if person is None:
        return _no_code(request, _("There is nothing to continue yet: start a mock first."), 409, json=wants_json)
    if MADE.wait(str(person.pk), now=_now(request)):
        return _no_code(request, _("Too many codes: wait a few minutes."), 429, json=wants_json)
    path = request.POST.get("next", "")
    try:
        code = devices.make(person, path=_local(path), by=person, now=_now(request))
    except devices.NotByCode:
        return _no_code(request, _("Sign in with your password on the other device."), 403, json=wants_json)
    link = f"{absolute(reverse('continue'))}?code={code}"
    minutes = devices.LASTS // timedelta(minutes=1)
    if wants_json:
        return JsonResponse({"code": code, "link": link, "minutes": minutes})
    context = {"code": code, "link": link, "minutes": minutes, "back": _local(path) or "/"}
    return render(request, "account/device_code.html", context)


def _no_code(request: HttpRequest, why: str, status: int, *, json: bool) -> HttpResponse:
    if json:
        return JsonResponse({"error": why}, status=status)
    return render(request, "account/device_enter.html", {"problem": why}, status=status)


def _local(path: str) -> str:
    """The path if it is one of this site's, else nothing."""
    fits = len(path) <= 200 and path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if fits else ""


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponseBase:
    """Takes a code. Opening its link uses nothing: messengers open links to show what they are."""
    if request.method != "POST":
        return render(request, "account/device_enter.html", {"code": request.GET.get("code", "")[:20]})
    wait = TRIES.wait(address_of(request), now=_now(request))
    if wait:
        said = {"problem": _("Too many tries: wait a few minutes.")}
        refused = render(request, "account/device_enter.html", said, status=429)
        refused["Retry-After"] = str(wait)
        return refused
    try:
        person, path = devices.use(request.POST.get("code", ""), by=persons.person_of(request), now=_now(request))
    except devices.NoSuchCode:
        said = {"problem": _("That code is not known, was used already, or is older than ten minutes. Make a new one.")}
        return render(request, "account/device_enter.html", said, status=404)
    response = redirect(path or "/")
    if not person.is_guest:
        login(request, person, backend=_BACKEND)
        response.delete_cookie(persons.COOKIE)
    persons.remember(response, person)
    return response
