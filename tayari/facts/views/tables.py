"""Facts as a TSV file in the admin: a dry run first, then the import; and all facts as a file."""

import tempfile
from pathlib import Path

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tayari.base.problems import Unusable
from tayari.facts.actions import tables
from tayari.facts.packing.tables import LARGEST
from tayari.facts.views.guard import editors_only


class TableForm(forms.Form):
    file = forms.FileField(label="TSV file", help_text="Tab-separated UTF-8, its first line the names of the columns.")
    dry_run = forms.BooleanField(label="Only say what would happen", required=False, initial=True)

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(f"The file is larger than {LARGEST // 1_000_000} MB; split it.")
        return file


@editors_only
def bring_in(request: HttpRequest) -> HttpResponse:
    form = TableForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"page_title": "Facts as a table", "header_icon": "upload", "form": form}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        with tempfile.TemporaryDirectory() as folder:
            stored = Path(folder) / (Path(file.name).name or "facts.tsv")
            stored.write_bytes(file.read())
            try:
                dry_run, now = form.cleaned_data["dry_run"], request.now  # type: ignore[attr-defined]
                report = tables.bring_in(stored, dry_run=dry_run, by=request.user, now=now)
                context |= {"report": report, "findings": sorted(report.findings), "dry_run": dry_run}
            except Unusable as problem:
                form.add_error("file", str(problem))
    return render(request, "facts/admin/tables.html", context)


@require_GET
@editors_only
def write_out(request: HttpRequest) -> FileResponse:
    with tempfile.TemporaryDirectory() as folder:
        tables.write_out(Path(folder) / "facts.tsv")
        written = (Path(folder) / "facts.tsv").open("rb")
    return FileResponse(written, as_attachment=True, filename="facts.tsv", content_type="text/tab-separated-values")
