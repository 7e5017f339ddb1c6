"""The articles in which a reader finds the facts behind a question, for its result."""

from collections.abc import Collection

from tayari.articles.actions.bindings import HOLDER
from tayari.articles.queries.cards import public_articles
from tayari.facts.models import Binding
from tayari.mocks.reading import Reading


def articles(facts: Collection[str], language: str) -> dict[str, list[Reading]]:
    """Published articles of the language that cite or draw each fact, the newest first. Two queries."""
    bound = Binding.objects.filter(holder_type=HOLDER, fact__ref__in=list(facts), language=language)
    by_article: dict[str, set[str]] = {}
    for fact, ref in bound.values_list("fact__ref", "holder_ref").distinct():
        by_article.setdefault(ref, set()).add(fact)
    found: dict[str, list[Reading]] = {}
    for page in public_articles(language).filter(ref__in=list(by_article)) if by_article else ():
        for fact in by_article[page.ref]:
            found.setdefault(fact, []).append(Reading(page.title, page.url))
    return found
