"""Everything an article's page shows, gathered with a bounded number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from tayari.articles import body, markdown
from tayari.articles.models import Correction, ReadCount
from tayari.articles.part_names import part_words
from tayari.articles.queries.blocks import Block, Gathered, draw, gather
from tayari.articles.queries.neighbours import SeriesPlace, places
from tayari.articles.queries.pictures import shown as shown_pictures
from tayari.articles.queries.practice import practice
from tayari.delivery import press
from tayari.plain.texts import in_language
from tayari.ui.shown import Card, Crumb, ShownPicture

_RECENT = timedelta(days=30)
_COUNTED = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Part:
    """A typed part with its own heading; `id` is its place in the page's address."""

    id: str
    kind_words: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the article template draws."""

    summary: SafeString
    description: str
    picture: ShownPicture | None
    parts: tuple[Part, ...]
    notes: tuple[markdown.Note, ...]
    publications: tuple[markdown.Publication, ...]
    source_count: int
    reads: int
    corrections: tuple[Correction, ...]
    recent_corrections: tuple[Correction, ...]
    topics: tuple[Crumb, ...]
    series: tuple[SeriesPlace, ...]
    practice: tuple[Card, ...]
    translated: tuple[str, ...]
    untranslated: tuple[str, ...]
    key: str


def article(page: Any, *, now: datetime) -> ArticleView:
    """The page as it stands, drafts in preview included."""
    language = page.locale.language_code
    _hold(page)
    gathered = gather(page, language)
    notes = gathered.notes
    summary = markdown.render(page.summary, language, notes)
    parts = tuple(
        Part(
            part, _kind_words(part, str(value["title"])), str(value["title"]), tuple(_blocks(value, gathered, language))
        )
        for part, value in body.parts(page)
    )
    corrections = tuple(page.corrections.all())
    known = _languages(page)
    return ArticleView(
        summary=summary,
        description=markdown.plain(page.summary),
        picture=_lead(page, gathered, language),
        parts=parts,
        notes=tuple(notes),
        publications=(publications := notes.bibliography),
        source_count=len(publications),
        reads=read_count(page, language, now=now),
        corrections=corrections,
        recent_corrections=_recent(corrections, now),
        topics=_topics(page, language),
        series=places(page),
        practice=practice(page, language, now=now),
        translated=tuple(name for code, name in settings.LANGUAGES if code in known),
        untranslated=tuple(name for code, name in settings.LANGUAGES if code not in known),
        key=str(page.translation_key),
    )


def _hold(page: Any) -> None:
    """Ask once for what the page belongs to: the view, the page's head and what stands beside it all need it."""
    for name in ("topics", "entities", "papers", "corrections"):
        getattr(page, name).get_object_list()


def _blocks(value: Any, gathered: Gathered, language: str) -> list[Block]:
    drawn = (draw(block.block_type, block.value, gathered, language) for block in value["content"])
    return [block for block in drawn if block is not None]


def _kind_words(part: str, title: str) -> str:
    """The type of the part, unless its title says just that."""
    words = part_words(part)
    return "" if words.casefold() == title.strip().casefold() else words


def _lead(page: Any, gathered: Gathered, language: str) -> ShownPicture | None:
    """The picture above the text, unless a block shows it further down."""
    if page.picture is None or page.picture.ref in gathered.pictures:
        return None
    return shown_pictures([page.picture], language)[page.picture.pk]


def _languages(page: Any) -> set[str]:
    live = page.get_translations(inclusive=True).live().values_list("locale__language_code", flat=True)
    return {*live, page.locale.language_code}


def _topics(page: Any, language: str) -> tuple[Crumb, ...]:
    topics = sorted(page.topics.all(), key=lambda topic: topic.pk != page.primary_topic_id)
    return tuple(Crumb(in_language(topic.name, language), reverse("topic", args=[topic.pk])) for topic in topics)


def _recent(corrections: tuple[Correction, ...], now: datetime) -> tuple[Correction, ...]:
    found = tuple(entry for entry in corrections if now - entry.at <= _RECENT)
    # Strictly after its last moment, of which a microsecond is the least.
    press.until(min((entry.at + _RECENT + timedelta.resolution for entry in found), default=None))
    return found


def read_count(page: Any, language: str, *, now: datetime) -> int:
    """How often the page was read before today, in its language. One query.

    Days that are over change no more, so that a page shows one number all day; the last reads of a day are written
    within _COUNTED after it.
    """
    day = timezone.localdate(now - _COUNTED)
    press.until(press.tomorrow(now - _COUNTED) + _COUNTED)
    rows = ReadCount.objects.filter(translation_key=page.translation_key, language=language, day__lt=day)
    with press.settled():
        return rows.aggregate(total=Sum("reads"))["total"] or 0
