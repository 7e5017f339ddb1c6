"""Open Graph and schema.org of a page, built from the same values that the page shows."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import Page

from tayari.articles.actions.bindings import HOLDER, holder_ref
from tayari.articles.markdown import plain
from tayari.articles.models import ArticlePage, SeriesPage
from tayari.articles.queries.pictures import shown as shown_pictures
from tayari.base.addresses import absolute
from tayari.facts.models import Binding, Dossier, Entity, Source
from tayari.facts.queries import entity_address
from tayari.live.models import CoveragePage, Post
from tayari.mocks.models import Paper
from tayari.mocks.queries import cover
from tayari.plain.graphemes import cut
from tayari.plain.texts import in_language
from tayari.ui.shown import ShownPicture

_LOCALES = {"en": "en_IN", "hi": "hi_IN"}
_MOST_UPDATES = 25
_HOME_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Described:
    """A page as others will quote it."""

    type: str
    title: str
    description: str
    url: str
    site_name: str
    locale: str
    picture: str = ""
    picture_alt: str = ""
    graph: SafeString | None = None


def _script(graph: dict[str, Any]) -> SafeString:
    """A data block; `<` is escaped so that no text can end it."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 — escaped just above


def _publisher() -> dict[str, str]:
    return {"@type": "Organization", "name": settings.SITE.name, "url": absolute("/")}


def described(thing: Any, language: str) -> Described | None:
    """How `thing` (a page or a paper) is described to others; None for what has nothing to add."""
    for kind, describe in _DESCRIBERS:
        if isinstance(thing, kind):
            return describe(thing, language)
    if isinstance(thing, Page):
        title = settings.SITE.name if thing.depth == _HOME_DEPTH else thing.title
        return _described("website", title, thing.search_description or "", thing.get_url() or "/", language)
    return None


def _described(kind: str, title: str, description: str, url: str, language: str, **more: Any) -> Described:
    locale = _LOCALES.get(language, language)
    return Described(
        kind, title, cut(" ".join(description.split()), 200), absolute(url), settings.SITE.name, locale, **more
    )


def _picture(page: ArticlePage, language: str) -> dict[str, str]:
    # A drawing is no preview that other sites show; only bitmaps are offered.
    picture = page.picture
    if not picture or picture.file.name.endswith(".svg"):
        return {}
    # A lost file costs the preview, not the page.
    rendition = get_rendition_or_not_found(picture, "fill-1200x630|format-jpeg")
    return {"picture": absolute(rendition.url), "picture_alt": in_language(picture.alt, language)}


def _citations(page: ArticlePage) -> list[dict[str, str]]:
    facts = Binding.objects.filter(
        holder_type=HOLDER, holder_ref=holder_ref(page), language=page.locale.language_code
    ).values("fact_id")
    sources = Source.objects.filter(facts__in=facts).exclude(url="").distinct().order_by("ref")
    by_url = {source.url: source for source in sources}
    return [
        {"@type": "CreativeWork", "name": source.title, "url": url, "publisher": source.publisher}
        for url, source in by_url.items()
    ]


def _article(page: ArticlePage, language: str) -> Described:
    url, summary = page.get_url() or "", plain(page.summary)
    graph: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": page.title,
        "description": summary,
        "inLanguage": page.locale.language_code,
        "author": {"@type": "Organization", "name": page.author},
        "publisher": _publisher(),
        "datePublished": page.published.isoformat(),
        "dateModified": max(page.facts_as_of, page.published).isoformat(),
        "mainEntityOfPage": absolute(url),
        "about": [{"@type": "Thing", "name": in_language(topic.name, language)} for topic in page.topics.all()],
        "isAccessibleForFree": True,
    }
    series = SeriesPage.objects.live().filter(members__article=page).distinct()
    graph["isPartOf"] = [
        {"@type": "CreativeWorkSeries", "name": one.title, "url": absolute(one.get_url() or "")} for one in series
    ]
    graph["citation"] = _citations(page)
    graph["correction"] = [
        {"@type": "CorrectionComment", "text": row.text, "datePublished": row.at.date().isoformat()}
        for row in page.corrections.all()
    ]
    twins = page.get_translations().live().select_related("locale")
    graph["workTranslation"] = [
        {"@type": "Article", "inLanguage": twin.locale.language_code, "url": absolute(twin.get_url() or "")}
        for twin in twins
    ]
    graph = {key: value for key, value in graph.items() if value != []}
    return _described("article", page.title, summary, url, language, graph=_script(graph), **_picture(page, language))


def _series(page: SeriesPage, language: str) -> Described:
    graph = {
        "@context": "https://schema.org",
        "@type": "CreativeWorkSeries",
        "name": page.title,
        "description": plain(page.summary),
        "inLanguage": page.locale.language_code,
        "url": absolute(page.get_url() or ""),
        "publisher": _publisher(),
    }
    return _described("website", page.title, plain(page.summary), page.get_url() or "", language, graph=_script(graph))


def _coverage(page: CoveragePage, language: str) -> Described:
    url = absolute(page.get_url() or "")
    posts = Post.objects.public().filter(coverage_key=page.translation_key).select_related("picture")
    said = [post for post in posts.order_by("-number") if post.text.get(page.locale.language_code)][:_MOST_UPDATES]
    pictures = shown_pictures({post.picture for post in said if post.picture}, language)
    graph: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": page.title,
        "inLanguage": page.locale.language_code,
        "url": url,
        "publisher": _publisher(),
        "coverageStartTime": page.opened,
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "@id": f"{url}#post-{post.number}",
                "url": f"{url}#post-{post.number}",
                "headline": in_language(post.title, language) or f"{page.title} — {post.number}",
                "datePublished": post.published_at.isoformat(),
                "dateModified": (post.edited_at or post.published_at).isoformat(),
                "inLanguage": page.locale.language_code,
                "author": {"@type": "Organization", "name": post.author} if post.author else _publisher(),
                "articleBody": plain(post.text[page.locale.language_code]),
                **_image(pictures.get(post.picture_id or 0)),
            }
            for post in said
        ],
    }
    graph |= _dates(page)
    return _described("article", page.title, plain(page.summary), page.get_url() or "", language, graph=_script(graph))


def _image(picture: ShownPicture | None) -> dict[str, Any]:
    if picture is None:
        return {}
    told = {"@type": "ImageObject", "url": absolute(picture.src), "width": picture.width, "height": picture.height}
    words = {"caption": picture.caption or picture.alt, "creditText": picture.credit}
    return {"image": told | {name: value for name, value in words.items() if value}}


def _dates(page: CoveragePage) -> dict[str, Any]:
    """Its first publication, which a post that is taken down does not move; its last change; its end, once closed."""
    told: dict[str, Any] = {}
    posts = list(Post.objects.filter(coverage_key=page.translation_key, out=True))
    if posts:
        changes = [post.deleted_at or post.edited_at or post.published_at for post in posts]
        told["datePublished"] = min(post.published_at for post in posts).isoformat()
        # The words around the posts change too: the summary, the digest, that it is closed.
        told["dateModified"] = max([*changes, *filter(None, [page.last_published_at])]).isoformat()
    if page.form == CoveragePage.Form.EVENT:
        told["about"] = {"@type": "Event", "name": page.title, "startDate": page.opened}
    if page.state == CoveragePage.State.CLOSED and page.closed:
        told["coverageEndTime"] = page.closed
        if "about" in told:
            told["about"]["endDate"] = page.closed
    return told


def _paper(paper: Paper, language: str) -> Described:
    """A Quiz with what it is about and how long it takes: no question and no answer."""
    shown = cover(paper, language)
    seconds = (paper.paper_ms or (paper.question_ms or 0) * paper.places.count()) // 1000
    graph = {
        "@context": "https://schema.org",
        "@type": "Quiz",
        "name": in_language(paper.title, language),
        "description": in_language(paper.summary, language),
        "inLanguage": paper.languages,
        "url": absolute(shown.url),
        "publisher": _publisher(),
        "about": in_language(paper.subject, language),
        "educationalUse": "assessment",
        "learningResourceType": "quiz",
        "timeRequired": f"PT{seconds}S",
        "isAccessibleForFree": True,
    }
    title, summary = in_language(paper.title, language), in_language(paper.summary, language)
    return _described("website", title, summary, shown.url, language, graph=_script(graph))


def _dossier(dossier: Dossier, language: str) -> Described:
    """A data set about a thing, with the forms in which it can be had; nothing of what is in it."""
    with override(language):
        address = reverse("dossier", args=[dossier.slug])
        data = absolute(reverse("dossier-data", args=[dossier.slug]))
    title, summary = in_language(dossier.title, language), in_language(dossier.summary, language)
    graph = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": summary,
        "inLanguage": language,
        "url": absolute(address),
        "about": {"@type": "Thing", "name": in_language(dossier.subject.name, language)},
        "publisher": _publisher(),
        "isAccessibleForFree": True,
        "distribution": {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": data},
    }
    return _described("website", title, summary, address, language, graph=_script(graph))


def _entity(entity: Entity, language: str) -> Described:
    name = in_language(entity.name, language)
    with override(language):
        address = entity_address(entity.slug)
    return _described("website", name, in_language(entity.note, language) or name, address, language)


_DESCRIBERS: tuple[tuple[type, Callable[[Any, str], Described]], ...] = (
    (ArticlePage, _article),
    (SeriesPage, _series),
    (CoveragePage, _coverage),
    (Paper, _paper),
    (Dossier, _dossier),
    (Entity, _entity),
)
