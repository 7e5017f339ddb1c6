"""The form of a picture: its words stand in a field for each language, and it gets a name and a digest as in packs."""

import hashlib
from io import BytesIO
from typing import Any

import willow
from django import forms
from django.conf import settings
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from tayari.media.naming import name

_WORDS = {
    "alt": ("Alternative text", "What somebody who cannot see it should know, not “photo of”."),
    "caption": ("Caption", "Stands below it."),
}
_FIRST = f"alt_{settings.LANGUAGE_CODE}"
_SMALL = (8, 8)


class PictureField(WagtailImageField):  # type: ignore[misc]
    """A file that is a picture to its end; Wagtail looks at the beginning, and breaks at what breaks off there."""

    def to_python(self, data: Any) -> Any:
        try:
            file = super().to_python(data)
            if file and not file.name.lower().endswith(".svg"):
                _decoded(file)
        except forms.ValidationError:
            raise
        # Each format fails in its own way, and a broken file in any.
        except Exception as error:
            raise forms.ValidationError("The file is damaged or breaks off: save the picture again.") from error
        return file


def _decoded(file: Any) -> None:
    content = BytesIO(file.read())
    file.seek(0)
    willow.Image.open(content).resize(_SMALL)


class PictureForm(BaseImageForm):  # type: ignore[misc]
    """A picture is saved with an alternative text in the first language, or as one that only decorates."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field, (label, help_text) in _WORDS.items():
            held = getattr(self.instance, field)
            for code, language in settings.LANGUAGES:
                self.fields[f"{field}_{code}"] = forms.CharField(
                    label=f"{label} ({language})",
                    help_text=help_text if code == settings.LANGUAGE_CODE else "",
                    required=False,
                    max_length=500,
                    initial=held.get(code, ""),
                    widget=forms.TextInput({"lang": code}),
                )
        self.fields["decorative"] = forms.BooleanField(
            label="Only decoration",
            required=False,
            initial=bool(self.instance.pk) and self.instance.decorates,
            help_text="It tells nothing, and is not read aloud. Articles take no such picture.",
        )
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)
        if "ref" in self.fields:
            self.fields["ref"].help_text = "By it texts and packs name the picture. Empty: made from the title."
            self.fields["ref"].disabled = bool(self.instance.ref)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        decorates, says = told.get("decorative"), any(told.get(f"alt_{code}") for code, _name in settings.LANGUAGES)
        if decorates and says:
            self.add_error("decorative", "It has an alternative text: leave that empty, or take this tick away.")
        elif not decorates and not told.get(_FIRST):
            self.add_error(_FIRST, "Say what it shows, or tick “Only decoration”.")
        return told

    def save(self, commit: bool = True) -> Any:
        picture = self.instance
        for field in _WORDS:
            told = {code: self.cleaned_data[f"{field}_{code}"] for code, _language in settings.LANGUAGES}
            setattr(picture, field, {code: words for code, words in (getattr(picture, field) | told).items() if words})
        # One of several that were uploaded together is stored before its form comes.
        if "file" in self.changed_data or not picture.content_digest:
            picture.original_name = str(picture.file.name).rsplit("/", 1)[-1][:200]
            picture.content_digest = _digest(picture.file)
        name(picture)
        saved = super().save(commit)
        if commit:
            picture.file.close()
        return saved


def _digest(file: Any) -> str:
    file.seek(0)
    digest = hashlib.sha256(file.read()).hexdigest()
    file.seek(0)
    return digest
