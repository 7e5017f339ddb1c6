"""Objecting to a key from a result, and what became of objections."""

from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tayari.accounts import persons
from tayari.base.rates import Rate
from tayari.mocks import plans
from tayari.mocks.actions import objections
from tayari.mocks.forms.objections import ObjectionForm
from tayari.mocks.models import Objection, Paper, PrintingQuestion, Sitting
from tayari.mocks.queries import rekeyed
from tayari.mocks.views.rooms import mine
from tayari.rules.objections import NotEvidence
from tayari.ui.shown import Crumb

_FILED = Rate("objections", 20, timedelta(hours=1))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest, ident: UUID, number: int) -> HttpResponse:
    """One's objection to a question's key: to be made, or as it stands; posting makes it or takes it back."""
    sitting = mine(request, ident)
    question = PrintingQuestion.objects.filter(printing=sitting.printing_id, number=number).first()
    if question is None:
        raise Http404
    now = request.now  # type: ignore[attr-defined]
    standing = Objection.objects.filter(question=question, person=sitting.person, withdrawn_at=None).first()
    refusal = objections.refusal(sitting, question, now=now)
    if refusal == "answers":
        raise Http404
    printed = sitting.printing.body[str(number)]
    letters = plans.letters(sitting, number)
    form = ObjectionForm(
        request.POST if request.method == "POST" and "withdraw" not in request.POST else None,
        options=letters,
        needed=sitting.printing.paper.objection_sources,
    )
    if request.method == "POST":
        if "withdraw" in request.POST and standing:
            return _withdraw(request, sitting, number, standing)
        if refusal is None and form.is_valid() and _filed(request, sitting, number, form):
            return redirect("objection", ident=ident, number=number)
    context = {
        "result": {"languages": sitting.printing.languages, "own_language": get_language() or "en"},
        "sitting": sitting,
        "number": number,
        "printed": printed,
        "options": [(letters[option["id"]], option["text"]) for option in plans.options(sitting, number, printed)],
        "form": form,
        "standing": standing,
        "refusal": refusal,
        "note": rekeyed.key_notes(sitting.printing, get_language() or "en", sitting).get(number),
        "trail": [
            Crumb(_("Result"), reverse("sitting_result", args=[sitting.pk])),
            Crumb(_("Question %(n)d") % {"n": number}, reverse("sitting_result", args=[sitting.pk]) + f"#q-{number}"),
            Crumb(_("Objection")),
        ],
    }
    return render(request, "mocks/objection.html", context, status=422 if form.errors else 200)


def _filed(request: HttpRequest, sitting: Sitting, number: int, form: ObjectionForm) -> bool:
    """Whether the objection was taken; if not, the form says why."""
    now: Any = request.now  # type: ignore[attr-defined]
    if _FILED.wait(str(sitting.person_id), now=now):
        form.add_error(None, _("You have made many objections within an hour; wait a little."))
        return False
    told = form.cleaned_data
    try:
        objections.file(
            sitting.pk,
            number,
            claim=told["claim"],
            suggested=told.get("suggested", []),
            words=told["words"],
            sources=form.sources(),
            by=sitting.person,
            now=now,
        )
    except NotEvidence as problem:
        form.refuse(problem)
        return False
    except objections.NotTaken:
        # Another tab was first, or the time ended meanwhile: the page that follows says which.
        return True
    return True


def _withdraw(request: HttpRequest, sitting: Sitting, number: int, standing: Objection) -> HttpResponse:
    with suppress(objections.NotTaken):
        objections.withdraw(standing, by=sitting.person, now=request.now)  # type: ignore[attr-defined]
    return redirect("objection", ident=sitting.pk, number=number)


@never_cache
@require_safe
def outcome(request: HttpRequest, slug: str) -> HttpResponse:
    """What became of objections to the keys of a paper."""
    paper = get_object_or_404(Paper.objects.exclude(state=Paper.State.DRAFT), slug=slug)
    if paper.is_ahead(request.now):  # type: ignore[attr-defined]
        raise Http404
    person = persons.person_of(request)
    shown = rekeyed.outcome(paper, get_language() or "en", person=person, now=request.now)  # type: ignore[attr-defined]
    context = {
        "outcome": shown,
        "trail": [
            Crumb(_("Mocks"), reverse("mocks")),
            Crumb(shown.short, reverse("mock", args=[slug])),
            Crumb(_("Answer key")),
        ],
    }
    return render(request, "mocks/outcome.html", context)
