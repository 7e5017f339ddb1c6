"""Compensatory time for a person, as an editor grants it."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q

from tayari.accounts.models import Person
from tayari.mocks.forms.fields import MarksField
from tayari.mocks.models import Paper


class AccommodationForm(forms.Form):
    """Whom, in which paper, how much, and why."""

    who = forms.CharField(
        max_length=254, label="Person", help_text="User name, e-mail address, or the id of a sitting."
    )
    paper = forms.ModelChoiceField(Paper.objects.none(), required=False, empty_label="All papers")
    section = forms.IntegerField(
        required=False, min_value=1, max_value=99, help_text="Its number in that paper. Empty: every clock."
    )
    share = MarksField(
        required=False,
        max_length=20,
        label="Share of the time",
        help_text="1/3 is 20 minutes an hour; it makes every clock longer. Empty: none any more.",
    )
    reason = forms.CharField(max_length=200, label="What it rests on", help_text="Only editors see it.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paper"].queryset = Paper.objects.order_by("ref")  # type: ignore[attr-defined]

    def clean_who(self) -> Person:
        """The one person who is meant."""
        told = str(self.cleaned_data["who"]).strip()
        named = Q(username=told) | Q(email__iexact=told)
        with suppress(ValueError):
            named |= Q(sittings=UUID(told))
        found = list(Person.objects.filter(named).distinct()[:2])
        if len(found) != 1:
            raise forms.ValidationError(
                "Nobody has this name, address or sitting." if not found else "Several persons have this; use the name."
            )
        return found[0]
