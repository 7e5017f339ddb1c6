"""The printings of a paper in the admin: their history, and freezing the next."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tayari.mocks.actions import printings
from tayari.mocks.models import Paper
from tayari.mocks.queries import deviations, parts


@require_http_methods(["GET", "POST"])
def freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """Every printing with its hash; a POST freezes the paper as it stands and says what came of it."""
    if not request.user.has_perm("mocks.add_printing"):
        raise PermissionDenied
    paper = get_object_or_404(Paper.objects.select_related("blueprint"), pk=pk)
    if request.method != "POST":
        context = {
            "paper": paper,
            "printings": parts.printings(paper),
            "deviations": deviations.deviations(paper),
        }
        return render(request, "mocks/admin/printings.html", context)
    before = paper.printings.count()
    try:
        printing = printings.freeze(paper, by=request.user, now=request.now)  # type: ignore[attr-defined]
    except printings.PaperRefused as refusal:
        messages.error(request, str(refusal))
    else:
        done = "frozen" if paper.printings.count() > before else "still holds: nothing has changed since"
        messages.success(request, f"Printing {printing.number} of {paper} {done}.")
    return redirect("paper_freeze", pk)
