"""A coverage as its page shows it: posts newest first, key events, editions, and its state in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from tayari.articles import markdown
from tayari.articles.queries import article_cards, public_articles
from tayari.articles.queries.pictures import shown as shown_pictures
from tayari.articles.queries.practice import practice
from tayari.live.models import CoveragePage, Edition, Post
from tayari.live.queries.cards import day_words, state_words
from tayari.live.queries.events import newest
from tayari.live.queries.posts import PostView, is_key_event, key_event, key_order, moment_words, post_view
from tayari.plain.dates import PartialDate
from tayari.plain.texts import shown
from tayari.ui.shown import Card, Crumb, Moment


@dataclass(frozen=True, slots=True)
class EditionView:
    """A dated edition of a briefing with its posts; the newest is open while the briefing goes on."""

    id: str
    day: str
    title: str
    day_words: str
    is_open: bool
    posts: tuple[PostView, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Everything the page of a coverage shows."""

    cursor: str
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
    # Before the posts: then these may be newer than it says, and what is told again changes nothing.
    cursor = newest(page.translation_key)
    rows = list(
        Post.objects.filter(coverage_key=page.translation_key, out=True)
        .select_related("edition", "picture")
        .prefetch_related("sources")
        .order_by("-place", "-number")
    )
    texts = [shown(row.text, language).words for row in rows if row.deleted_at is None]
    notes = markdown.prepared([page.summary, page.digest, *texts], language)
    summary = markdown.render(page.summary, language, notes)
    is_open = page.state == CoveragePage.State.OPEN
    digest = SafeString("") if is_open else markdown.render(page.digest, language, notes)
    pictures = shown_pictures({row.picture for row in rows if row.picture}, language)
    posts = tuple(post_view(row, language, notes, row.sources.all(), pictures.get(row.picture_id or 0)) for row in rows)
    changes = [row.edited_at or row.published_at for row in rows]
    return CoverageView(
        cursor=str(cursor),
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


def _key_events(posts: Iterable[PostView]) -> tuple[Moment, ...]:
    """Oldest first, as a timeline reads."""
    return tuple(key_event(post) for post in sorted(filter(is_key_event, posts), key=key_order))


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
            day=edition.date.isoformat(),
            title=shown(edition.title, language).words,
            day_words=PartialDate.of(edition.date).in_words(language),
            is_open=place == 0 and page.state == CoveragePage.State.OPEN,
            posts=tuple(by_edition.get(edition.pk, [])),
        )
        for place, edition in enumerate(editions)
    )
