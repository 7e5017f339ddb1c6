"""A coverage as its page shows it: posts newest first, key events, editions, and its state in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override

from tayari.articles import markdown
from tayari.articles.queries import article_cards, public_articles
from tayari.articles.queries.practice import practice
from tayari.facts.queries import SpokenSource, speak_source
from tayari.live.models import CoveragePage, Edition, Post
from tayari.live.queries.cards import day_words, state_words
from tayari.plain.dates import PartialDate
from tayari.plain.texts import shown
from tayari.ui.shown import Card, Crumb, Moment


@dataclass(frozen=True, slots=True)
class PostView:
    """One post; `html` is empty when it was taken down. `language` is that of its words."""

    number: int
    kind: str
    kind_words: str
    title: str
    html: SafeString
    language: str
    happened: str
    happened_words: str
    published_at: datetime
    published_words: str
    edited_words: str
    taken_down: bool
    pinned: bool
    sources: tuple[SpokenSource, ...]

    @property
    def id(self) -> str:
        return f"post-{self.number}"

    @property
    def is_key(self) -> bool:
        return self.kind in {Post.Kind.KEY_EVENT, Post.Kind.BREAKING}


@dataclass(frozen=True, slots=True)
class EditionView:
    """A dated edition of a briefing with its posts; the newest is open while the briefing goes on."""

    id: str
    title: str
    day_words: str
    is_open: bool
    posts: tuple[PostView, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Everything the page of a coverage shows."""

    is_open: bool
    is_briefing: bool
    state_words: str
    span_words: str
    compiled_words: str
    summary: SafeString
    digest: SafeString
    posts: tuple[PostView, ...]
    loose: tuple[PostView, ...]
    editions: tuple[EditionView, ...]
    key_events: tuple[Moment, ...]
    notes: tuple[markdown.Note, ...]
    topics: tuple[Crumb, ...]
    articles: tuple[Card, ...]
    practice: tuple[Card, ...]
    last_change_words: str


def coverage(page: Any, *, now: datetime) -> CoverageView:
    """A bounded number of queries, whatever the number of posts."""
    language = page.locale.language_code
    rows = list(
        Post.objects.filter(coverage_key=page.translation_key)
        .select_related("edition")
        .prefetch_related("sources")
        .order_by("-number")
    )
    texts = [shown(row.text, language).words for row in rows if row.deleted_at is None]
    notes = markdown.prepared([page.summary, page.digest, *texts], language)
    summary = markdown.render(page.summary, language, notes)
    is_open = page.state == CoveragePage.State.OPEN
    digest = SafeString("") if is_open else markdown.render(page.digest, language, notes)
    posts = tuple(_post(row, language, notes) for row in rows)
    changes = [row.edited_at or row.published_at for row in rows]
    return CoverageView(
        is_open=is_open,
        is_briefing=page.form == CoveragePage.Form.BRIEFING,
        state_words=state_words(page, language),
        span_words=_span(page, language),
        compiled_words=PartialDate.of(page.compiled).in_words(language) if page.compiled else "",
        summary=summary,
        digest=digest,
        posts=posts,
        loose=_loose(page, rows, posts),
        editions=_editions(page, rows, posts, language),
        key_events=_key_events(posts),
        notes=tuple(notes),
        topics=tuple(
            Crumb(shown(topic.name, language).words, reverse("topic", args=[topic.pk])) for topic in page.topics.all()
        ),
        articles=_articles(page, language),
        practice=practice(page, language, now=now),
        last_change_words=moment_words(max(changes), language) if changes else "",
    )


def _articles(page: Any, language: str) -> tuple[Card, ...]:
    """The coverage's articles in this language, whichever language they were chosen in."""
    keys = [article.translation_key for article in page.articles.all()]
    return article_cards(public_articles(language).filter(translation_key__in=keys), language) if keys else ()


def _span(page: Any, language: str) -> str:
    opened, closed = day_words(page.opened, language), day_words(page.closed, language)
    return opened if not closed or closed == opened else f"{opened} – {closed}"


def moment_words(moment: datetime, language: str) -> str:
    """`10 November 2023, 10:30 IST` in the site's time zone. Midnight sharp stands for a day without a time."""
    local = timezone.localtime(moment)
    day = PartialDate.of(local.date()).in_words(language)
    return day if local.time() == time.min else f"{day}, {local:%H:%M} {local:%Z}"


def happened_words(text: str, language: str) -> str:
    """The moment a post is about: with a time only when its source gives one."""
    if "T" in text:
        return moment_words(datetime.fromisoformat(text), language)
    return day_words(text, language)


_KINDS = {
    Post.Kind.KEY_EVENT: lambda: gettext("Key event"),
    Post.Kind.BREAKING: lambda: gettext("Breaking"),
    Post.Kind.CORRECTION: lambda: gettext("Correction"),
    Post.Kind.SUMMARY: lambda: gettext("Summary"),
}


def _post(row: Post, language: str, notes: markdown.Notes) -> PostView:
    said = shown(row.text, language)
    taken_down = row.deleted_at is not None
    with override(language):
        kind_words = _KINDS[Post.Kind(row.kind)]() if row.kind in _KINDS else ""
    return PostView(
        number=row.number,
        kind=row.kind,
        kind_words=kind_words,
        title="" if taken_down else shown(row.title, language).words,
        html=SafeString("") if taken_down else markdown.render(said.words, language, notes),
        language=said.language,
        happened=row.happened,
        happened_words=happened_words(row.happened, language),
        published_at=row.published_at,
        published_words=moment_words(row.published_at, language),
        edited_words=moment_words(row.edited_at, language) if row.edited_at else "",
        taken_down=taken_down,
        pinned=row.pinned and not taken_down,
        sources=() if taken_down else _publications(row, language),
    )


def _publications(row: Post, language: str) -> tuple[SpokenSource, ...]:
    """The post's sources, each page once however many extracts of it were recorded."""
    pages = {source.url or source.ref: source for source in row.sources.all()}
    return tuple(speak_source(source, language) for source in pages.values())


def _key_events(posts: Iterable[PostView]) -> tuple[Moment, ...]:
    """Oldest first, as a timeline reads."""
    key = [post for post in posts if post.is_key and not post.taken_down]
    key.sort(key=lambda post: (post.happened or post.published_at.isoformat(), post.number))
    return tuple(
        Moment(
            post.happened, post.happened_words or post.published_words, post.title or post.kind_words, url=f"#{post.id}"
        )
        for post in key
    )


def _loose(page: Any, rows: list[Post], posts: tuple[PostView, ...]) -> tuple[PostView, ...]:
    """Posts that stand in no edition: all those of an event. What is pinned comes first."""
    briefing = page.form == CoveragePage.Form.BRIEFING
    found = [post for row, post in zip(rows, posts, strict=True) if not (briefing and row.edition_id)]
    return tuple(sorted(found, key=lambda post: not post.pinned))


def _editions(page: Any, rows: list[Post], posts: tuple[PostView, ...], language: str) -> tuple[EditionView, ...]:
    """Newest first. An edition closes when its next opens, so only the first can be open."""
    if page.form != CoveragePage.Form.BRIEFING:
        return ()
    editions = list(Edition.objects.filter(coverage_key=page.translation_key))
    by_edition: dict[int | None, list[PostView]] = {}
    for row, post in zip(rows, posts, strict=True):
        by_edition.setdefault(row.edition_id, []).append(post)
    return tuple(
        EditionView(
            id=f"edition-{edition.date.isoformat()}",
            title=shown(edition.title, language).words,
            day_words=PartialDate.of(edition.date).in_words(language),
            is_open=place == 0 and page.state == CoveragePage.State.OPEN,
            posts=tuple(by_edition.get(edition.pk, [])),
        )
        for place, edition in enumerate(editions)
    )
