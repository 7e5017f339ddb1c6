"""What a reader fills in to report a mistake."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_MOST = 2_000


class ReportForm(forms.Form):
    """`website` is a trap: people do not see it, programs fill it in."""

    TOO_MANY = _("You have sent several reports already; please send the others tomorrow.")

    place = forms.CharField(
        label=_("The sentence that is wrong"), max_length=_MOST, required=False, widget=forms.Textarea({"rows": 2})
    )
    text = forms.CharField(
        label=_("What is wrong, and what is right"), min_length=10, max_length=_MOST, widget=forms.Textarea({"rows": 4})
    )
    source = forms.CharField(
        label=_("Where it is written"),
        help_text=_("A publication with its date, or an address."),
        max_length=_MOST,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    website = forms.CharField(required=False, label=_("Leave this empty"), widget=forms.TextInput({"tabindex": "-1"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["website"].widget.attrs["autocomplete"] = "off"

    @property
    def visible(self) -> list[Any]:
        return [self[name] for name in ("place", "text", "source")]

    @property
    def is_program(self) -> bool:
        return bool(self.data.get("website"))
