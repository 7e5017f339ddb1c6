"""Fields that editors fill in words: lengths of time, exact fractions, languages."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings

from tayari.plain import lengths
from tayari.rules import marking

MARKS = ("right", "wrong", "blank", "partial")
LANGUAGES = [code for code, _name in settings.LANGUAGES]


class LengthField(forms.CharField):
    """`30 min` or `19 s`, as milliseconds; None when it is left empty."""

    def prepare_value(self, value: Any) -> Any:
        return lengths.written(value) if isinstance(value, int) and not isinstance(value, bool) else value

    def clean(self, value: Any) -> int | None:
        text = str(super().clean(value)).strip()
        if not text:
            return None
        milliseconds = lengths.parse(text)
        if not milliseconds:
            raise forms.ValidationError(f"“{text}” is no length of time; write 30 min, 19 s or 2 h.")
        return milliseconds


class MarksField(forms.CharField):
    """An exact number of marks, kept as it is written: `2`, `-2/3`, `2.5`, never `-0.66`."""

    def clean(self, value: Any) -> str:
        text = str(super().clean(value)).strip()
        if text:
            try:
                marking.parse(text)
            except marking.NotMarks as problem:
                raise forms.ValidationError(f"{problem}.") from None
        return text


class PartField(MarksField):
    """A share between nothing and the whole, as `33/100`."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if text and not 0 < marking.parse(text) < 1:
            raise forms.ValidationError(f"“{text}” is no share of a whole; write 33/100 for 33 per cent.")
        return text


class LanguagesField(forms.MultipleChoiceField):
    """Some of the site's languages, in their order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value: Any) -> list[str]:
        chosen = super().clean(value)
        return [code for code in LANGUAGES if code in chosen]


def marks_of(told: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a form as a marking; empty when none is filled. Raises ValidationError when they make none.

    `graded` has the marks of single options, which no field shows: they are kept as they were.
    """
    given = {name: told[name] for name in MARKS if told.get(name)}
    if not given:
        return {}
    marks = {"right": "", "wrong": "0", "blank": "0", **given}
    if told.get("graded"):
        marks["options"] = told["graded"]
    try:
        marking.Marking.read(marks)
    except marking.NotMarks as problem:
        raise forms.ValidationError(f"{str(problem)[:1].upper()}{str(problem)[1:]}.") from None
    return marks
