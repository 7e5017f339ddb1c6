"""Which moment an editor looks at a paper from, and how far into a sitting."""

from django import forms
from django.conf import settings


class WalkForm(forms.Form):
    """Everything may be left out. `after` is in minutes, `q` the number of a question."""

    at = forms.DateTimeField(
        required=False,
        label="Look at it from",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )
    after = forms.FloatField(required=False, min_value=0, max_value=10_000, label="Minutes into a sitting")
    language = forms.ChoiceField(required=False, choices=settings.LANGUAGES, label="Language")
    q = forms.IntegerField(required=False, min_value=1, max_value=9999, label="Question")
