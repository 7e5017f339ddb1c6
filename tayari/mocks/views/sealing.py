"""A sealed paper ahead of its start, and the key to it from the start on."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tayari.mocks import sealing
from tayari.mocks.models import Paper, Printing

_MINUTE = 60


def _printing(request: HttpRequest, slug: str) -> Printing:
    """The newest printing of a paper that is out and sealed. Raises Http404."""
    papers = Paper.objects.out(request.now)  # type: ignore[attr-defined]
    paper = get_object_or_404(papers, slug=slug, sealed=True, navigation=Paper.Navigation.FREE, opens_at__isnull=False)
    # Many ask at one moment: what is printed is read once for all.
    printings = Printing.objects.filter(paper=paper).select_related("paper").defer("body", "plan", "scoring")
    found = printings.order_by("-number").first()
    if found is None or found.navigation != Paper.Navigation.FREE:
        raise Http404
    return found


def _seal(printing: Printing) -> sealing.Seal:
    return sealing.seal(printing, get_language() or "en")


@require_safe
def sealed(request: HttpRequest, slug: str) -> HttpResponse:
    """The encrypted body: the same bytes for everybody who reads in one language, however often they are fetched."""
    found = _seal(_printing(request, slug))
    tag = f'"{found.hash}"'
    if request.headers.get("If-None-Match") == tag:
        answer: HttpResponse = HttpResponse(status=304)
    else:
        answer = JsonResponse(found.sealed())
    answer["ETag"] = tag
    answer["Cache-Control"] = f"public, max-age={_MINUTE}"
    return answer


@never_cache
@require_safe
def key(request: HttpRequest, slug: str) -> HttpResponse:
    """The key from the start on; before it, when that is: 425 with the moments, so that the browser can wait for it."""
    printing = _printing(request, slug)
    now, opens = request.now, printing.paper.opens_at  # type: ignore[attr-defined]
    if now < opens:
        told = {
            "opens_at": opens.isoformat(),
            "server_now": now.isoformat(),
            "wait_ms": -(-(opens - now) // timedelta(milliseconds=1)),
        }
        return JsonResponse(told, status=425)
    return JsonResponse(_seal(printing).key())
