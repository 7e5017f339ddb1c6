"""Draft questions from facts in the admin: choose, look the drafts over, keep those that are ticked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tayari.bank.actions.drafting import keep_drafted
from tayari.bank.queries import drafting
from tayari.bank.views.guard import editors_only
from tayari.rules import drafts
from tayari.rules.drafts import Draft, Wanted
from tayari.rules.kinds.plain_text import plain
from tayari.syllabus.models import Topic

MOST = 40


class DraftForm(forms.Form):
    """What to draft; the same choices on the same facts give the same drafts."""

    subjects = forms.MultipleChoiceField(
        required=False, widget=forms.SelectMultiple(attrs={"size": 10}), help_text="None chosen: about everything."
    )
    kinds = forms.MultipleChoiceField(
        choices=[(kind, kind) for kind in drafts.KINDS],
        widget=forms.CheckboxSelectMultiple,
        initial=list(drafts.KINDS),
        error_messages={"required": "Choose at least one kind."},
    )
    count = forms.IntegerField(min_value=1, max_value=MOST, initial=10, label="How many")
    seed = forms.CharField(max_length=40, initial="1", help_text="Another seed gives other questions.")
    languages = forms.ChoiceField(
        choices=[
            ("both", "English, and Hindi where every piece has it"),
            ("hi", "only what can be said in Hindi too"),
            ("en", "English"),
        ]
    )
    topic = forms.ModelChoiceField(Topic.objects.all(), required=False, help_text="The drafts get it.")

    def __init__(self, subjects: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subjects"].choices = list(subjects)  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        told = self.cleaned_data
        return Wanted(
            kinds=told["kinds"],
            count=told["count"],
            seed=told["seed"],
            languages=told["languages"],
            topics=(told["topic"].pk,) if told["topic"] else (),
            subjects=frozenset(told["subjects"]),
        )


@require_http_methods(["GET", "POST"])
@editors_only
def from_facts(request: HttpRequest) -> HttpResponse:
    """The form, then the drafts under it; keeping makes them again and stores those that are ticked."""
    held = drafting.material(timezone.localdate(request.now))  # type: ignore[attr-defined]
    form = DraftForm(drafting.subjects(held), request.POST or None)
    made: list[Draft] = []
    if form.is_valid():
        taken = [drafts.shape(content) for content in drafting.contents()]
        made = drafts.draft(held, form.wanted(), taken)
        if "keep" in request.POST:
            return _keep(request, made)
    context = {
        "page_title": "Draft questions from facts",
        "header_icon": "help",
        "form": form,
        "drafts": [_shown(one) for one in made],
        "missing": form.cleaned_data["count"] - len(made) if form.is_bound and form.is_valid() else 0,
    }
    return render(request, "bank/admin/drafting.html", context)


def _shown(one: Draft) -> dict[str, Any]:
    printed = one.question.printed()
    return {
        "ref": one.question.head.ref,
        "kind": one.question.head.kind,
        "key": ", ".join(one.derived.key).upper(),
        "texts": [(code, plain(printed, code)) for code in one.question.head.stem],
        "facts": one.rests_on,
    }


def _keep(request: HttpRequest, made: Sequence[Draft]) -> HttpResponse:
    ticked = set(request.POST.getlist("keep_ref"))
    contents = [one.content for one in made if one.question.head.ref in ticked]
    kept = keep_drafted(contents=contents, by=request.user, now=request.now)  # type: ignore[attr-defined]
    if kept:
        messages.success(request, f"Kept {len(kept)} drafts. Review each before you publish it.")
        return redirect(f"{reverse('wagtailsnippets_bank_question:list')}?state=draft&provenance=drafted")
    messages.warning(request, "Nothing was kept: tick the drafts that you want.")
    return redirect("question_drafting")
