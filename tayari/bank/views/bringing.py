"""A file of questions is brought: uploaded, read within bounds, and then reviewed."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tayari.bank import formats
from tayari.bank.actions import imports
from tayari.bank.formats.limits import MOST_BYTES, check_length
from tayari.bank.models import ImportBatch
from tayari.bank.queries import imports as reviews
from tayari.bank.views.guard import importers_only
from tayari.rules.interchange import Unreadable


def _readable() -> list[tuple[str, str]]:
    named = [(one.name, f"{one.label} ({', '.join(one.suffixes)})") for one in formats.FORMATS.values() if one.read]
    return [("", "By the file’s name"), *named]


class FileForm(forms.Form):
    """A file, and its format where the name does not tell it."""

    file = forms.FileField(
        label="File", help_text=f"Up to {MOST_BYTES // 1_000_000} MB. The original is kept with what was found in it."
    )
    format = forms.ChoiceField(choices=_readable, required=False)

    def clean(self) -> dict[str, object]:
        """The batch that the file is, taken to be reviewed."""
        told: dict[str, object] = super().clean() or {}
        file, chosen = told.get("file"), str(told.get("format") or "")
        if file is None:
            return told
        try:
            check_length(file.size, name=file.name)  # type: ignore[attr-defined]
            told["data"] = file.read()  # type: ignore[attr-defined]
            told["format"] = chosen or self._detected(told["data"], file.name)  # type: ignore[arg-type,attr-defined]
            told["reading"] = formats.read(told["data"], name=file.name, form=str(told["format"]))  # type: ignore[arg-type,attr-defined]
        except Unreadable as problem:
            self.add_error("file", str(problem))
        return told

    def _detected(self, data: bytes, name: str) -> str:
        try:
            return formats.detected(data, name=name).name
        except formats.Untold:
            raise Unreadable(f"{name} does not tell its format by its ending: choose the format below.") from None


@require_http_methods(["GET", "POST"])
@importers_only
def bring(request: HttpRequest) -> HttpResponse:
    """The form, and the files that were brought before."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        batch = _taken(form, request)
        if batch:
            return redirect("question_import", batch.pk)
    context = {
        "page_title": "Bring questions from a file",
        "header_icon": "upload",
        "form": form,
        "formats": [one for one in formats.FORMATS.values() if one.read],
        "batches": Paginator(reviews.batches(), reviews.BATCHES_A_PAGE).get_page(request.GET.get("p")),
    }
    return render(request, "bank/admin/imports/bring.html", context)


def _taken(form: FileForm, request: HttpRequest) -> ImportBatch | None:
    told = form.cleaned_data
    try:
        return imports.take(
            reading=told["reading"],
            file_name=told["file"].name,
            data=told["data"],
            format=told["format"],
            by=request.user,
            now=request.now,  # type: ignore[attr-defined]
        )
    except Unreadable as problem:
        form.add_error("file", str(problem))
        return None
