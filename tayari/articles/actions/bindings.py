"""Keeps the fact base told of what an article rests on."""

from typing import Any

from tayari.articles import body
from tayari.facts.actions import bindings
from tayari.facts.queries.dated import dated_about

HOLDER = "articles.articlepage"


def holder_ref(page: Any) -> str:
    return page.ref or str(page.translation_key)


def rewrite(page: Any) -> list[str]:
    """Bind the article, in its language, to every fact it cites or draws, and to what its blocks ask of the facts.

    Returns the refs that name no fact.
    """
    language, asked = page.locale.language_code, body.questions(page)
    dated = dated_about([about for about, _place, _title in asked])
    uses = [bindings.Use(ref, place, words) for ref, place, words in body.uses(page)]
    uses += [bindings.Use(ref, place, title) for about, place, title in asked for ref in dated.get(about, ())]
    questions = [bindings.Question(about, "", place, title) for about, place, title in asked]
    bindings.ask(HOLDER, holder_ref(page), language, questions)
    return bindings.rewrite(HOLDER, holder_ref(page), language, uses)


def forget(page: Any) -> None:
    """The article is gone: nothing of it rests on a fact."""
    bindings.ask(HOLDER, holder_ref(page), page.locale.language_code, ())
    bindings.rewrite(HOLDER, holder_ref(page), page.locale.language_code, ())
