"""What an editor changes of a paper in the admin: its words, language by language, and whether it is open."""

from typing import Any

from django import forms
from django.conf import settings
from wagtail.admin.forms import WagtailAdminModelForm

from tayari.audit.actions import entries
from tayari.base import clock
from tayari.mocks.models import Paper, Printing

WORDS = ("subject", "title", "short", "summary")
LANGUAGES = [code for code, _name in settings.LANGUAGES]


class PaperForm(WagtailAdminModelForm):
    """Titles and state; questions, clocks and marking come from packs and are frozen in printings."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in WORDS:
            for code in LANGUAGES:
                self.fields[f"{name}_{code}"].initial = getattr(self.instance, name).get(code, "")

    def clean_state(self) -> str:
        state = str(self.cleaned_data["state"])
        if state == Paper.State.OPEN and not Printing.objects.filter(paper=self.instance).exists():
            raise forms.ValidationError("Freeze a printing first: a paper without one cannot be sat.")
        return state

    def save(self, commit: bool = True) -> Paper:
        for name in WORDS:
            said = {code: self.cleaned_data[f"{name}_{code}"] for code in LANGUAGES}
            setattr(self.instance, name, {code: text for code, text in said.items() if text})
        paper: Paper = super().save(commit)
        entries.record("papers.edit", paper, by=self.for_user, now=clock.now(), changed=self.changed_data)
        return paper


for _name in WORDS:
    for _code, _language in settings.LANGUAGES:
        PaperForm.base_fields[f"{_name}_{_code}"] = forms.CharField(
            label=f"{_name.capitalize()} ({_language})",
            required=_code == "en" and _name != "summary",
            widget=forms.Textarea(attrs={"rows": 2, "lang": _code}) if _name == "summary" else None,
        )
