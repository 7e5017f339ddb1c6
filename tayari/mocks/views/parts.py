"""A paper's sections and questions in the admin: rows to fill in, and a chooser that finds questions in the bank."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tayari.mocks.actions import arranging
from tayari.mocks.forms.parts import Parts, PlaceRows, SectionRows
from tayari.mocks.models import Paper
from tayari.mocks.queries import deviations, parts
from tayari.mocks.views.guard import papers_only
from tayari.rules.kinds import KINDS


@require_http_methods(["GET", "POST"])
@papers_only
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows; saving keeps all of them or says on the field what is wrong and keeps what was typed."""
    paper = get_object_or_404(Paper.objects.select_related("blueprint"), pk=pk)
    data = request.POST or None
    rows = Parts(
        SectionRows(data, prefix="sections", initial=parts.section_rows(paper)),
        PlaceRows(data, prefix="places", initial=parts.place_rows(paper)),
    )
    stale = False
    if data and rows.is_valid():
        sections, places = rows.set()
        try:
            arranging.arrange(
                paper=paper,
                sections=sections,
                places=places,
                known=request.POST.get("known", ""),
                by=request.user,
                now=request.now,  # type: ignore[attr-defined]
            )
        except arranging.Changed:
            stale = True
        else:
            messages.success(request, f"{paper}: {len(places)} questions set. Freeze a printing to have them sat.")
            return redirect("paper_choose" if "choose" in request.POST else "paper_parts", pk)
    context = {
        "paper": paper,
        "rows": rows,
        "places": _with_questions(rows),
        "known": request.POST.get("known", "") if data and not stale else arranging.seen(paper),
        "stale": stale,
        "deviations": deviations.deviations(paper),
    }
    return render(request, "mocks/admin/parts.html", context, status=409 if stale else 200)


def _with_questions(rows: Parts) -> list[tuple[Any, parts.Choice | None]]:
    """Each row of the form with the question that it is about."""
    told = [(form, form["question"].value()) for form in rows.places]
    numbers = [int(value) for _, value in told if str(value).isdecimal()]
    named = parts.named(numbers)
    return [(form, named.get(int(value)) if str(value).isdecimal() else None) for form, value in told]


@require_http_methods(["GET", "POST"])
@papers_only
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Find ready questions and put those that are ticked into the paper."""
    paper = get_object_or_404(Paper, pk=pk)
    sections = list(paper.sections.order_by("number"))
    if request.method == "POST":
        ticked = [int(value) for value in request.POST.getlist("question") if value.isdecimal()]
        wanted = request.POST.get("section", "")
        section = int(wanted) if wanted.isdecimal() and 0 < int(wanted) <= len(sections) else None
        if sections and section is None:
            section = 1
        known = list(parts.named(ticked))
        added = arranging.add(
            paper=paper,
            questions=[one for one in ticked if one in known],
            section=section,
            by=request.user,
            now=request.now,  # type: ignore[attr-defined]
        )
        messages.success(request, f"{added} questions added to {paper}.")
        return redirect(f"{reverse('paper_choose', args=[pk])}?{request.GET.urlencode()}")
    found, count = parts.choices(
        paper, request.GET.get("q", ""), topic=request.GET.get("topic", ""), kind=request.GET.get("kind", "")
    )
    context = {"paper": paper, "sections": sections, "found": found, "count": count, "kinds": sorted(KINDS)}
    return render(request, "mocks/admin/choose.html", context)
