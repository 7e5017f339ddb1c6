"""Filters and tags every template may use."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tayari.plain import quantities
from tayari.plain.dates import PartialDate
from tayari.plain.texts import in_language, shown
from tayari.ui import languages, slots

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.filter
def words(texts: Any) -> str:
    """`{{ topic.name|words }}`: words held by language, in the page's language."""
    return in_language(texts, _language())


@register.filter
def words_marked(texts: Any) -> SafeString | str:
    """As `words`, but a fallback from another language stands in a span with its `lang`."""
    found = shown(texts, _language())
    if found.language == _language():
        return found.words
    return format_html('<span lang="{}">{}</span>', found.language, found.words)


@register.filter
def duration(seconds: int) -> str:
    """`{{ 380|duration }}`: `6 min 20 s`, in the page's language."""
    return quantities.duration(int(seconds), _language())


@register.filter
def minutes(seconds: int) -> str:
    """`{{ page.reading_seconds|minutes }}`: `7 min`, rounded up, at least one."""
    return quantities.duration(max(1, -(-int(seconds) // 60)) * 60, _language())


@register.filter
def day_words(day: date) -> str:
    """`{{ page.published|day_words }}`: `6 September 2018`; a moment is taken in the site's time zone."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return PartialDate.of(day).in_words(_language())


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, thing: Any = None) -> SafeString:
    """`{% slot "article.after" page %}`: what apps of higher floors show here."""
    if thing is None:
        thing = context.get("page")
    return slots.drawn(name, thing, _language())


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> tuple[languages.LanguageLink, ...]:
    """`{% language_links as links %}`: this page in every language of the site, or at the addresses in `twins`."""
    return languages.links(context.get("request"), context.get("page"), _language(), context.get("twins"))


@register.simple_tag
def held(name: str, **given: Any) -> SafeString:
    """`{% held "ui/components/fact_said.html" one=one %}`: as an include with `only`, made once for the same things.

    They must be frozen, and none of their words marked as safe: what is equal is drawn alike.
    """
    return _held(name, _language(), tuple(given.items()))


@lru_cache(maxsize=4_000)
def _held(name: str, _language: str, given: tuple[tuple[str, Any], ...]) -> SafeString:
    return render_to_string(name, dict(given))


@register.simple_tag
def absolute(address: str) -> str:
    """`{% absolute page_url %}`: the address with the site's scheme and host, for what leaves the site."""
    return urljoin(settings.SITE.address.rstrip("/") + "/", address)


@register.simple_tag(takes_context=True)
def section_state(context: Context, prefix: str) -> SafeString:
    """` aria-current="page"` for the link whose section the page at hand is in; `prefix` is the link's address."""
    request = context.get("request")
    path = request.path if request else ""
    if path == prefix:
        return SafeString(' aria-current="page"')
    if prefix != languages.home(_language()) and path.startswith(prefix):
        return SafeString(' aria-current="true"')
    return SafeString("")
