"""A picture by its ref, for pages whose words are made once and name it so: questions in the exam room."""

import mimetypes

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csp import csp_override
from django.views.decorators.http import condition, require_safe

from tayari.media.models import Picture

# As large as a page of the room shows it on a fine screen; what is larger is made smaller, once.
_SIZE = "max-1600x1600"
_DAY = 24 * 60 * 60


def _tag(request: HttpRequest, ref: str) -> str | None:
    held = Picture.objects.filter(ref=ref).values_list("content_digest", "file_hash").first()
    return f'"{"-".join(held)}"' if held else None


@csp_override(settings.MEDIA_CSP)
@require_safe
@condition(etag_func=_tag)
def picture(request: HttpRequest, ref: str) -> HttpResponse:
    """The picture written anew in the size of a page; a drawing of lines as it is, where nothing in it runs."""
    found = get_object_or_404(Picture, ref=ref)
    shown = found if found.is_svg() else found.get_rendition(_SIZE)
    kind, _ = mimetypes.guess_type(shown.file.name)
    with shown.file.open("rb") as file:
        answer = HttpResponse(file.read(), content_type=kind or "application/octet-stream")
    answer["Cache-Control"] = f"public, max-age={_DAY}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
