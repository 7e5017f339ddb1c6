"""Addresses of the live app: a coverage's feed, and its events where no async front answers them first."""

from django.urls import URLPattern, URLResolver, path

from tayari.delivery.streams import views
from tayari.live.feeds import PostFeed

urlpatterns: list[URLPattern | URLResolver] = [
    path("live/<str:slug>/feed.xml", PostFeed(), name="coverage-feed"),
    path("live/<str:slug>/events", views.plain, name="coverage-events"),
    path("live/<str:slug>/events/<str:file>", views.plain, name="coverage-event-file"),
]
