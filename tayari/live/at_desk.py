"""Who may be at a desk, and of which coverage."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from tayari.live.models import CoveragePage


def at_desk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """With the coverage of the address, for those who may change posts."""

    @wraps(view)
    def guarded(request: HttpRequest, page_id: int, **named: Any) -> HttpResponse:
        may(request, "change")
        page = get_object_or_404(CoveragePage.objects.select_related("locale"), pk=page_id)
        return view(request, page, **named)

    return guarded


def may(request: HttpRequest, what: str) -> None:
    if not request.user.has_perm(f"live.{what}_post"):
        raise PermissionDenied
