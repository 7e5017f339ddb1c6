"""Compensatory time in the admin: who has it, and granting it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tayari.mocks.actions import accommodations as actions
from tayari.mocks.forms.accommodations import AccommodationForm
from tayari.mocks.queries import accommodations


@never_cache
@require_http_methods(["GET", "POST"])
def accommodations_page(request: HttpRequest) -> HttpResponse:
    """Every grant, the newest first, and a form for the next."""
    if not request.user.has_perm("mocks.add_accommodation"):
        raise PermissionDenied
    form = AccommodationForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            made = actions.grant(
                person=told["who"],
                paper=told["paper"],
                section=told["section"],
                share=told["share"],
                reason=told["reason"],
                by=request.user,
                now=request.now,  # type: ignore[attr-defined]
            )
        except actions.NoShare as refusal:
            form.add_error("share", f"{str(refusal)[:1].upper()}{str(refusal)[1:]}.")
        else:
            messages.success(request, f"{made.person}: {made.share or 'no'} more time from the next start on.")
            return redirect("accommodations")
    return render(request, "mocks/admin/accommodations.html", {"form": form, "rows": accommodations.granted()[:200]})
