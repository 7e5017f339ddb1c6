"""What changed facts mean for everything bound to them, listed and settled in one place."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tayari.facts.actions import consequences as actions
from tayari.facts.models import Consequence
from tayari.facts.queries.affected import affected
from tayari.facts.views.guard import editors_only


@require_GET
@editors_only
def listing(request: HttpRequest) -> HttpResponse:
    """Those with one status, open ones unless another is asked for."""
    status = request.GET.get("status", "")
    status = status if status in Consequence.Status.values else Consequence.Status.OPEN.value
    context = {
        "page_title": "Affected by changed facts",
        "header_icon": "link",
        "status": status,
        "statuses": Consequence.Status.choices,
        "rows": affected(status, now=request.now),  # type: ignore[attr-defined]
        "languages": settings.LANGUAGES,
    }
    return render(request, "facts/admin/affected.html", context)


@require_POST
@editors_only
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what follows and tell readers, or say why nothing changes."""
    by, now = request.user, request.now  # type: ignore[attr-defined]
    try:
        if "leave" in request.POST:
            actions.leave(pk, reason=request.POST.get("reason", ""), by=by, now=now)
            messages.success(request, "Noted: nothing changes there.")
        else:
            told = {code: request.POST.get(f"correction_{code}", "") for code, _name in settings.LANGUAGES}
            row = actions.apply(pk, correction=told, by=by, now=now)
            messages.success(request, f"Applied: {row.reason or 'nothing had to change'}.")
    except actions.Settled as refusal:
        messages.error(request, str(refusal))
    return redirect("affected")
