"""Questions leave as a file: what the format cannot carry is said before anything is made."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from tayari.bank import choosing, formats
from tayari.bank.actions import exports as actions
from tayari.bank.queries import exports
from tayari.bank.views.guard import editors_only
from tayari.bank.views.searches import kept_for
from tayari.rules.interchange import Written

ALL, LISTED, CHOSEN = "all", "listed", "chosen"
_TOLD = 8


def _writable() -> list[tuple[str, str]]:
    return [(one.name, f"{one.label} ({one.suffixes[0]})") for one in formats.FORMATS.values() if one.write]


class LeaveForm(forms.Form):
    """Which questions, and in which format. `query` and `ids` come with a reader from the list of questions."""

    which = forms.ChoiceField(label="Questions", required=False)
    format = forms.ChoiceField(choices=_writable)
    language = forms.ChoiceField(
        choices=[("en", "English"), ("hi", "Hindi")],
        required=False,
        help_text="For formats that hold one language; the others carry both.",
    )
    query = forms.CharField(required=False, widget=forms.HiddenInput)
    ids = forms.RegexField(r"^[\d,]*$", required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, user: object) -> None:
        super().__init__(data)
        self.searches = {f"search:{row.pk}": row for row, _ in kept_for(user)}
        self.fields["which"].choices = self._which(data or {})  # type: ignore[attr-defined]

    def _which(self, data: Any) -> list[Any]:
        first: list[Any] = []
        if data.get("ids"):
            first.append((CHOSEN, f"Those ticked in the list ({len(data['ids'].split(','))})"))
        if data.get("query"):
            first.append((LISTED, "Those that the list showed"))
        groups = [("Saved searches", [(value, row.name) for value, row in self.searches.items()])]
        groups += [
            (way.label, [(f"{way.name}:{value}", words) for value, words in way.offered()]) for way in choosing.ways()
        ]
        return [*first, (ALL, "All that are not retired"), *(group for group in groups if group[1])]

    def questions(self, request: HttpRequest) -> Sequence[int]:
        """The ids of the questions that are meant, in their order."""
        told = self.cleaned_data
        which = told["which"] or self.fields["which"].choices[0][0]  # type: ignore[attr-defined]
        if which == CHOSEN:
            return [int(pk) for pk in told["ids"].split(",") if pk]
        if which == LISTED:
            return exports.listed(told["query"], request)
        if which in self.searches:
            return exports.listed(self.searches[which].query, request)
        name, _, value = which.partition(":")
        way = next((one for one in choosing.ways() if one.name == name), None)
        return way.questions(value) if way else exports.all_but_retired()


@require_http_methods(["GET", "POST"])
@editors_only
def leave(request: HttpRequest) -> HttpResponse:
    """The form; then what the file would hold and what would be lost; sent by POST, the file."""
    asked = request.POST if request.method == "POST" else request.GET
    form = LeaveForm(asked, request.user) if "format" in asked else _begun(request, asked)
    written: Written | None = None
    wanted = 0
    if form.is_bound and form.is_valid():
        chosen = formats.FORMATS[form.cleaned_data["format"]]
        contents = exports.contents(form.questions(request), with_facts=chosen.name in formats.WITH_FACTS)
        wanted = len(contents)
        pictures = exports.pictures(contents)
        written = chosen.written(contents, language=form.cleaned_data["language"] or "en", pictures=pictures)
        if request.method == "POST" and written.count:
            return _file(request, chosen, written, form.cleaned_data["which"] or ALL)
    context = {
        "page_title": "Take questions along as a file",
        "header_icon": "download",
        "form": form,
        "written": written,
        "wanted": wanted,
        "lost": _lost(written) if written else [],
        "asked": asked.items(),
    }
    return render(request, "bank/admin/imports/leave.html", context)


def _lost(written: Written) -> list[dict[str, str]]:
    """What is lost, each thing said once with the places where it is, and what keeps questions out first."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in written.lost:
        places.setdefault((one.level, one.message), []).append(one.where)
    return [
        {"level": level, "words": words, "message": message, "places": _some(where)}
        for wanted, words in (("error", "Not in the file:"), ("warning", "Lost:"), ("advice", "Note:"))
        for (level, message), where in places.items()
        if level == wanted
    ]


def _some(places: Sequence[str]) -> str:
    """The first few places, and how many more."""
    more = f" and {len(places) - _TOLD} more" if len(places) > _TOLD else ""
    return f"{', '.join(places[:_TOLD])}{more}"


def _begun(request: HttpRequest, asked: Any) -> LeaveForm:
    """The form before a format was chosen, with what the list told."""
    form = LeaveForm(None, request.user)
    form.initial = {"query": asked.get("query", ""), "ids": asked.get("ids", "")}
    form.fields["which"].choices = form._which(asked)  # type: ignore[attr-defined]
    return form


def _file(request: HttpRequest, chosen: formats.Format, written: Written, which: str) -> HttpResponse:
    now = request.now  # type: ignore[attr-defined]
    actions.leave(format=chosen.name, which=which, count=written.count, by=request.user, now=now)
    name = f"questions-{timezone.localtime(now):%Y-%m-%d}{chosen.suffixes[0]}"
    answer = HttpResponse(written.data, content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["Cache-Control"] = "private, no-store"
    return answer
