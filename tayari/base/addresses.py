"""Addresses with the site's scheme and host, for what leaves the site."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(address: str) -> str:
    """`/articles/x/` as `https://example.org/articles/x/`; a full address stays as it is."""
    return urljoin(settings.SITE.address.rstrip("/") + "/", address)
