"""Addresses of the fact base's own pages, under /admin/facts/."""

from django.urls import URLPattern, path

from tayari.facts.views import affected, contradictions, due, lint, notes, tables

urlpatterns: list[URLPattern] = [
    path("affected/", affected.listing, name="affected"),
    path("affected/<int:pk>/", affected.settle, name="affected_settle"),
    path("to-check/", due.listing, name="facts_to_check"),
    path("tables/", tables.bring_in, name="facts_import"),
    path("tables/facts.tsv", tables.write_out, name="facts_export"),
    path("notes/", notes.write, name="note_write"),
    path("contradictions/", contradictions.listing, name="contradictions"),
    path("contradictions/<str:key>/", contradictions.settle, name="contradiction_settle"),
    path("lint/", lint.report, name="lint_report"),
    path("lint/dismiss/", lint.dismiss, name="lint_dismiss"),
]
