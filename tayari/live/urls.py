"""Addresses of the live app: the events of a coverage, where no async front answers them first."""

from django.urls import URLPattern, URLResolver, path

from tayari.delivery.streams import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("live/<str:slug>/events", views.plain, name="coverage-events"),
    path("live/<str:slug>/events/<str:file>", views.plain, name="coverage-event-file"),
]
