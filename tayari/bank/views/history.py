"""A question's versions, keys and raw text in the admin, and the decision about a proposed key."""

from typing import Any

import yaml
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tayari.bank.actions import drafts, keys
from tayari.bank.forms import DecisionForm, YamlForm
from tayari.bank.models import KeyProposal, Question
from tayari.bank.queries import doubles, history
from tayari.bank.queries.checks import checks
from tayari.bank.views.guard import editors_only
from tayari.rules.kinds import Refused


def edit_address(question: Question) -> str:
    return reverse("wagtailsnippets_bank_question:edit", args=[question.pk])


@require_GET
@editors_only
def versions(request: HttpRequest, ref: str) -> HttpResponse:
    """Every version with what it changed, every key with why."""
    question = get_object_or_404(Question, ref=ref)
    context = {
        "page_title": f"Versions of {ref}",
        "header_icon": "history",
        "question": question,
        "edit_url": edit_address(question),
        "versions": history.versions(question),
        "proposals": history.proposals(question, open_only=False),
    }
    return render(request, "bank/admin/versions.html", context)


@require_GET
@editors_only
def proposals(request: HttpRequest) -> HttpResponse:
    """Keys that changed facts would flip, and questions that the facts can no longer judge."""
    context = {"page_title": "Proposed keys", "header_icon": "warning", "proposals": history.proposals()}
    return render(request, "bank/admin/proposals.html", context)


@require_POST
@editors_only
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a proposed key, or say why the key stays."""
    proposal = get_object_or_404(KeyProposal.objects.select_related("version__question"), pk=pk)
    form = DecisionForm(request.POST)
    by, now = request.user, request.now  # type: ignore[attr-defined]
    try:
        if not form.is_valid():
            raise keys.NotOpen("Choose to confirm or to dismiss.")
        reason = form.cleaned_data["reason"]
        if form.cleaned_data["decision"] == "confirm":
            row = keys.confirm_key(proposal, reason=reason, by=by, now=now)
            said = f"The key of {proposal.version.question} is now {history.letters(row.key)}; sittings keep theirs."
            messages.success(request, said)
        else:
            keys.dismiss_key(proposal, reason=reason, by=by, now=now)
            messages.success(request, "Dismissed. The key stays.")
    except keys.NotOpen as refusal:
        messages.error(request, str(refusal))
    return redirect("question_proposals")


@require_http_methods(["GET", "POST"])
@editors_only
def raw(request: HttpRequest, ref: str) -> HttpResponse:
    """The draft as YAML, for what the form does not reach. What cannot be read changes nothing and stays."""
    question = get_object_or_404(Question, ref=ref)
    content = question.get_latest_revision_as_object().content
    form = YamlForm(request.POST or None, initial={"text": _written(content)})
    if form.is_valid():
        try:
            told = _read(form.cleaned_data["text"], ref)
            drafts.keep(content=told, by=request.user, now=request.now)  # type: ignore[attr-defined]
        except Refused as refusal:
            form.add_error("text", str(refusal))
        else:
            messages.success(request, "Kept as a draft; publish it from the form.")
            return redirect(edit_address(question))
    context = {
        "page_title": f"{ref} as YAML",
        "header_icon": "code",
        "form": form,
        "edit_url": edit_address(question),
        "checks": checks(content, but=question.pk),
    }
    return render(request, "bank/admin/raw.html", context)


def _written(content: Any) -> str:
    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100))


def _read(text: str, ref: str) -> dict[str, Any]:
    try:
        told = yaml.safe_load(text)
    except yaml.YAMLError as problem:
        raise Refused(f"{ref}: this is not YAML: {str(problem).splitlines()[0]}; mend it and save again") from None
    if not isinstance(told, dict):
        raise Refused(f"{ref}: write one question, as names and values")
    if told.get("ref") != ref:
        raise Refused(f"{ref}: the ref in the text is {told.get('ref')!r}; it stays {ref} here")
    return told


@require_GET
@editors_only
def alike(request: HttpRequest) -> HttpResponse:
    """Pairs of questions in the bank that ask the same."""
    context = {"page_title": "Questions that ask the same", "header_icon": "copy", "pairs": doubles.pairs()}
    return render(request, "bank/admin/doubles.html", context)
