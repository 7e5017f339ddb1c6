"""How an editor writes a post: one field a language, saved through the action that numbers it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from wagtail.admin.forms import WagtailAdminModelForm

from tayari.base import clock
from tayari.facts.citing import CitingText
from tayari.live.actions import posts
from tayari.live.models import CoveragePage, Edition, Post
from tayari.plain.dates import NotADate, PartialDate

LANGUAGES = [code for code, _name in settings.LANGUAGES]
_MARKDOWN = "Markdown. A citation is [words](fact:REF)."
STALE = "Somebody changed this post or took it down meanwhile: copy your words and open it anew."
CLOSED = "This coverage is closed: only a correction can be added."


def checked_happened(text: str) -> str:
    """A date as `PartialDate` writes it, or a moment. Raises ValidationError."""
    try:
        if "T" in text:
            datetime.fromisoformat(text)
            return text
        return str(PartialDate.parse(text)) if text else text
    except (NotADate, ValueError) as error:
        raise forms.ValidationError(f"{error}: write 2026-11-23, or 2026-11-23T10:30+05:30.") from error


def by_language(told: Mapping[str, Any], name: str) -> dict[str, str]:
    """What the fields of `name`, one a language, were given: nothing where one was left empty."""
    return {code: words for code in LANGUAGES if (words := told[f"{name}_{code}"])}


class CoverageChoice(forms.ModelChoiceField):
    """Coverage pages in the first language; their translations share the posts."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title} ({obj.get_state_display()})"


class PostForm(WagtailAdminModelForm):
    """The fields of a post and, for each language, its title and text."""

    coverage = CoverageChoice(queryset=CoveragePage.objects.none())
    began_from = forms.IntegerField(required=False, widget=forms.HiddenInput)
    edition_date = forms.DateField(required=False, help_text="Of a briefing: which edition it belongs to.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages = CoveragePage.objects.filter(locale__language_code=LANGUAGES[0])
        field: Any = self.fields["coverage"]
        field.queryset = pages
        if self.instance.pk:
            field.initial = pages.filter(translation_key=self.instance.coverage_key).first()
            field.disabled = True
            self.fields["began_from"].initial = self.instance.revision
            self.fields["began_from"].required = True
            # Whether a post is pinned is decided in one click, and this form may have stood open for long.
            del self.fields["pinned"]
            if self.instance.edition:
                self.fields["edition_date"].initial = self.instance.edition.date
            for code in LANGUAGES:
                self.fields[f"title_{code}"].initial = self.instance.title.get(code, "")
                self.fields[f"text_{code}"].initial = self.instance.text.get(code, "")

    def clean_happened(self) -> str:
        return checked_happened(str(self.cleaned_data["happened"]))

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        page = told.get("coverage")
        late = page and page.state == CoveragePage.State.CLOSED and not self.instance.pk
        if late and told.get("kind") != Post.Kind.CORRECTION:
            self.add_error("kind", CLOSED)
        if self.instance.pk and not self._is_as_it_began(told.get("began_from")):
            raise forms.ValidationError(STALE)
        day = told.get("edition_date")
        if page and day and not Edition.objects.filter(coverage_key=page.translation_key, date=day).exists():
            self.add_error("edition_date", "The briefing has no edition of that day.")
        return told

    def _is_as_it_began(self, revision: int | None) -> bool:
        return Post.objects.filter(pk=self.instance.pk, revision=revision, deleted_at=None).exists()

    def save(self, commit: bool = True) -> Post:
        """Through the actions, which number the post and tell of the change. Raises posts.Stale."""
        told = self.cleaned_data
        key = told["coverage"].translation_key
        edition = Edition.objects.filter(coverage_key=key, date=told.get("edition_date")).first()
        said: dict[str, Any] = {
            "kind": told["kind"],
            "title": by_language(told, "title"),
            "text": by_language(told, "text"),
            "happened": told["happened"],
            "author": told["author"],
            "picture": told["picture"],
            "edition": edition,
            "topics": list(told["topics"]),
            "sources": list(told["sources"]),
        }
        by, now = self.for_user, clock.now()
        if self.instance.pk:
            self.instance = posts.edit(self.instance, **said, began_from=told["began_from"], by=by, now=now)
        else:
            self.instance = posts.create(coverage_key=key, **said, pinned=told["pinned"], by=by, now=now)
        return self.instance


for _code, _name in settings.LANGUAGES:
    PostForm.base_fields[f"title_{_code}"] = forms.CharField(label=f"Title ({_name})", required=False, max_length=300)
    PostForm.base_fields[f"text_{_code}"] = forms.CharField(
        label=f"Text ({_name})",
        required=_code == LANGUAGES[0],
        help_text=_MARKDOWN,
        widget=CitingText({"lang": _code, "rows": 6}),
    )
