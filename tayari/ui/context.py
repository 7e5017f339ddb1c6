"""What every template knows about the site and the page's language."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from tayari.ui import languages

_DEFAULT_ACCENT = "#2a4d8f"


def page(request: HttpRequest) -> dict[str, Any]:
    """`site` (name, mark, accent, sponsors …), `languages`, `home_url`, and whether the accent is the site's own.

    The frame of a page reads `site_settings`, because django-allauth's views put another `site` into their context.
    """
    return {
        "site": settings.SITE,
        "site_settings": settings.SITE,
        "languages": settings.LANGUAGES,
        "home_url": languages.home(get_language() or settings.LANGUAGE_CODE),
        "own_accent": settings.SITE.accent.lower() != _DEFAULT_ACCENT,
    }
