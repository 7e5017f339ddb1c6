"""What an editor changes of a paper in the admin: words, clocks, marks, window, what is shown when."""

from typing import Any

from django import forms
from django.conf import settings
from wagtail.admin.forms import WagtailAdminModelForm

from tayari.audit.actions import entries
from tayari.base import clock
from tayari.mocks.forms.fields import LANGUAGES, MARKS, LanguagesField, LengthField, MarksField, PartField, marks_of
from tayari.mocks.models import Paper, Printing
from tayari.rules import spans
from tayari.syllabus.models import Topic

WORDS = ("subject", "title", "short", "summary")
TIMES = {"paper_time": "paper_ms", "question_time": "question_ms", "late_time": "late_ms"}


class PaperForm(WagtailAdminModelForm):
    """Everything of a paper but its sections and questions, which have a page of their own."""

    paper_time = LengthField(required=False, label="Time for the paper", help_text="As 2 h or 30 min.")
    question_time = LengthField(
        required=False,
        label="Time for each question",
        help_text="As 19 s. Goes with navigation: forward only. A question may have its own.",
    )
    late_time = LengthField(
        label="Allowance for late delivery",
        help_text="How long after the end an answer that was made in time may still arrive, as 2 min.",
    )
    right = MarksField(label="Marks for a right answer", help_text="Exact: 2, 5/2 or 4/3.")
    wrong = MarksField(label="Marks for a wrong answer", help_text="Exact, with a minus: -2/3. 0 takes nothing off.")
    blank = MarksField(label="Marks for a blank", help_text="0, or what a blank costs.")
    partial = MarksField(
        required=False,
        label="Marks for each right option",
        help_text="Where several are to be marked and none that is wrong was. Empty: all or nothing.",
    )
    qualifying = PartField(required=False, label="Share of the marks to qualify", help_text="As 33/100.")
    languages = LanguagesField(label="Languages")
    topic_ids = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 2}), label="Topics", help_text="Ids, one a line."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paper = self.instance
        for name in WORDS:
            for code in LANGUAGES:
                self.fields[f"{name}_{code}"].initial = getattr(paper, name).get(code, "")
        for name, column in TIMES.items():
            self.fields[name].initial = getattr(paper, column)
        for name in MARKS:
            self.fields[name].initial = (paper.marking or {}).get(name, "")
        self.fields["languages"].initial = paper.languages or LANGUAGES
        if paper.pk:
            self.fields["topic_ids"].initial = "\n".join(paper.topics.values_list("pk", flat=True))
            self.fields["slug"].disabled = True

    def clean_slug(self) -> str:
        return str(self.instance.slug if self.instance.pk else self.cleaned_data["slug"])

    def clean_state(self) -> str:
        state = str(self.cleaned_data["state"])
        if state == Paper.State.OPEN and not Printing.objects.filter(paper=self.instance.pk).exists():
            raise forms.ValidationError("Freeze a printing first: a paper without one cannot be sat.")
        return state

    def clean_topic_ids(self) -> list[str]:
        wanted = str(self.cleaned_data["topic_ids"]).split()
        known = set(Topic.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        for ident in wanted:
            if ident not in known:
                raise forms.ValidationError(f"There is no topic {ident} in the syllabus; correct its id.")
        return wanted

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        year = (cleaned.get("published_at") or clock.now()).year
        for name in ("title", "short"):
            for code in LANGUAGES:
                if span := spans.beyond(cleaned.get(f"{name}_{code}", ""), year):
                    self.add_error(f"{name}_{code}", f"It covers {span}, which was not over in {year}.")
        self._clean_rules(cleaned)
        self._clean_window(cleaned)
        return cleaned

    def _clean_rules(self, cleaned: dict[str, Any]) -> None:
        if all(name in cleaned for name in MARKS):
            try:
                cleaned["marking"] = marks_of({**cleaned, "graded": (self.instance.marking or {}).get("options")})
            except forms.ValidationError as problem:
                self.add_error("right", problem)
        if cleaned.get("question_time") and cleaned.get("navigation") != Paper.Navigation.FORWARD:
            self.add_error("navigation", "A time for each question needs: forward only.")
        if cleaned.get("sealed") and cleaned.get("navigation") != Paper.Navigation.FREE:
            self.add_error("sealed", "Only a paper with free navigation can be sent ahead; take the seal away.")
        if cleaned.get("sealed") and not cleaned.get("opens_at"):
            self.add_error("opens_at", "A sealed paper is opened at its start; say when that is.")

    def _clean_window(self, cleaned: dict[str, Any]) -> None:
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", "It closes before it opens; choose a later moment.")
        until = cleaned.get("objections_until")
        if until and closes and until <= closes:
            self.add_error("objections_until", "Objections end before the window does; choose a later moment.")
        for name in ("shows_score", "shows_answers"):
            if cleaned.get(name) == Paper.Release.CLOSED and not closes:
                self.add_error(name, "The window has no end to wait for; set when it closes.")
        order = list(Paper.Release.values)
        if {"shows_score", "shows_answers"} <= set(cleaned) and order.index(cleaned["shows_answers"]) < order.index(
            cleaned["shows_score"]
        ):
            self.add_error("shows_answers", "The answers tell the score; show them no earlier than the score.")

    def save(self, commit: bool = True) -> Paper:
        for name in WORDS:
            said = {code: self.cleaned_data[f"{name}_{code}"] for code in LANGUAGES}
            setattr(self.instance, name, {code: text for code, text in said.items() if text})
        for name, column in TIMES.items():
            setattr(self.instance, column, self.cleaned_data[name])
        for name in ("marking", "qualifying", "languages"):
            setattr(self.instance, name, self.cleaned_data[name])
        self.instance.ref = self.instance.ref or self.instance.slug
        paper: Paper = super().save(commit)
        if commit:
            paper.topics.set(self.cleaned_data["topic_ids"])
        entries.record("papers.edit", paper, by=self.for_user, now=clock.now(), changed=self.changed_data)
        return paper


for _name in WORDS:
    for _code, _language in settings.LANGUAGES:
        PaperForm.base_fields[f"{_name}_{_code}"] = forms.CharField(
            label=f"{_name.capitalize()} ({_language})",
            required=_code == "en" and _name != "summary",
            widget=forms.Textarea(attrs={"rows": 2, "lang": _code}) if _name == "summary" else None,
        )
