"""What a topic is about, learnt from the questions that have it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tayari.rules.lint.base import FactBase


def subjects_on(topic: str, contents: Iterable[Mapping[str, Any]], base: FactBase) -> frozenset[str]:
    """The subjects of the claims and facts of all questions on a topic or below it."""
    facts = {fact.ref: fact.subject for fact in base.facts}
    on_it = [content for content in contents if any(_is_below(one, topic) for one in content.get("topics") or ())]
    named = {ref for content in on_it for ref in _named(content)}
    return frozenset({facts.get(ref, ref) for ref in named} & base.entities.keys())


def _is_below(one: str, topic: str) -> bool:
    return one == topic or one.startswith(f"{topic}.")


def _named(value: Any) -> Iterator[str]:
    """The subjects of claims, and the refs of facts, anywhere in a question's content."""
    if isinstance(value, Mapping):
        if value.get("claim"):
            yield str(value["claim"][0])
        yield from map(str, value.get("facts") or ())
        for inner in value.values():
            yield from _named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner)
