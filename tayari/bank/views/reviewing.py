"""A file's questions are reviewed beside its own words, kept as drafts, and undone."""

import logging
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tayari.bank import formats
from tayari.bank.actions import imports
from tayari.bank.forms import ContentField, sent_content
from tayari.bank.models import ImportBatch, ImportedPicture, ImportedQuestion
from tayari.bank.queries import imports as reviews
from tayari.bank.views.guard import importers_only

_log = logging.getLogger(__name__)
State = ImportBatch.State
_TOLD = 12
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}


@require_GET
@importers_only
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Every question of the file, twenty a page. Six queries beyond the page's own."""
    batch = get_object_or_404(ImportBatch.objects.select_related("by", "settled_by"), pk=pk)
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in reviews.FILTERS else ""
    tabs = reviews.tabs(batch)
    rows, page = reviews.rows(batch, chosen, request.GET.get("p", "1"))
    context = {
        "page_title": batch.file_name,
        "header_icon": "upload",
        "batch": batch,
        "format": formats.FORMATS[batch.format].label if batch.format in formats.FORMATS else batch.format,
        "tabs": [tabs[value] for value in reviews.FILTERS if not value or tabs[value].count],
        "counts": tabs,
        "chosen": chosen,
        "rows": rows,
        "page": page,
        "to_review": batch.state == State.REVIEW,
        "at_work": batch.state == State.KEEPING and imports.is_at_work(batch),
        "failed": batch.state == State.REVIEW and reviews.has_failed(batch),
    }
    return render(request, "bank/admin/imports/review.html", context)


@require_POST
@importers_only
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is to be kept become drafts, or none does and the page says why. What takes long goes on after it."""
    batch = get_object_or_404(ImportBatch, pk=pk)
    try:
        kept = imports.start(batch=batch, by=request.user, now=request.now)  # type: ignore[attr-defined]
    except imports.NotNow as refusal:
        messages.error(request, f"Nothing was kept: {refusal}.")
    except Exception:
        _log.exception("the import %s was not kept", pk)
    else:
        if kept.state == State.KEEPING:
            return redirect("question_import", pk)
        made = kept.questions.filter(question__isnull=False).count()
        messages.success(request, f"{_counted(made)} kept as drafts. Review each before you publish it.")
    return redirect("question_import", pk)


@require_POST
@importers_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """The drafts that were made of the file are gone, but for those that somebody has worked on."""
    batch = get_object_or_404(ImportBatch, pk=pk)
    was_kept = batch.state != State.REVIEW
    done = imports.undo(batch=batch, by=request.user, now=request.now)  # type: ignore[attr-defined]
    if was_kept:
        messages.success(request, f"{_counted(len(done.removed))} removed.")
    else:
        messages.success(request, "The file is put away; bring it again when you want to.")
    if done.stayed:
        told = [f"{ref} ({reason})" for ref, reason in done.stayed[:_TOLD]]
        more = f" and {len(done.stayed) - _TOLD} more" if len(done.stayed) > _TOLD else ""
        messages.warning(request, f"{_counted(len(done.stayed))} stayed: {', '.join(told)}{more}.")
    return redirect("question_import", pk)


def _counted(number: int) -> str:
    return "1 question" if number == 1 else f"{number} questions"


@require_POST
@importers_only
def decide(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """Leave one out, or take it in after all, and come back to where it stood."""
    batch = get_object_or_404(ImportBatch, pk=pk)
    take = request.POST.get("decision") == "take"
    try:
        imports.decide(batch=batch, position=position, take=take, by=request.user, now=request.now)  # type: ignore[attr-defined]
    except imports.NotNow as refusal:
        messages.error(request, f"Not changed: {refusal}.")
    except ImportedQuestion.DoesNotExist:
        raise Http404 from None
    return redirect(_place(request, pk, position))


def _place(request: HttpRequest, pk: int, position: int) -> str:
    """Where a question stands on the page that the request came from."""
    return f"{reverse('question_import', args=[pk])}?{request.GET.urlencode()}#n{position}"


class ContentForm(forms.Form):
    """A question of the file in the form of its kind."""

    content = ContentField(label="Question", required=False)


@require_http_methods(["GET", "POST"])
@importers_only
def change(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """The question in its form, beside what the file says; saving it leaves the file as it was."""
    batch = get_object_or_404(ImportBatch, pk=pk)
    readable = reviews.questions(batch).exclude(fate=ImportedQuestion.Fate.UNREADABLE)
    held = get_object_or_404(readable, position=position)
    content: dict[str, Any] = held.content or {}
    back = _place(request, pk, position)
    form = ContentForm(initial={"content": content})
    if request.method == "POST":
        content = sent_content(request.POST, content)
        try:
            imports.change(batch=batch, position=position, content=content, by=request.user, now=request.now)  # type: ignore[attr-defined]
        except imports.NotNow as refusal:
            form = ContentForm(initial={"content": content})
            messages.error(request, f"Not saved: {refusal}.")
        else:
            messages.success(request, "Saved. It is kept with the others.")
            return redirect(back)
    context = {
        "page_title": f"{batch.file_name}, {held.number or held.where}",
        "header_icon": "edit",
        "form": form,
        "row": reviews.row(batch, held),
        "batch": batch,
        "back": back,
    }
    return render(request, "bank/admin/imports/change.html", context)


@require_GET
@importers_only
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came, to be saved and never shown."""
    batch = get_object_or_404(ImportBatch.objects.select_related("original"), pk=pk)
    answer = HttpResponse(bytes(batch.original.data), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, batch.file_name) or "attachment"
    answer["Cache-Control"] = "private, no-store"
    return answer


@csp_override(settings.MEDIA_CSP)
@require_GET
@importers_only
def picture(request: HttpRequest, pk: int, picture: int) -> HttpResponse:
    """A picture of the file; what is no picture that a browser shows safely is only saved."""
    data = bytes(get_object_or_404(ImportedPicture, pk=picture, batch=pk).data)
    kind = next((kind for sign, kind in _PICTURES.items() if data.startswith(sign)), "")
    answer = HttpResponse(data, content_type=kind or "application/octet-stream")
    answer["Cache-Control"] = "private, no-store"
    if not kind:
        answer["Content-Disposition"] = "attachment"
    return answer
