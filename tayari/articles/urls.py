"""Addresses of the articles app; its pages stand in Wagtail's tree."""

from django.urls import URLPattern, URLResolver, path

from tayari.articles import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("articles/<str:slug>/report/", views.report, name="report"),
]
