"""What search can find: each kind of thing as documents with an address, a title and plain text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from tayari.articles import markdown
from tayari.articles.body import plain_text
from tayari.articles.models import ArticlePage, SeriesPage
from tayari.articles.pages import public
from tayari.facts.models import Dossier, Entity
from tayari.live.models import CoveragePage, Post
from tayari.mocks.models import Paper
from tayari.syllabus.models import Topic


@dataclass(frozen=True, slots=True)
class Document:
    """One thing in one language. `url` has no host. `extra` is found but never shown (other names)."""

    kind: str
    ref: str
    language: str
    url: str
    title: str
    body: str = ""
    extra: str = ""
    day: date | None = None


def of_article(page: ArticlePage) -> Document:
    return Document(
        "article",
        str(page.translation_key),
        page.locale.language_code,
        page.get_url() or "",
        page.title,
        plain_text(page),
        day=page.published,
    )


def of_series(page: SeriesPage) -> Document:
    return Document(
        "series",
        str(page.translation_key),
        page.locale.language_code,
        page.get_url() or "",
        page.title,
        markdown.plain(page.summary),
    )


def of_coverage(page: CoveragePage) -> Document:
    language = page.locale.language_code
    posts = Post.objects.public().filter(coverage_key=page.translation_key).order_by("number")
    texts = [markdown.plain(page.summary), markdown.plain(page.digest)]
    for post in posts:
        texts += [post.title.get(language, ""), markdown.plain(post.text.get(language, ""))]
    body = "\n".join(text for text in texts if text)
    return Document("live", str(page.translation_key), language, page.get_url() or "", page.title, body)


RECORD_KINDS = ("mock", "topic", "entity")


def _records(
    now: datetime,
) -> Iterator[tuple[str, str, str, str, dict[str, str], dict[str, str], dict[str, list[str]]]]:
    for paper in Paper.objects.out(now):
        yield "mock", paper.ref, "mock", paper.slug, paper.title, paper.summary, {}
    for topic in Topic.objects.all():
        yield "topic", topic.id, "topic", topic.id, topic.name, {}, {}
    for dossier in Dossier.objects.filter(state=Dossier.State.OPEN).select_related("subject"):
        others = {code: list(dossier.subject.acronyms) for code, _ in settings.LANGUAGES}
        yield "dossier", dossier.ref, "dossier", dossier.slug, dossier.title, dossier.summary, others
    for entity in Entity.objects.all():
        names = {code: [*entity.aliases.get(code, []), *entity.acronyms] for code, _ in settings.LANGUAGES}
        yield "entity", entity.ref, "entity", entity.slug, entity.name, entity.note, names


def of_records(*, now: datetime) -> Iterator[Document]:
    """Papers that are out at `now`, topics, dossiers and entities, in each language in which they have a name."""
    for kind, ref, route, argument, title, body, names in _records(now):
        for language, _ in settings.LANGUAGES:
            if title.get(language):
                with override(language):
                    url = reverse(route, args=[argument])
                extra = " ".join(names.get(language, []))
                yield Document(kind, ref, language, url, title[language], body.get(language, ""), extra)


def everything(*, now: datetime) -> Iterator[Document]:
    """All that is public at `now`."""
    for article in public(ArticlePage.objects.all()).select_related("locale"):
        yield of_article(article)
    for series in public(SeriesPage.objects.all()).select_related("locale"):
        yield of_series(series)
    for coverage in public(CoveragePage.objects.all()).select_related("locale"):
        yield of_coverage(coverage)
    yield from of_records(now=now)
