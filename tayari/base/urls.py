"""Addresses of the base app."""

from django.urls import URLPattern, URLResolver, path

from tayari.base import views

urlpatterns: list[URLPattern | URLResolver] = [path("up", views.up, name="up")]
