"""Pages for tests: home and indexes in both languages, articles, series, coverage."""

from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Locale

from tayari.articles.models import ArticleIndexPage, ArticlePage, SeriesIndexPage, SeriesMember, SeriesPage
from tayari.live.models import CoverageIndexPage, CoveragePage
from tayari.media.models import Picture
from tayari.site.actions import tree

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675"><title>x</title></svg>'
TEXT = "The first edition met in [New Delhi](fact:2plus2-1.held-in) on [6 September 2018](fact:2plus2-1.held-on)."


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "value": words}


def timeline(title: str, *facts: str) -> dict[str, Any]:
    return {"type": "timeline", "value": {"title": title, "facts": list(facts)}}


def picture_block(ref: str) -> dict[str, Any]:
    return {"type": "picture", "value": {"ref": ref}}


def part(kind: str, title: str, *content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "part", "value": {"part": kind, "title": title, "content": list(content)}}


def _index(model: Any, language: str) -> Any:
    tree.ensure()
    return model.objects.get(locale=Locale.objects.get(language_code=language))


def article(title: str = "India–US 2+2 Ministerial Dialogue", *, language: str = "en", **values: Any) -> ArticlePage:
    """A live article with two typed parts; `body` and every field can be given."""
    body = values.pop("body", None)
    if body is None:
        body = [part("key-facts", "What to remember", text(TEXT)), part("background", "From a call", text("x"))]
    given = {
        "title": title,
        "subject_line": "International relations",
        "author": "Tayari desk",
        "published": date(2026, 11, 20),
        "facts_as_of": date(2026, 11, 20),
        "summary": "Two ministers each, at one table.",
        "locale": Locale.objects.get_or_create(language_code=language)[0],
        **values,
    }
    page = ArticlePage(**given)
    page.body = ArticlePage.body.field.stream_block.to_python(body)  # type: ignore[attr-defined]
    _index(ArticleIndexPage, language).add_child(instance=page)
    return page


def series(title: str, *articles: tuple[ArticlePage, date], language: str = "en", **values: Any) -> SeriesPage:
    index = _index(SeriesIndexPage, language)
    page = SeriesPage(title=title, locale=index.locale, **values)
    index.add_child(instance=page)
    for member, day in articles:
        SeriesMember.objects.create(series=page, article=member, date=day)
    return page


def coverage(title: str = "The 2+2 of November 2023", *, language: str = "en", **values: Any) -> CoveragePage:
    index = _index(CoverageIndexPage, language)
    given = {"opened": "2023-11-10", "summary": "Held in New Delhi.", **values}
    page = CoveragePage(title=title, locale=index.locale, **given)
    index.add_child(instance=page)
    return page


def picture(ref: str = "room", **values: Any) -> Picture:
    given = {
        "title": ref,
        "ref": ref,
        "alt": {"en": "Four chairs at one table", "hi": "एक मेज़ पर चार कुर्सियाँ"},
        "caption": {"en": "How the ministers sit", "hi": "मंत्री कैसे बैठते हैं"},
        **values,
    }
    made = Picture(**given)
    made.file.save(f"{ref}.svg", ContentFile(SVG), save=False)
    made.width, made.height = 1200, 675
    made.save()
    return made
