"""Addresses of the ui app."""

from django.urls import URLPattern, URLResolver, path

from tayari.ui import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("accent.css", views.accent, name="accent"),
    path("gallery/", views.gallery, name="gallery"),
]
