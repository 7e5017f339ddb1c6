"""Addresses of the question bank's own pages, under /admin/questions/."""

from django.urls import URLPattern, path

from tayari.bank.views import bringing, drafting, history, leaving, reviewing, searches, writing
from tayari.bank.views.preview import preview

urlpatterns: list[URLPattern] = [
    path("draft/", drafting.from_facts, name="question_drafting"),
    path("find/", writing.finding, name="question_find"),
    path("checks/", writing.checking, name="question_checks"),
    path("proposals/", history.proposals, name="question_proposals"),
    path("proposals/<int:pk>/", history.decide, name="question_proposal"),
    path("doubles/", history.alike, name="question_doubles"),
    path("searches/", searches.keep, name="question_searches"),
    path("searches/<int:pk>/", searches.forget, name="question_search"),
    path("export/", leaving.leave, name="question_export"),
    path("imports/", bringing.bring, name="question_imports"),
    path("imports/<int:pk>/", reviewing.review, name="question_import"),
    path("imports/<int:pk>/keep/", reviewing.keep, name="question_import_keep"),
    path("imports/<int:pk>/undo/", reviewing.undo, name="question_import_undo"),
    path("imports/<int:pk>/original/", reviewing.original, name="question_import_original"),
    path("imports/<int:pk>/pictures/<int:picture>/", reviewing.picture, name="question_import_picture"),
    path("imports/<int:pk>/<int:position>/", reviewing.change, name="question_import_change"),
    path("imports/<int:pk>/<int:position>/decide/", reviewing.decide, name="question_import_decide"),
    path("<str:ref>/preview/", preview, name="question_preview"),
    path("<str:ref>/versions/", history.versions, name="question_versions"),
    path("<str:ref>/yaml/", history.raw, name="question_raw"),
]
