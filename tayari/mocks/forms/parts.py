"""Rows for the sections of a paper and for its questions."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from tayari.mocks.actions.arranging import Place, Section
from tayari.mocks.forms.fields import LANGUAGES, MARKS, LanguagesField, LengthField, MarksField, PartField, marks_of


class _WithMarks(forms.Form):
    """Marks of its own, or none."""

    right = MarksField(required=False, max_length=12)
    wrong = MarksField(required=False, max_length=12)
    blank = MarksField(required=False, max_length=12)
    partial = MarksField(required=False, max_length=12)
    graded = forms.JSONField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if set(MARKS) <= set(cleaned):
            try:
                cleaned["marking"] = marks_of(cleaned)
            except forms.ValidationError as problem:
                self.add_error("right", problem)
        return cleaned


class SectionForm(_WithMarks):
    """A section; what is left empty is as in the paper."""

    name_en = forms.CharField(max_length=120, label="Name (English)")
    name_hi = forms.CharField(max_length=120, label="Name (हिन्दी)", required=False)
    time = LengthField(required=False, max_length=12)
    question_time = LengthField(required=False, max_length=12)
    choose = forms.IntegerField(required=False, min_value=1)
    languages = LanguagesField(required=False)
    qualifying = PartField(required=False, max_length=12)

    def section(self) -> Section:
        told = self.cleaned_data
        return Section(
            name={code: told[f"name_{code}"] for code in LANGUAGES if told.get(f"name_{code}")},
            ms=told["time"],
            question_ms=told["question_time"],
            marking=told["marking"],
            choose=told["choose"],
            languages=told["languages"],
            qualifying=told["qualifying"],
        )


class PlaceForm(_WithMarks):
    """A question of the paper: where it stands, and what it has of its own."""

    question = forms.IntegerField(widget=forms.HiddenInput)
    order = forms.DecimalField(label="Place", max_digits=7, decimal_places=2)
    section = forms.IntegerField(required=False, min_value=1)
    time = LengthField(required=False, max_length=12)
    counted = forms.BooleanField(required=False)

    def place(self) -> Place:
        told = self.cleaned_data
        return Place(told["question"], told["section"], told["marking"], told["time"], told["counted"])


class Parts:
    """Both sets of rows, held against each other."""

    def __init__(self, sections: BaseFormSet[Any], places: BaseFormSet[Any]) -> None:
        self.sections, self.places = sections, places

    def is_valid(self) -> bool:
        if not (self.sections.is_valid() and self.places.is_valid()):
            return False
        count = len(self._kept(self.sections))
        for form in self._kept(self.places):
            number = form.cleaned_data["section"]
            if count and not number:
                form.add_error("section", "It stands in no section; say in which.")
            elif number and number > count:
                form.add_error("section", f"There is no section {number}; there are {count or 'none'}.")
        for number, form in enumerate(self._kept(self.sections), 1):
            inside = sum(1 for one in self._kept(self.places) if one.cleaned_data.get("section") == number)
            if (choose := form.cleaned_data["choose"]) and choose > inside:
                form.add_error("choose", f"{choose} are to be answered and the section has {inside} questions.")
        return not any(form.errors for form in (*self._kept(self.sections), *self._kept(self.places)))

    def set(self) -> tuple[list[Section], list[Place]]:
        """The sections in their order and the questions, by section and then by place."""
        rows = sorted(
            self._kept(self.places), key=lambda form: (form.cleaned_data["section"] or 0, form.cleaned_data["order"])
        )
        return [form.section() for form in self._kept(self.sections)], [form.place() for form in rows]

    def _kept(self, rows: BaseFormSet[Any]) -> list[Any]:
        """The rows that stay, in their order; an empty row at the end is none."""
        held = rows.initial_form_count()
        filled = [form for at, form in enumerate(rows) if at < held or form.has_changed()]
        return [form for form in filled if not form.cleaned_data.get("DELETE")]


SectionRows = formset_factory(SectionForm, extra=1, can_delete=True, max_num=30)
PlaceRows = formset_factory(PlaceForm, extra=0, can_delete=True, max_num=600, absolute_max=600)
