"""A note is added from the side panel of whatever it is about."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from tayari.facts.actions import notes
from tayari.facts.views.guard import editors_only


@require_POST
@editors_only
def write(request: HttpRequest) -> HttpResponse:
    """Keep the note and go back to where it was written."""
    told = request.POST
    try:
        notes.write(
            told.get("holder_type", "")[:60],
            told.get("holder_ref", "")[:160],
            told.get("text", ""),
            by=request.user,
            now=request.now,  # type: ignore[attr-defined]
        )
        messages.success(request, "Noted.")
    except notes.Empty as refusal:
        messages.error(request, str(refusal))
    back = told.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else "contradictions")
