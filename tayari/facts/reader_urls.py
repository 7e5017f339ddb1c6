"""Addresses of the fact base that readers open."""

from django.urls import URLPattern, path

from tayari.facts.views import check

urlpatterns: list[URLPattern] = [path("check/", check.check, name="check")]
