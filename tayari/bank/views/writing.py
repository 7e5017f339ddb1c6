"""What the form of a question asks while somebody writes: choosers, and what follows from what stands there."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from tayari.bank.forms import sent_content
from tayari.bank.models import Question
from tayari.bank.queries.checks import checks
from tayari.bank.queries.finding import find
from tayari.bank.views.guard import editors_only


@require_GET
@editors_only
def finding(request: HttpRequest) -> JsonResponse:
    """What a chooser offers for a few letters."""
    return JsonResponse({"found": find(request.GET.get("what", ""), request.GET.get("q", ""))})


@require_POST
@editors_only
def checking(request: HttpRequest) -> HttpResponse:
    """Key, options, advice and doubles of what was sent: a part of the page, or a page of its own without script."""
    content = sent_content(request.POST)
    own = Question.objects.filter(ref=content.get("ref")).first()
    if own and content and own.content.get("figures"):
        content["figures"] = own.content["figures"]
    part = bool(request.headers.get("X-Part"))
    template = "bank/admin/checks.html" if part else "bank/admin/checks_page.html"
    context = {
        "checks": checks(content, but=own.pk if own else None),
        "page_title": content.get("ref") or "A question",
        "header_icon": "help",
    }
    return render(request, template, context)
