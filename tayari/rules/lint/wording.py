"""Puts findings in words: names in the form of those they replace, claims as the predicates phrase them."""

from tayari.plain.dates import NotADate, PartialDate
from tayari.rules import phrases
from tayari.rules.lint.base import Entity, Fact, FactBase
from tayari.rules.lint.reading.tokens import is_hindi, tokens


def named_like(entity: Entity, words: str, language: str) -> str:
    """A name for a name, an acronym for an acronym, a surname for a surname."""
    acronyms = [name.text for name in entity.names if name.kind == "acronym"]
    if acronyms and words.isascii() and len(words.split()) == 1 and sum(map(str.isupper, words)) > 1:
        return acronyms[0]
    name = entity.name("hi" if is_hindi(words) else "en" if words.isascii() else language)
    if entity.type == "person" and len(tokens(words)) == 1 and (held := tokens(name)):
        return held[-1].text
    shorter = [
        one.text for one in entity.names
        if one.kind == "alias" and name.startswith(one.text) and is_hindi(one.text) == is_hindi(name)
    ]  # fmt: skip
    return shorter[0] if shorter and "," in name and "," not in words else name


def value(base: FactBase, fact: Fact, language: str) -> str:
    """A fact's object as a reader sees it."""
    predicate = base.predicates[fact.predicate]
    if predicate.object_kind == "entity" and fact.value in base.entities:
        return base.entities[fact.value].name(language)
    if predicate.object_kind == "date":
        try:
            return PartialDate.parse(fact.value).in_words(language)
        except NotADate:
            return fact.value
    return fact.texts.get(language) or fact.value


def sentence(base: FactBase, subject: str, predicate: str, said: str, language: str) -> str:
    """A claim in words: the predicate's phrase with its subject's name and what the text says of it."""
    held = base.predicates[predicate]
    phrase = held.phrase.get(language) or held.phrase.get("en") or "{subject}: {object}."
    name = base.entities[subject].name(language) if subject in base.entities else subject
    dated = ""
    if held.object_kind == "date":
        dated = "day" if len(tokens(said)) > 2 else "month"
    return phrases.sentence(phrase, name, said, language, dated=dated)  # type: ignore[arg-type]
