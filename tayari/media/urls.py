"""Addresses of pictures that are known by their ref."""

from django.urls import path

from tayari.media import views

urlpatterns = [path("pictures/<slug:ref>/", views.picture, name="picture")]
