"""Wagtail's pages for a question: kinds are chosen first, and what the bank refuses is told with nothing lost."""

from contextlib import nullcontext
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from wagtail.snippets.views.snippets import DeleteView, EditView, IndexView, PreviewOnEditView

from tayari.bank.actions import drafts
from tayari.bank.models import Question
from tayari.bank.views.searches import kept_for
from tayari.facts.creating import OnceView
from tayari.rules import kinds
from tayari.rules.forms.shapes import KIND_NAMES
from tayari.rules.kinds import Refused


class _Refusing:
    """Publishing, also at the end of a review, cuts a version; a refusal leaves the draft as it was saved."""

    request: HttpRequest
    object: Question

    def run_action_method(self) -> HttpResponse | None:
        drafts.follow(self.object, self.object.content, by=self.request.user, now=self.request.now)  # type: ignore[attr-defined]
        # A review's step writes its letters while it is carried out: it brings a transaction of its own.
        whole = transaction.atomic() if self.action == "publish" else nullcontext()  # type: ignore[attr-defined]
        try:
            with whole:
                return super().run_action_method()  # type: ignore[misc,no-any-return]
        except Refused as refusal:
            messages.error(self.request, f"Saved as a draft, but not published. {refusal}")
            return redirect("wagtailsnippets_bank_question:edit", self.object.pk)


class QuestionCreate(_Refusing, OnceView):
    """A kind, then its form."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except IntegrityError:
            if getattr(self.object, "pk", None):
                raise
            ref = form.instance.ref
            form.add_error("content", f"There is a question {ref} by now; choose another ref, or edit that one.")
            self.produced_error_code, self.produced_error_message = "validation_error", self.get_error_message()
            return self.form_invalid(form)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kind = request.GET.get("kind") or request.POST.get("q-kind", "")
        if kind not in kinds.KINDS:
            context = {"page_title": "A new question", "header_icon": "help", "kinds": KIND_NAMES.items()}
            return render(request, "bank/admin/kinds.html", context)
        return super().dispatch(request, *args, **kwargs)

    def get_initial_form_instance(self) -> Question:
        today = timezone.localtime(self.request.now).date().isoformat()
        kind = self.request.GET.get("kind") or self.request.POST.get("q-kind", "")
        return Question(
            kind=kind, content={"schema": kinds.SCHEMA, "kind": kind, "as_of": today}, has_unpublished_changes=True
        )


class QuestionEdit(_Refusing, EditView):
    """The newest draft."""


class QuestionPreview(PreviewOnEditView):
    """What stands in the form; before the form has told anything, the newest draft."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self._get_form_state() is not None:
            return super().get(request, *args, **kwargs)
        mode = request.GET.get("mode", self.object.default_preview_mode)
        return self.object.make_preview_request(request, mode, self.get_extra_request_attrs())


class QuestionDelete(DeleteView):
    """Only of what was never published."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if Question.objects.filter(pk=kwargs["pk"], versions__isnull=False).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class QuestionIndex(IndexView):
    """The list, with the searches that editors keep."""

    template_name = "bank/admin/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["searches"] = kept_for(self.request.user)
        context["query"] = self.request.GET.urlencode()
        return context
