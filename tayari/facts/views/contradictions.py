"""The queue of contradictions: both facts, both sources, what is proposed, and one click that does it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tayari.facts.actions import contradictions as actions
from tayari.facts.actions.facts import FactRefused
from tayari.facts.models import Contradiction
from tayari.facts.queries.contradictions import queue
from tayari.facts.views.guard import editors_only
from tayari.plain.dates import NotADate


@require_GET
@editors_only
def listing(request: HttpRequest) -> HttpResponse:
    """Those with one status, open ones unless another is asked for."""
    status = request.GET.get("status", "")
    status = status if status in Contradiction.Status.values else Contradiction.Status.OPEN.value
    context = {
        "page_title": "Contradictions",
        "header_icon": "warning",
        "status": status,
        "statuses": Contradiction.Status.choices,
        "rows": queue(status),
    }
    return render(request, "facts/admin/contradictions.html", context)


@require_POST
@editors_only
def settle(request: HttpRequest, key: str) -> HttpResponse:
    """Take one of the ways out, or dismiss it with a reason."""
    by, now = request.user, request.now  # type: ignore[attr-defined]
    way = request.POST.get("way", "")
    try:
        if way.isdecimal():
            actions.resolve(key, int(way), by=by, now=now)
            messages.success(request, "Resolved. What was bound to the changed fact is listed under Affected.")
        else:
            actions.dismiss(key, reason=request.POST.get("reason", ""), by=by, now=now)
            messages.success(request, "Dismissed. It stays quiet until one of its facts changes.")
    except (actions.NotOpen, FactRefused, NotADate) as refusal:
        messages.error(request, str(refusal))
    return redirect("contradictions")
