"""The admin's forms of facts and positions, which hold editors to the law of evidence, and the form of `/check/`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from tayari.base import clock
from tayari.base.packfiles import Row
from tayari.base.packing import Findings
from tayari.facts.actions.facts import put
from tayari.facts.models import Fact, Position, Predicate
from tayari.facts.packing import foreign
from tayari.plain.dates import NotADate, PartialDate
from tayari.rules import evidence


def _rests_on_nothing(told: dict[str, Any]) -> bool:
    """Whether none of the sources chosen has the record of a look-up."""
    sources = told.get("sources") or []
    found = [evidence.Evidence(one.publisher, one.official, one.has_record) for one in sources]
    return not evidence.may_be_verified(found)


class FactForm(WagtailAdminModelForm):
    """Refuses `verified` for a fact none of whose sources has the record of a look-up.

    The form shows and keeps a working draft: its sources travel with it and reach the fact when it is published.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.chosen_sources is not None:
            self.initial["sources"] = self.instance.chosen_sources

    def save(self, commit: bool = True) -> Fact:
        self.instance.chosen_sources = sorted(source.pk for source in self.cleaned_data.get("sources") or [])
        made: Fact = super().save(commit=commit)
        return made

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean()
        if told.get("status") == Fact.Status.VERIFIED and _rests_on_nothing(told):
            self.add_error(
                "status",
                "A verified fact needs a source with the record of a look-up (address, day and excerpt): "
                "add one, or leave the fact a draft.",
            )
        return told


class PositionForm(WagtailAdminModelForm):
    """Refuses a position that is nobody's, one whose date is none, and `verified` without a look-up."""

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean()
        if not told.get("holder") and not told.get("attributed_to"):
            self.add_error("holder", "Say whose position it is: an entity here, or words below.")
        if told.get("status") == Position.Status.VERIFIED and _rests_on_nothing(told):
            self.add_error(
                "status",
                "A verified position needs a source with the record of a look-up that shows that it was said: "
                "add one, or leave it a draft.",
            )
        try:
            if told.get("stated_on"):
                PartialDate.parse(told["stated_on"])
        except NotADate as error:
            self.add_error("stated_on", str(error))
        return told


class CheckForm(forms.Form):
    """A text or a file to hold against the facts; one of the two."""

    text = forms.CharField(
        label=_("Text"),
        help_text=_("Plain text, Markdown or HTML, in English or Hindi."),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        help_text=_("Markdown, plain text, HTML or .docx, up to 5 MB."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ".md,.markdown,.txt,.html,.htm,.docx,text/plain,text/html,text/markdown"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("By its script")), ("en", "English"), ("hi", "हिन्दी")],
        required=False,
    )
    as_of = forms.DateField(
        label=_("As of"),
        help_text=_("The day from which the present is seen."),
        input_formats=["%Y-%m-%d"],
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not told.get("file") and not (told.get("text") or "").strip():
            raise forms.ValidationError(_("Paste a text, or choose a file."))
        return told


class NewFactForm(forms.Form):
    """A fact recorded while writing: in names and words, always a draft."""

    subject = forms.CharField(label="Subject", help_text="Any name, acronym or ref of an entity.")
    predicate = forms.ModelChoiceField(queryset=Predicate.objects.all())
    object = forms.CharField(label="Object", help_text="An entity's name, a date (2018-09-06), 31 aircraft, or words.")
    valid_from = forms.CharField(label="From", required=False, help_text="2018-09-06, 2018-09 or 2018; empty if open.")
    valid_to = forms.CharField(label="To", required=False)
    source = forms.CharField(label="Where it is written", help_text="Kept as a note until somebody looks it up.")

    def __init__(self, *args: Any, for_user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.for_user = for_user

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            row = {**told, "predicate": told["predicate"].pk, "confidence": ""}
            findings = Findings()
            items = foreign.mapped([Row(row, "this form", 1)], findings)
            for finding in findings.found:
                self.add_error(None, finding.message)
            self.item = items[0] if items else None
        return told

    def save(self) -> Fact:
        assert self.item is not None
        made = put(self.item.data, by=self.for_user, now=clock.now(), reason="recorded while writing")
        return Fact.objects.spoken().get(pk=made.pk)
