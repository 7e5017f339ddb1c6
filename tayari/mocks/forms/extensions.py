"""What an invigilator fills in to change the time of running sittings."""

from datetime import timedelta
from typing import Any

from django import forms


class ExtensionForm(forms.Form):
    """So much more time (or less) for all who sit a paper now, or for one."""

    minutes = forms.FloatField(
        min_value=-720, max_value=720, help_text="More time, or with a minus less; it never ends before now."
    )
    clock = forms.ChoiceField(required=False)
    sitting = forms.ChoiceField(required=False, label="For")
    reason = forms.CharField(max_length=500, help_text="Kept with the time and your name.")

    def __init__(self, *args: Any, room: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whole = [("", "The whole paper")] if room.has_paper_clock else []
        self.fields["clock"].choices = [*whole, *room.sections]  # type: ignore[attr-defined]
        everybody = [("", f"All {room.count} who sit it now")]
        self.fields["sitting"].choices = everybody + [(one.id, one.name) for one in room.sittings]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        section = self.cleaned_data["clock"]
        return {
            "more": timedelta(minutes=self.cleaned_data["minutes"]),
            "section": int(section) if section else None,
            "reason": self.cleaned_data["reason"],
        }
