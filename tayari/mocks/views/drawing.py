"""Draws a paper from the bank in the admin: choose the shares, look at what comes, make it a draft paper."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tayari.bank.models import Question
from tayari.mocks.actions import drawing
from tayari.mocks.actions.printings import PaperRefused
from tayari.mocks.forms.drawing import DrawForm
from tayari.plain.texts import in_language
from tayari.syllabus.models import Topic


@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest) -> HttpResponse:
    """The form with what the bank has; a look first, and a draft paper when asked for."""
    if not request.user.has_perm("mocks.add_paper"):
        raise PermissionDenied
    form = DrawForm(request.POST or None)
    drawn = None
    if form.is_valid():
        try:
            if "draw" in request.POST:
                paper = drawing.draw(wish=form.wish(), by=request.user, now=request.now)  # type: ignore[attr-defined]
                messages.success(request, f"Drew the draft paper {paper.ref}: look it over, then freeze a printing.")
                return redirect(reverse("wagtailsnippets_mocks_paper:edit", args=[paper.pk]))
            drawn = drawing.look(form.wish())
        except PaperRefused as refusal:
            form.add_error(None, f"{str(refusal)[:1].upper()}{str(refusal)[1:]}.")
    context = {"form": form, "stock": _stock(), "questions": _shown(drawn), "refusal": drawn.refusal() if drawn else ""}
    return render(request, "mocks/admin/draw.html", context)


def _shown(drawn: drawing.Drawn | None) -> list[dict[str, Any]]:
    asked = drawn.asked if drawn else ()
    return [
        {"ref": one.head.ref, "kind": one.head.kind, "stem": one.head.stem["en"], "topics": ", ".join(one.head.topics)}
        for one, _ in asked
    ]


def _stock() -> list[dict[str, Any]]:
    """How many ready questions each topic has, in the order of the syllabus."""
    ready = Question.objects.filter(state=Question.State.READY)
    counts = dict(ready.values_list("topics").annotate(number=Count("pk", distinct=True)).order_by())
    topics = Topic.objects.filter(pk__in=[pk for pk in counts if pk])
    return [{"id": topic.pk, "name": in_language(topic.name, "en"), "count": counts[topic.pk]} for topic in topics]
