"""Addresses with the site's scheme and host, for what leaves the site."""

from functools import lru_cache
from urllib.parse import urljoin

from django.conf import settings


def absolute(address: str) -> str:
    """`/articles/x/` as `https://example.org/articles/x/`; a full address stays as it is."""
    return _joined(settings.SITE.address, address)


@lru_cache(maxsize=8_000)
def _joined(site: str, address: str) -> str:
    return urljoin(site.rstrip("/") + "/", address)
