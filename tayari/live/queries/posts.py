"""One post as a page or an event shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override

from tayari.articles import markdown
from tayari.facts.models import Source
from tayari.facts.queries import SpokenSource, speak_source
from tayari.live.models import Post
from tayari.live.queries.cards import day_words
from tayari.plain.dates import PartialDate
from tayari.plain.texts import shown
from tayari.ui.shown import Moment, ShownPicture

KEY_KINDS = (Post.Kind.KEY_EVENT, Post.Kind.BREAKING)


@dataclass(frozen=True, slots=True)
class PostView:
    """One post; `html` is empty when it was taken down. `language` is that of its words.

    `place` is "" where its number says where it stands.
    """

    number: int
    place: str
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
    picture: ShownPicture | None
    sources: tuple[SpokenSource, ...]

    @property
    def id(self) -> str:
        return f"post-{self.number}"


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


def post_view(
    row: Post, language: str, notes: markdown.Notes, sources: Iterable[Source], picture: ShownPicture | None = None
) -> PostView:
    """`sources` and `picture` are the row's own; a post that was taken down shows neither words nor these."""
    said = shown(row.text, language)
    taken_down = row.deleted_at is not None
    with override(language):
        kind_words = _KINDS[Post.Kind(row.kind)]() if row.kind in _KINDS else ""
    return PostView(
        number=row.number,
        place=row.moved_to,
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
        picture=None if taken_down else picture,
        sources=() if taken_down else _publications(sources, language),
    )


def _publications(sources: Iterable[Source], language: str) -> tuple[SpokenSource, ...]:
    """The post's sources, each page once however many extracts of it were recorded."""
    pages = {source.url or source.ref: source for source in sources}
    return tuple(speak_source(source, language) for source in pages.values())


def is_key_event(post: PostView) -> bool:
    return post.kind in KEY_KINDS and not post.taken_down


def key_order(post: Post | PostView) -> tuple[str, int]:
    """Oldest first, by when they happened."""
    return post.happened or post.published_at.isoformat(), post.number


def key_event(post: PostView) -> Moment:
    return Moment(
        post.happened, post.happened_words or post.published_words, post.title or post.kind_words, url=f"#{post.id}"
    )
