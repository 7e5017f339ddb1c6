"""The facts to check, and the count of everything that waits for an editor of facts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from tayari.facts.queries.due import to_check
from tayari.facts.views.guard import editors_only


@require_GET
@editors_only
def listing(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate(request.now)  # type: ignore[attr-defined]
    context = {"page_title": "Facts to check", "header_icon": "calendar-check", "rows": to_check(today)}
    return render(request, "facts/admin/due.html", context)
