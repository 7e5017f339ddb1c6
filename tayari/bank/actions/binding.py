"""Binds each statement, option or pair of a question to the facts that judge it."""

from tayari.bank.judging import Judged
from tayari.facts.actions import bindings
from tayari.plain.texts import in_language
from tayari.rules import kinds

HOLDER = "bank.question"
_PLACES = {
    "single": "option",
    "multi-select": "option",
    "pairs-how-many": "pair",
    "pairs-combinations": "pair",
    "chronology": "item",
    "location": "item",
    "list-how-many": "item",
    "match": "list",
    "numeric": "answer",
    "true-false": "answer",
    "short-answer": "answer",
    "descriptive": "point",
}


def bind(asked: kinds.Question, judged: Judged) -> None:
    """Rewrite the question's bindings with the revisions of the facts as they are now."""
    place = _PLACES.get(asked.head.kind, "statement")
    uses = [
        bindings.Use(ref, f"{place}:{item.id}", in_language(item.text, "en"))
        for item in asked.items()
        for ref in judged.shown_by[item.id]
    ]
    bindings.rewrite(HOLDER, asked.head.ref, "", uses)
    claims = [
        bindings.Question(item.claim[0], item.claim[1], f"{place}:{item.id}", in_language(item.text, "en"))
        for item in asked.items()
        if item.claim
    ]
    bindings.ask(HOLDER, asked.head.ref, "", claims)
