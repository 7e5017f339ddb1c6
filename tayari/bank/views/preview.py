"""The editor's preview of a question: as printed, with key, reasons and the facts behind them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tayari.bank import linting, queries
from tayari.bank.models import Question
from tayari.facts import queries as facts
from tayari.facts.linting import editing


def preview(request: HttpRequest, ref: str) -> HttpResponse:
    """The newest version in every language it has."""
    if not request.user.has_perm("bank.view_question"):
        raise PermissionDenied
    question = Question.objects.filter(ref=ref).first()
    version = question.versions.order_by("-number").prefetch_related("keys").first() if question else None
    if question is None or version is None:
        raise Http404
    shown = queries.explain(version)
    spoken = facts.spoken(shown.facts, "en")
    context = {
        "question": question,
        "version": version,
        "head": shown.question.head,
        "printed": shown.question.printed(),
        "figures": [one.printed() for one in shown.question.head.figures],
        "items": [(item, shown.truths[item.id]) for item in shown.question.items()],
        "options": [
            {
                "id": option.id.upper(),
                "texts": option.texts,
                "right": option.id in shown.derived.key,
                "reason": shown.derived.reasons[option.id],
                "facts": [spoken[ref] for ref in shown.facts_of[option.id] if ref in spoken],
            }
            for option in shown.derived.options
        ],
        "looked": editing.looked(linting.HOLDER, question.ref, linting.document(version), now=request.now),  # type: ignore[attr-defined]
        "languages": [code for code in ("en", "hi") if code in shown.question.head.stem],
    }
    return render(request, "bank/admin/preview.html", context)
