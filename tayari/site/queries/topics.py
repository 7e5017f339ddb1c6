"""Topics: the tree with what each node holds, and one topic with everything under it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from tayari.articles import markdown
from tayari.articles.pages import public
from tayari.articles.queries import article_cards, public_articles
from tayari.articles.queries.practice import paper_cards
from tayari.live.models import CoveragePage, Post
from tayari.live.queries import coverage_cards, open_first
from tayari.plain.graphemes import cut
from tayari.plain.texts import in_language, shown
from tayari.site.queries.papers import open_papers
from tayari.syllabus.models import Topic
from tayari.ui.shown import Card, Crumb

_MOST, _POSTS, _POST_LETTERS = 30, 10, 110


@dataclass(frozen=True, slots=True)
class Node:
    """A topic of the tree with how many articles and papers stand at or under it."""

    id: str
    name: str
    url: str
    articles: int
    papers: int
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post of a live page that names the topic."""

    words: str
    url: str
    coverage: str
    language: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """One topic. `related` are topics of the other examination that cover the same ground."""

    id: str
    name: str
    trail: tuple[Crumb, ...]
    children: tuple[Node, ...]
    related: tuple[Crumb, ...]
    articles: tuple[Card, ...]
    papers: tuple[Card, ...]
    coverage: tuple[Card, ...]
    posts: tuple[PostLine, ...]

    @property
    def above(self) -> str:
        """What it stands under, for its title: one name may stand in several branches of the tree."""
        return self.trail[-2].title if len(self.trail) > 1 else ""

    @property
    def is_empty(self) -> bool:
        return not (self.articles or self.papers or self.coverage or self.posts)


def address(topic_id: str) -> str:
    return reverse("topic", args=[topic_id])


def tree(language: str, *, now: datetime) -> tuple[Node, ...]:
    """The whole tree. Three queries."""
    return _nodes(list(Topic.objects.all()), None, language, *_counts(language, now))


def _counts(language: str, now: datetime) -> tuple[Counter[str], Counter[str]]:
    """Articles and papers at or under each topic, each counted once a topic."""
    articles = public_articles(language).order_by().values_list("pk", "topics")
    papers = open_papers(now).order_by()
    of_papers = {*papers.values_list("pk", "topics"), *papers.values_list("pk", "questions__topics")}
    return _rolled_up(articles), _rolled_up(of_papers)


def _rolled_up(pairs: Iterable[tuple[Any, Any]]) -> Counter[str]:
    under: set[tuple[Any, str]] = set()
    for thing, topic in pairs:
        steps = str(topic).split(".") if topic else []
        under |= {(thing, ".".join(steps[:depth])) for depth in range(1, len(steps) + 1)}
    return Counter(topic for _thing, topic in under)


def _nodes(
    topics: list[Topic], parent: str | None, language: str, articles: Counter[str], papers: Counter[str]
) -> tuple[Node, ...]:
    children: dict[str | None, list[Topic]] = {}
    for topic in topics:
        children.setdefault(topic.parent_id, []).append(topic)

    def grow(at: str | None) -> tuple[Node, ...]:
        return tuple(
            Node(
                topic.pk,
                in_language(topic.name, language),
                address(topic.pk),
                articles[topic.pk],
                papers[topic.pk],
                grow(topic.pk),
            )
            for topic in children.get(at, [])
        )

    return grow(parent)


def topic(found: Topic, language: str, *, now: datetime) -> TopicView:
    """A bounded number of queries. Things filed under a deeper topic show here as well."""
    family = Topic.objects.filter(Q(pk=found.pk) | Q(pk__startswith=f"{found.pk}."))
    ancestors = [".".join(found.pk.split(".")[:depth]) for depth in range(1, found.pk.count(".") + 1)]
    above = Topic.objects.filter(pk__in=ancestors)
    related = Topic.objects.filter(Q(maps_to=found) | Q(pk__in=found.maps_to.values("pk"))).distinct()
    articles = public_articles(language).filter(topics__in=family).distinct()[:_MOST]
    papers = open_papers(now).filter(Q(topics__in=family) | Q(questions__topics__in=family)).distinct()[:_MOST]
    coverage = open_first(language).filter(topics__in=family).distinct()[:_MOST]
    name = in_language(found.name, language)
    children = _nodes([row for row in family if row.pk != found.pk], found.pk, language, *_counts(language, now))
    return TopicView(
        id=found.pk,
        name=name,
        trail=(*(Crumb(in_language(row.name, language), address(row.pk)) for row in above), Crumb(name)),
        children=children,
        related=tuple(Crumb(in_language(row.name, language), address(row.pk)) for row in related),
        articles=article_cards(articles, language),
        papers=paper_cards(papers, language),
        coverage=coverage_cards(coverage, language),
        posts=_posts(family, language),
    )


def _posts(family: QuerySet[Topic], language: str) -> tuple[PostLine, ...]:
    rows = list(
        Post.objects.public().filter(topics__in=family).distinct().order_by("-published_at", "-number")[:_POSTS]
    )
    keys = {row.coverage_key for row in rows}
    coverage = public(CoveragePage.objects.all()).filter(locale__language_code=language, translation_key__in=keys)
    pages = {page.translation_key: page for page in coverage.select_related("locale")} if keys else {}
    lines = []
    for row in rows:
        page = pages.get(row.coverage_key)
        said = shown(row.title, language)
        if not said.words:
            said = shown(row.text, language)
        if page:
            words = cut(markdown.plain(said.words), _POST_LETTERS)
            lines.append(PostLine(words, f"{page.url}#post-{row.number}", page.title, said.language))
    return tuple(lines)
