"""Objections and rescores in the admin: the queue, the decision, the dry run, its application and its undoing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tayari.mocks.actions import objections, rescoring
from tayari.mocks.forms.objections import DecisionForm, ReasonForm
from tayari.mocks.models import Objection, Paper, Printing, PrintingQuestion, Rekeying, Rescore, Sitting
from tayari.mocks.queries import challenged
from tayari.mocks.views.guard import papers_only

AT_ONCE = 2_000
"""A dry run of so many sittings is computed while the editor waits, a second or two; a larger one in the background."""


@require_GET
@papers_only
def queue(request: HttpRequest) -> HttpResponse:
    """Every question whose key is objected to or would flip, with the evidence; and one that an editor names."""
    asked = None
    printing, number = (request.GET.get(name, "") for name in ("printing", "number"))
    if printing.isdecimal() and number.isdecimal():
        named = PrintingQuestion.objects.select_related("printing").defer("printing__body")
        asked = named.filter(printing=int(printing), number=int(number)).first()
        if asked is None:
            messages.error(request, f"That printing has no question {number}.")
    context = {
        "questions": challenged.challenged(asked),
        "policies": DecisionForm.base_fields["policy"].choices,  # type: ignore[attr-defined]
        "languages": ("en",),
    }
    return render(request, "mocks/admin/objections.html", context)


@require_POST
@papers_only
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide what becomes of a question's key, with a public reason."""
    rows = PrintingQuestion.objects.select_related("printing__paper", "version")
    question = get_object_or_404(rows, pk=pk)
    form = DecisionForm(request.POST)
    back = redirect("paper_objections")
    if not form.is_valid():
        messages.error(request, "Choose what becomes of the key, and say why in public words.")
        return back
    options = [option["id"] for option in question.printing.body[str(question.number)]["options"]]
    keys = form.told(options)
    objected = Objection.objects.filter(question__in=objections.alike(question), withdrawn_at=None).exists()
    try:
        objections.decide(
            question,
            policy=form.cleaned_data["policy"],
            key=keys[0] if keys else (),
            also=keys[1:],
            reason=form.reason(),
            origin=Rekeying.Origin.OBJECTIONS if objected else Rekeying.Origin.EDITOR,
            by=request.user,
            now=request.now,  # type: ignore[attr-defined]
        )
    except objections.Undecidable as refusal:
        messages.error(request, str(refusal))
        return back
    if form.cleaned_data["policy"] == Rekeying.Policy.NONE:
        messages.success(request, f"The key of question {question.number} stays, and is final.")
        return back
    messages.success(request, "Decided. Look at what a rescore would change, then apply it.")
    return redirect("paper_rescores", question.printing.paper_id)


@require_http_methods(["GET", "HEAD"])
@papers_only
def rescores(request: HttpRequest, pk: int) -> HttpResponse:
    """The printings of a paper: what waits, what a rescore would change, what was changed."""
    paper = get_object_or_404(Paper, pk=pk)
    undecided = [(one.pk, objections.undecided(one)) for one in paper.printings.defer("body")]
    context = {"paper": paper, "printings": challenged.printings(paper, undecided), "reason": ReasonForm()}
    return render(request, "mocks/admin/rescores.html", context)


@require_POST
@papers_only
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """What a button on a paper's rescores asks for."""
    paper = get_object_or_404(Paper, pk=pk)
    try:
        messages.success(request, _done(request, paper))
    except (rescoring.CannotRescore, objections.Undecidable) as refusal:
        messages.error(request, str(refusal))
    return redirect("paper_rescores", pk)


def _done(request: HttpRequest, paper: Paper) -> str:
    """Does it and says what came of it. Raises CannotRescore and Undecidable."""
    by, now = request.user, request.now  # type: ignore[attr-defined]
    what, _, target = request.POST.get("do", "").partition(":")
    if not target.isdecimal():
        raise rescoring.CannotRescore("Press one of the buttons.")
    if what in {"draft", "final"}:
        printing = get_object_or_404(Printing.objects.select_related("paper"), paper=paper, pk=int(target))
        if what == "final":
            return f"{objections.finalise(printing, by=by, now=now)} keys are final now."
        return _drafted(printing, by, now)
    run = get_object_or_404(Rescore.objects.select_related("printing"), printing__paper=paper, pk=int(target))
    if what == "discard":
        rescoring.discard(run, by=by, now=now)
        return "Discarded; the decisions wait again."
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise rescoring.CannotRescore("Say why in public words: everybody whose score changes reads it.")
    if what == "apply":
        run = rescoring.apply(run, reason=form.reason(), by=by, now=now)
        return f"Applied: {run.summary['up']} scores rose and {run.summary['down']} fell."
    if what == "undo":
        return _undone(run, form.reason(), by, now)
    raise rescoring.CannotRescore("Press one of the buttons.")


def _drafted(printing: Printing, by: Any, now: Any) -> str:
    run = rescoring.draft(printing, by=by, now=now)
    if _few(printing):
        run = rescoring.fill(run, now=now)
        return f"Computed: {run.summary['up']} scores would rise and {run.summary['down']} fall."
    return "The dry run is being computed; load this page again to see how far it is."


def _undone(run: Rescore, reason: dict[str, str], by: Any, now: Any) -> str:
    if _few(run.printing):
        rescoring.undo(run, reason=reason, by=by, now=now)
        return "Undone: the former keys and scores hold again."
    rescoring.draft_undo(run, reason=reason, by=by, now=now)
    return "The former scores are being computed, and hold as soon as they are; load this page again."


def _few(printing: Printing) -> bool:
    return Sitting.objects.filter(printing=printing, mode=Sitting.Mode.TIMED).count() <= AT_ONCE
