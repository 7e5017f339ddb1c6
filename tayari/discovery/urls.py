"""Addresses of search, feeds, the sitemap and robots.txt."""

from django.urls import URLPattern, URLResolver, path

from tayari.discovery.feeds import ArticleFeed
from tayari.discovery.sitemaps import sitemap
from tayari.discovery.views.robots import robots
from tayari.discovery.views.search import search

urlpatterns: list[URLPattern | URLResolver] = [
    path("search/", search, name="search"),
    path("feed.xml", ArticleFeed(), name="article-feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]
