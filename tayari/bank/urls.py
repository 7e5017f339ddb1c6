"""Addresses of the question bank's own pages, under /admin/questions/."""

from django.urls import URLPattern, path

from tayari.bank.views import drafting, history, searches, writing
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
    path("<str:ref>/preview/", preview, name="question_preview"),
    path("<str:ref>/versions/", history.versions, name="question_versions"),
    path("<str:ref>/yaml/", history.raw, name="question_raw"),
]
