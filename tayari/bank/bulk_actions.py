"""What Wagtail's list of questions does with those that are ticked: edit them, take them along as a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from tayari.bank.actions import bulk
from tayari.bank.forms import BulkForm
from tayari.bank.models import Question


class EditQuestions(SnippetBulkAction):
    """Topics, difficulty and state of the chosen questions; each that is refused is named with its reason."""

    display_name = "Edit topics, difficulty, state"
    aria_label = "Edit the chosen questions"
    action_type = "describe"
    template_name = "bank/admin/bulk.html"
    action_priority = 10
    models = [Question]  # noqa: RUF012 — Wagtail reads a list here
    form_class = BulkForm

    def check_perm(self, snippet: Question) -> bool:
        return bool(self.request.user.has_perm("bank.change_question"))

    def get_execution_context(self) -> dict[str, Any]:
        form = self.cleaned_form
        change = bulk.Change(
            form.words("add_topics"),
            form.words("remove_topics"),
            form.cleaned_data["difficulty"],
            form.cleaned_data["state"],
        )
        return {**super().get_execution_context(), "change": change, "now": self.request.now, "by": self.request.user}

    @classmethod
    def execute_action(cls, objects: Any, **told: Any) -> tuple[int, int]:
        changed, refused = bulk.apply(objects, told["change"], by=told["by"], now=told["now"])
        for words in refused:
            messages.warning(told["self"].request, words)
        return changed, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return f"{num_parent_objects} {'question' if num_parent_objects == 1 else 'questions'} changed."


class ExportQuestions(SnippetBulkAction):
    """On to the page of formats; nothing changes here."""

    display_name = "Take along as a file"
    aria_label = "Take the chosen questions along as a file"
    action_type = "export"
    action_priority = 20
    models = [Question]  # noqa: RUF012 — Wagtail reads a list here

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = [one for one in request.GET.getlist("id") if one.isdigit()]
        return redirect(f"{reverse('question_export')}{'?ids=' + ','.join(chosen) if chosen else ''}")

    @classmethod
    def execute_action(cls, objects: Any, **told: Any) -> tuple[int, int]:
        return 0, 0
