"""The one door: whoever Wagtail does not let in is sent to the site's own sign-in, which counts failed tries."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

_ADMIN = "wagtailadmin.access_admin"


@never_cache
def door(request: HttpRequest) -> HttpResponse:
    """Strangers sign in; editors go on to the admin; others who are signed in are told that it is not for them."""
    following = request.GET.get("next") or reverse("wagtailadmin_home")
    for_admin = following.startswith(reverse("wagtailadmin_home"))
    if not request.user.is_authenticated:
        return redirect_to_login(following, reverse("account_login"))
    if for_admin and request.user.has_perm(_ADMIN):
        return redirect("wagtailadmin_home")
    return render(request, "account/no_entry.html", {"for_admin": for_admin}, status=403)
