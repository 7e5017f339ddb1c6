"""The desk's form: a post in every language, as it is written while something happens."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from wagtail.images.widgets import AdminImageChooser

from tayari.articles.queries.pictures import shown as shown_pictures
from tayari.facts.citing import CitingText
from tayari.live.forms import CLOSED, LANGUAGES, by_language, checked_happened
from tayari.live.models import CoveragePage, Edition, Post
from tayari.media.models import Picture

_TIME = "%Y-%m-%dT%H:%M"
_FIRST = settings.LANGUAGE_CODE


class DeskForm(forms.Form):
    """What an editor writes. A new post has no `post`; an edit says why, once readers know the post."""

    began_from = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    kind = forms.ChoiceField(choices=Post.Kind.choices, initial=Post.Kind.UPDATE)
    happened = forms.CharField(
        required=False, max_length=32, help_text="When it happened: 2026-11-23, or 2026-11-23T10:30+05:30."
    )
    publish_at = forms.DateTimeField(
        label="Publish at",
        required=False,
        input_formats=[_TIME],
        widget=forms.DateTimeInput({"type": "datetime-local"}, _TIME),
    )
    edition = forms.ModelChoiceField(Edition.objects.none(), required=False)
    picture = forms.ModelChoiceField(Picture.objects.all(), required=False, widget=AdminImageChooser())
    author = forms.CharField(required=False, max_length=120)
    reason = forms.CharField(required=False, max_length=300, help_text="Why it is changed; editors see it.")

    def __init__(self, *args: Any, page: CoveragePage, post: Post | None, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page, self.post, self.now = page, post, now
        edition: Any = self.fields["edition"]
        edition.queryset = Edition.objects.filter(coverage_key=page.translation_key)
        if page.form != CoveragePage.Form.BRIEFING:
            del self.fields["edition"]
        if post is None or not post.out:
            del self.fields["reason"]
        if post is not None and post.out:
            del self.fields["publish_at"]
        else:
            name = timezone.get_current_timezone_name()
            self.fields["publish_at"].help_text = f"Empty: at once. Before it, readers learn nothing of it. {name}."

    def texts(self) -> list[Any]:
        return [self[f"{name}_{code}"] for code in LANGUAGES for name in ("title", "text")]

    def rest(self) -> list[Any]:
        """The other fields that are shown."""
        own = {"picture", *(field.name for field in self.texts())}
        return [field for field in self.visible_fields() if field.name not in own]

    def clean_happened(self) -> str:
        return checked_happened(str(self.cleaned_data["happened"]))

    def clean_picture(self) -> Picture | None:
        picture: Picture | None = self.cleaned_data["picture"]
        if picture:
            # Its sizes are made here: under the coverage's lock everybody would wait for them.
            shown_pictures([picture], _FIRST)
        return picture

    def clean_publish_at(self) -> datetime | None:
        moment: datetime | None = self.cleaned_data["publish_at"]
        if moment and moment <= self.now:
            raise forms.ValidationError("That time has passed. Leave it empty to publish at once.")
        return moment

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        closed = self.page.state == CoveragePage.State.CLOSED and self.post is None
        if closed and told.get("kind") != Post.Kind.CORRECTION:
            self.add_error("kind", CLOSED)
        late = self.post is None and told.get("edition") and told["edition"] != self.page.newest_edition()
        if late and told.get("kind") != Post.Kind.CORRECTION:
            self.add_error("edition", "That edition was closed by its next: only a correction can be added to it.")
        if "reason" in self.fields and not told.get("reason", "").strip():
            self.add_error("reason", "Say why: readers have read the earlier words.")
        return told

    def said(self) -> dict[str, Any]:
        """The post's fields, as its actions take them."""
        told = self.cleaned_data
        words = {name: by_language(told, name) for name in ("title", "text")}
        said = {name: told[name] for name in ("kind", "happened", "author", "picture")} | words
        return said | {"edition": told["edition"]} if "edition" in self.fields else said

    def raw(self) -> dict[str, str | None]:
        """What was sent, valid or not: what a draft keeps."""
        sent = {name: self.data.get(name, "") for name in self.fields if name != "began_from"}
        return sent if sent["picture"].isdecimal() else sent | {"picture": None}


for _code, _name in settings.LANGUAGES:
    DeskForm.base_fields[f"title_{_code}"] = forms.CharField(
        label=f"Title ({_name})", required=False, max_length=300, widget=forms.TextInput({"lang": _code})
    )
    DeskForm.base_fields[f"text_{_code}"] = forms.CharField(
        label=f"Text ({_name})", required=_code == _FIRST, widget=CitingText({"lang": _code, "rows": 3})
    )


def begun(page: CoveragePage, post: Post | None) -> dict[str, Any]:
    """What the form holds before anything is written."""
    if post is None:
        newest = page.newest_edition()
        is_open = page.state == CoveragePage.State.OPEN
        kind = Post.Kind.UPDATE if is_open else Post.Kind.CORRECTION
        return {"kind": kind, "edition": newest.pk if newest else None, "began_from": 0}
    words = {f"{name}_{code}": text for name in ("title", "text") for code, text in getattr(post, name).items()}
    local = timezone.localtime(post.published_at)
    return {
        **words,
        "kind": post.kind,
        "happened": post.happened,
        "publish_at": "" if post.out else local.strftime(_TIME),
        "edition": post.edition_id,
        "author": post.author,
        "picture": post.picture_id,
        "began_from": post.revision,
    }
