"""Addresses of the fact base's own pages, under /admin/facts/."""

from django.urls import URLPattern, path

from tayari.facts.views import contradictions

urlpatterns: list[URLPattern] = [
    path("contradictions/", contradictions.listing, name="contradictions"),
    path("contradictions/<str:key>/", contradictions.settle, name="contradiction_settle"),
]
