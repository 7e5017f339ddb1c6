"""Where the page at hand stands in each of the site's languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils import translation
from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One language of the switch. `same_page` is False when this page has no such translation and `url` is home."""

    code: str
    name: str
    url: str
    current: bool
    same_page: bool


def links(
    request: HttpRequest | None, page: Any, current: str, twins: Mapping[str, str] | None = None
) -> tuple[LanguageLink, ...]:
    """The page at hand in every language, in the order of the settings; `twins` are its addresses where known."""
    found = []
    for code, name in settings.LANGUAGES:
        if twins is not None:
            url = twins.get(code)
        else:
            url = _address(request, page, code, current) if request is not None else None
        found.append(LanguageLink(code, name, url or home(code), code == current, bool(url)))
    return tuple(found)


def home(code: str) -> str:
    """The address of the home page in a language."""
    with translation.override(code):
        return reverse("wagtail_serve", args=("",))


def _address(request: HttpRequest, page: Any, code: str, current: str) -> str | None:
    if isinstance(page, Page) and page.pk:
        return _translated_page(request, page, code)
    if code == current:
        return request.get_full_path()
    with translation.override(current):  # the prefix of another language does not resolve
        return _same_view(request, code, current)


def _same_view(request: HttpRequest, code: str, current: str) -> str | None:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    if match.url_name == "wagtail_serve":
        return home(code) if request.path_info == home(current) else None
    moved = translate_url(request.get_full_path(), code)
    return moved if moved != request.get_full_path() else None


def _translated_page(request: HttpRequest, page: Page, code: str) -> str | None:
    if page.locale.language_code == code:
        return page.get_url(request)
    twin = page.get_translations().live().filter(locale__language_code=code).first()
    return twin.get_url(request) if twin else None
