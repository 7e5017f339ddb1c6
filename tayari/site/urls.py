"""Addresses of the site app; home stands in Wagtail's tree."""

from django.urls import URLPattern, URLResolver, path, re_path

from tayari.site.feeds import CorrectionFeed
from tayari.site.views import dossiers, own, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("topics/", pages.topics, name="topics"),
    path("topics/<str:topic_id>/", pages.topic, name="topic"),
    path("today/", pages.today, name="today"),
    re_path(r"^(\d{4})/(\d{2})/(\d{2})/$", pages.day, name="day"),
    path("entities/<str:slug>/", pages.entity, name="entity"),
    path("dossiers/", dossiers.index, name="dossiers"),
    path("dossiers/<str:slug>/", dossiers.dossier, name="dossier"),
    path("dossiers/<str:slug>/data.json", dossiers.data, name="dossier-data"),
    path("dossiers/<str:slug>/<slug:table>.csv", dossiers.sheet, name="dossier-sheet"),
    path("own/", own.page, name="own"),
    path("own/part/", own.part, name="own_part"),
    path("corrections/", pages.corrections, name="corrections"),
    path("corrections/feed.xml", CorrectionFeed(), name="correction-feed"),
]
