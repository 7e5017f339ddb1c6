"""Keeps the fact base told of what an article rests on."""

from typing import Any

from tayari.articles import body
from tayari.facts.actions import bindings

HOLDER = "articles.articlepage"


def holder_ref(page: Any) -> str:
    return page.ref or str(page.translation_key)


def rewrite(page: Any) -> list[str]:
    """Bind the article, in its language, to every fact it cites or draws. Returns the refs that name no fact."""
    uses = (bindings.Use(ref, place, words) for ref, place, words in body.uses(page))
    return bindings.rewrite(HOLDER, holder_ref(page), page.locale.language_code, uses)


def forget(page: Any) -> None:
    """The article is gone: nothing of it rests on a fact."""
    bindings.rewrite(HOLDER, holder_ref(page), page.locale.language_code, ())
