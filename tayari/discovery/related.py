"""Which things belong beside an article, and why: shared facts, entities and topics, weighted by how rare they are."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from math import log
from typing import Any

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from tayari.articles.actions.bindings import HOLDER, holder_ref
from tayari.articles.models import ArticlePage, SeriesMember
from tayari.articles.pages import public
from tayari.delivery import press
from tayari.facts.models import Binding
from tayari.live.models import CoveragePage
from tayari.live.queries.cards import open_first
from tayari.mocks.models import Paper

_WEIGHTS = {"fact": 3.0, "entity": 2.0, "topic": 1.0}
Feature = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """A page and how closely it belongs to another; `shared` counts the facts that both rest on."""

    page: ArticlePage
    score: float
    shared: int


def _rarity(holders: int, total: int) -> float:
    """What sharing something is worth: the fewer pages have it the more; nothing when all have it."""
    return log((total + 1) / (holders + 1)) + 0.1


def _public(language: str) -> QuerySet[ArticlePage]:
    return public(ArticlePage.objects.all()).filter(locale__language_code=language)


def _mine(page: ArticlePage, language: str) -> dict[str, Any]:
    """What the page is about, by kind; its facts as a query."""
    bound = Binding.objects.filter(holder_type=HOLDER, holder_ref=holder_ref(page), language=language)
    return {
        "topic": [topic.pk for topic in page.topics.all()],
        "entity": [entity.pk for entity in page.entities.all()],
        "fact": bound.order_by().values("fact_id"),
    }


def _sharing(mine: dict[str, Any], public: QuerySet[ArticlePage], language: str) -> dict[int, set[Feature]]:
    """Public articles by id with those of `mine` that they have too. Three queries, however many articles there are."""
    found: dict[int, set[Feature]] = defaultdict(set)
    topics, entities = (
        through.objects.filter(articlepage__in=public, **{f"{kind}__in": mine[kind]})
        .annotate(kind=Value(kind), feature=Cast(f"{kind}_id", CharField()))
        .values_list("articlepage_id", "kind", "feature")
        for kind, through in (("topic", ArticlePage.topics.through), ("entity", ArticlePage.entities.through))
    )
    for pk, kind, feature in topics.union(entities):
        found[pk].add((kind, feature))
    held = Binding.objects.filter(holder_type=HOLDER, language=language, fact_id__in=mine["fact"])
    pairs = list(held.order_by().values_list("holder_ref", "fact_id").distinct())
    wanted = Q(ref__in={ref for ref, _ in pairs}) | Q(ref="")
    by_ref = {ref or str(key): pk for pk, ref, key in public.filter(wanted).values_list("pk", "ref", "translation_key")}
    for ref, fact in pairs:
        if ref in by_ref:
            found[by_ref[ref]].add(("fact", str(fact)))
    return found


def articles(page: ArticlePage, language: str, *, most: int = 3) -> list[Scored]:
    """The articles in `language` that share most with `page`, best first; its series neighbours are left out."""
    mine = _mine(page, language)
    decided_by = (page.pk, holder_ref(page), language, tuple(mine["topic"]), tuple(mine["entity"]), most)
    best = press.part(("closest", *decided_by), lambda: _closest(page, mine, language, most))
    pages = _public(language).select_related("locale").defer("body").in_bulk([pk for pk, _, _ in best])
    # One that another process took down just now may be missing.
    return [Scored(pages[pk], score, shared) for pk, score, shared in best if pk in pages]


def _closest(page: ArticlePage, mine: dict[str, Any], language: str, most: int) -> list[tuple[int, float, int]]:
    """Ids with the score and the number of shared facts."""
    public = _public(language)
    sharing = _sharing(mine, public, language)
    total = public.count()
    holders = Counter(feature for features in sharing.values() for feature in features)
    scores = {
        pk: sum(_WEIGHTS[kind] * _rarity(holders[kind, name], total) for kind, name in features)
        for pk, features in sharing.items()
    }
    for left_out in (page.pk, *_series_neighbours(page)):
        scores.pop(left_out, None)
    best = sorted(scores, key=lambda pk: (-scores[pk], pk))[:most]
    return [(pk, scores[pk], sum(kind == "fact" for kind, _ in sharing[pk])) for pk in best]


def _series_neighbours(page: ArticlePage) -> set[int]:
    """The articles just before and after this one in each of its series: the page leads there already."""
    mine = SeriesMember.objects.filter(article=page).values("series_id")
    orders: dict[int, list[int]] = defaultdict(list)
    for series, article in SeriesMember.objects.filter(series__in=mine).values_list("series_id", "article_id"):
        orders[series].append(article)
    near: set[int] = set()
    for order in orders.values():
        place = order.index(page.pk)
        near |= {order[beside] for beside in (place - 1, place + 1) if 0 <= beside < len(order)}
    return near


def papers(page: ArticlePage, *, now: datetime, most: int = 3) -> list[Paper]:
    """Papers out at `now` on this article: those it names first, then those whose questions rest on its facts."""
    named = [paper for paper in page.papers.all() if paper.is_out(now)]
    facts = Binding.objects.filter(holder_type=HOLDER, holder_ref=holder_ref(page)).values("fact_id")
    questions = Binding.objects.filter(holder_type="bank.question", fact_id__in=facts).values("holder_ref")
    others = Paper.objects.out(now).filter(questions__ref__in=questions)
    others = others.exclude(pk__in=[paper.pk for paper in named]).annotate(shared=Count("questions", distinct=True))
    others = others.select_related("blueprint")
    return [*named, *others.order_by("-shared", "-published_at", "ref")[:most]][:most]


def coverages(page: ArticlePage, language: str, *, most: int = 2) -> list[CoveragePage]:
    """Coverage that names this article (in any language) or shares a topic with it."""
    twins = ArticlePage.objects.filter(translation_key=page.translation_key).values("pk")
    topics = [topic.pk for topic in page.topics.all()]
    naming = CoveragePage.articles.through.objects.filter(articlepage__in=twins).values("coveragepage")
    sharing = CoveragePage.topics.through.objects.filter(topic__in=topics).values("coveragepage")
    found = open_first(language).filter(Q(pk__in=naming) | Q(pk__in=sharing))
    named_first = Case(When(pk__in=naming, then=Value(0)), default=Value(1))
    return list(found.order_by(named_first, *found.query.order_by)[:most])
