"""What a paper that is drawn from the bank should be."""

from collections.abc import Collection
from typing import Any

from django import forms

from tayari.mocks.actions.drawing import Wish
from tayari.rules.kinds import KINDS
from tayari.rules.kinds.reading import DIFFICULTIES
from tayari.syllabus.models import Blueprint


class SharesField(forms.CharField):
    """Lines of `name weight`, as a mapping; a name alone weighs 1. `known` are the names there may be; empty: any."""

    def __init__(self, known: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)
        self.known = known

    def clean(self, value: Any) -> dict[str, int]:
        shares: dict[str, int] = {}
        for line in str(super().clean(value)).splitlines():
            name, _, weight = line.strip().partition(" ")
            weight = weight.strip() or "1"
            if not name:
                continue
            if not weight.isdecimal() or int(weight) < 1:
                raise forms.ValidationError(f"“{line.strip()}” is not a name and a weight; write {name} 2.")
            if self.known and name not in self.known:
                raise forms.ValidationError(f"“{name}” is not known; there are {', '.join(self.known)}.")
            shares[name] = int(weight)
        return shares


class SectionsField(SharesField):
    """Lines of `number topic weight`, as a mapping of the topics of each section."""

    def clean(self, value: Any) -> dict[int, dict[str, int]]:  # type: ignore[override]
        lines: dict[int, list[str]] = {}
        for line in filter(None, map(str.strip, str(value or "").splitlines())):
            number, _, share = line.partition(" ")
            if not number.isdecimal() or int(number) < 1 or not share:
                raise forms.ValidationError(f"“{line}” is not a section's number, a topic and a weight; write 2 gs1 1.")
            lines.setdefault(int(number), []).append(share)
        return {number: super(SectionsField, self).clean("\n".join(shares)) for number, shares in lines.items()}


class DrawForm(forms.Form):
    """A paper to be drawn from the bank."""

    title = forms.CharField(max_length=200)
    blueprint = forms.ChoiceField(help_text="Its marking, navigation, languages and, unless you say otherwise, clock.")
    count = forms.IntegerField(
        required=False, min_value=1, max_value=500, label="Questions", help_text="Empty: as the blueprint has."
    )
    minutes = forms.IntegerField(required=False, min_value=1, max_value=600, label="Minutes for the paper")
    seconds = forms.IntegerField(
        required=False, min_value=5, max_value=3600, label="Seconds for each question", help_text="Goes forward only."
    )
    topics = SharesField(help_text="One a line with its weight, as gs3.economy 3. Empty: any topic.")
    sections = SectionsField(
        label="Topics of single sections",
        help_text="One a line with the section's number, as 2 gs1.history 1. Where the blueprint has sections.",
    )
    kinds = SharesField(known=tuple(KINDS), help_text="One a line with its weight, as match 1. Empty: any kind.")
    difficulties = SharesField(known=DIFFICULTIES, help_text="One a line with its weight, as hard 1. Empty: any.")
    fresh = forms.BooleanField(required=False, label="Only questions that stand in no paper yet")
    seed = forms.CharField(max_length=40, initial="1", help_text="Another seed draws other questions.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slugs = sorted(set(Blueprint.objects.values_list("slug", flat=True)))
        self.fields["blueprint"].choices = [(slug, slug) for slug in slugs]  # type: ignore[attr-defined]

    def wish(self) -> Wish:
        return Wish(**self.cleaned_data)
