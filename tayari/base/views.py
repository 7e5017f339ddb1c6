"""Says to whoever watches the server whether it is fit to serve."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tayari.base import database

# A migrated database stays so while the process lives: only the first answers ask.
_seen: dict[str, bool] = {"migrated": False}


@never_cache
@require_safe
def up(request: HttpRequest) -> HttpResponse:
    """200 when the database is migrated and writable, else 503 with the reason."""
    reason = _reason(request)
    return HttpResponse(reason or "up", status=503 if reason else 200, content_type="text/plain; charset=utf-8")


def _reason(request: HttpRequest) -> str:
    if not _seen["migrated"]:
        try:
            found = database.version()
        except DatabaseError as error:
            return f"the database cannot be read: {error}"
        if found.pending:
            return f"the database lacks {len(found.pending)} migrations"
        _seen["migrated"] = True
    trouble = database.not_writable(now=request.now)  # type: ignore[attr-defined]
    return f"the database cannot be written: {trouble}" if trouble else ""
