"""The receipt of a sitting, and the public key by which anyone can check it."""

import json
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tayari.base import signatures
from tayari.mocks.queries import receipts
from tayari.mocks.views.rooms import mine


@never_cache
@require_safe
def receipt(request: HttpRequest, ident: UUID) -> HttpResponse:
    """The candidate's own, to keep: JSON as a file."""
    sitting = mine(request, ident)
    told = receipts.receipt(sitting, folder=settings.FOLDER.path, now=request.now)  # type: ignore[attr-defined]
    answer = HttpResponse(json.dumps(told, ensure_ascii=False, indent=1) + "\n", content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="receipt-{str(ident)[:8]}.json"'
    return answer


@require_safe
def key(request: HttpRequest) -> HttpResponse:
    pem = signatures.public_pem(signatures.key_of(settings.FOLDER.path))
    return HttpResponse(pem, content_type="application/x-pem-file")
