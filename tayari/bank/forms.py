"""The form of a question in Wagtail's admin: one field, whose controls follow from the kind."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin.forms import WagtailAdminModelForm

from tayari.bank import judging
from tayari.bank.models import Question
from tayari.rules import kinds
from tayari.rules.forms.gathering import gather, settled
from tayari.rules.forms.places import place
from tayari.rules.forms.shapes import shape
from tayari.rules.forms.showing import show
from tayari.rules.questions.states import STATES

_REF = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


def sent_content(data: Any, base: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The content that a browser sent; empty when it names no kind that there is."""
    lists = dict(data.lists()) if hasattr(data, "lists") else {name: [value] for name, value in data.items()}
    kind = str((lists.get("q-kind") or [""])[-1])
    return gather(lists, kind, base) if kind in kinds.KINDS else {}


def _begun(content: Mapping[str, Any]) -> bool:
    return bool(content.keys() - {"schema", "kind", "ref", "as_of"})


class ContentWidget(forms.Widget):
    """The controls of a kind, with what stands in them and, beside its place, what keeps it from being printed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return sent_content(data)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return "q-kind" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        content = value if isinstance(value, Mapping) else {}
        kind = str(content.get("kind") or "")
        if kind not in kinds.KINDS:
            return SafeString("")
        refusal = judging.refusal(content) if _begun(content) else ""
        where = place(refusal, content) if refusal else ""
        context = {
            "kind": kind,
            "nodes": show(content, shape(kind)),
            "refusal": refusal.removeprefix(f"{content.get('ref')}: "),
            "place": where,
        }
        return render_to_string("bank/admin/form/question.html", context)

    class Media:
        css: Mapping[str, Sequence[str]] = {"all": ("bank/css/admin.css",)}
        js = (Script("bank/elements/question-form.js", type="module"),)


class ContentField(forms.Field):
    """Content of tayari-question/1 by way of the kind's controls."""

    widget = ContentWidget

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(settled(data, initial or {}) != initial)


class QuestionForm(WagtailAdminModelForm):
    """A draft may be unfinished; its ref has to be free, and one that is published keeps its ref."""

    content = ContentField(label="Question", required=False)

    def clean_content(self) -> dict[str, Any]:
        content = sent_content(self.data, self.instance.content)
        if not content:
            raise ValidationError("Choose a kind first; the address lacks it.")
        ref = str(content.get("ref") or "")
        if not _REF.fullmatch(ref):
            raise ValidationError(
                f"The ref {ref!r} is not lower-case letters, digits, hyphens and dots; write one such as q.beca."
            )
        twin = Question.objects.filter(ref=ref).exclude(pk=self.instance.pk).exists()
        if twin:
            raise ValidationError(f"There is a question {ref} already; choose another ref, or edit that one.")
        if self.instance.pk and ref != self.instance.ref and self.instance.versions.exists():
            raise ValidationError(f"It is published as {self.instance.ref}, and a ref stays; write that again.")
        self.instance.ref, self.instance.kind = ref, content["kind"]
        return content


class BulkForm(forms.Form):
    """What may be changed in many questions at once; what is left empty stays."""

    add_topics = forms.CharField(required=False, help_text="Ids of topics, apart by spaces.")
    remove_topics = forms.CharField(required=False, help_text="Ids of topics, apart by spaces.")
    difficulty = forms.ChoiceField(
        required=False, choices=[("", "as it is"), ("easy", "easy"), ("medium", "medium"), ("hard", "hard")]
    )
    state = forms.ChoiceField(
        required=False,
        choices=[("", "as it is"), *((state, state.replace("-", " ")) for state in STATES if state != "ready")],
    )

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(part for part in re.split(r"[\s,;]+", self.cleaned_data[name]) if part)


class YamlForm(forms.Form):
    """A question as text, for what the form does not reach."""

    text = forms.CharField(label="tayari-question/1", widget=forms.Textarea({"rows": 30, "spellcheck": "false"}))


class SearchForm(forms.Form):
    """A name for the filters of the list."""

    name = forms.CharField(max_length=80)
    query = forms.CharField(required=False, widget=forms.HiddenInput)
    shared = forms.BooleanField(required=False)


class DecisionForm(forms.Form):
    """What an editor decides about a proposed key."""

    decision = forms.ChoiceField(choices=[("confirm", "confirm"), ("dismiss", "dismiss")])
    reason = forms.CharField(required=False, max_length=500)
