"""What an editor does to a coverage from its desk beside writing: the next edition, and an article when it is over."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from tayari.articles.models import ArticleIndexPage
from tayari.live.actions import digests, editions
from tayari.live.at_desk import at_desk, may
from tayari.live.forms import by_language
from tayari.live.models import CoveragePage


class EditionForm(forms.Form):
    """The day of an edition and, where it has one, its title in each language."""

    day = forms.DateField(widget=forms.DateInput({"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="edition_%s", **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[f"title_{code}"] = forms.CharField(
                label=f"Title ({name})", required=False, max_length=200, widget=forms.TextInput({"lang": code})
            )

    def title(self) -> dict[str, str]:
        return by_language(self.cleaned_data, "title")


def offered(page: CoveragePage, user: Any, now: Any) -> dict[str, Any]:
    """What the desk offers beside the posts: the form of the next edition, or whether an article can be begun."""
    is_open = page.state == CoveragePage.State.OPEN
    told: dict[str, Any] = {"digests": not is_open and _may_write(page, user)}
    if page.form == CoveragePage.Form.BRIEFING and is_open:
        newest = page.newest_edition()
        today = timezone.localdate(now)
        told["edition_form"] = EditionForm(initial={"day": today if not newest or newest.date < today else None})
        told["newest_edition"] = newest
    return told


@require_POST
@at_desk
def next_edition(request: HttpRequest, page: CoveragePage) -> HttpResponse:
    may(request, "add")
    form = EditionForm(request.POST)
    if not form.is_valid():
        messages.error(request, "The edition was not opened: it needs a day, as 2026-11-27.")
        return redirect("live_desk", page.pk)
    try:
        opened = editions.open_next(
            coverage_key=page.translation_key,
            day=form.cleaned_data["day"],
            title=form.title(),
            by=request.user,
            now=request.now,  # type: ignore[attr-defined]
        )
    except editions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"The edition of {opened.date} is open, and the one before is closed.")
    return redirect("live_desk", page.pk)


@require_POST
@at_desk
def digest(request: HttpRequest, page: CoveragePage) -> HttpResponse:
    """Begin an article from the key events, and open its form."""
    if not _may_write(page, request.user):
        raise PermissionDenied
    try:
        article = digests.begin(page, by=request.user, now=request.now)  # type: ignore[attr-defined]
    except digests.NothingToTell as refusal:
        messages.error(request, str(refusal))
        return redirect("live_desk", page.pk)
    messages.success(request, "A draft was begun from the key events. Nobody sees it before you publish it.")
    return redirect("wagtailadmin_pages:edit", article.pk)


def _may_write(page: CoveragePage, user: Any) -> bool:
    index = ArticleIndexPage.objects.filter(locale=page.locale).first()
    return bool(index and index.permissions_for_user(user).can_add_subpage())
