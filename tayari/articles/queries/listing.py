"""The list of a language's articles, by topic and by page."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator

from tayari.articles.queries.cards import article_cards, public_articles
from tayari.plain.texts import in_language
from tayari.syllabus.models import Topic
from tayari.ui.shown import Card

PER_PAGE = 12


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """A topic that has articles; `chosen` when the list shows it."""

    id: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One leaf of the list. `base` is what stands before `page=` in addresses of other leaves."""

    cards: tuple[Card, ...]
    leaf: Leaf[Any]
    topics: tuple[TopicChoice, ...]
    topic: TopicChoice | None
    base: str


def listing(index: Any, topic: str = "", number: str = "") -> Listing:
    """Five queries at most, whatever the length of the list. Raises InvalidPage for a leaf that is not there."""
    language = index.locale.language_code
    articles = public_articles(language)
    counted: dict[str, int] = {}
    for primary in articles.exclude(primary_topic=None).values_list("primary_topic_id", flat=True):
        counted[primary] = counted.get(primary, 0) + 1
    topics = tuple(
        TopicChoice(found.pk, in_language(found.name, language), counted[found.pk], found.pk == topic)
        for found in Topic.objects.filter(pk__in=counted)
    )
    chosen = next((choice for choice in topics if choice.chosen), None)
    if chosen:
        articles = articles.filter(primary_topic_id=chosen.id)
    leaf = Paginator(articles, PER_PAGE).page(number or 1)
    return Listing(
        cards=article_cards(leaf.object_list, language),
        leaf=leaf,
        topics=topics,
        topic=chosen,
        base=f"topic={chosen.id}&" if chosen else "",
    )
