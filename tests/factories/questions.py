"""Questions and the facts they rest on: five events, each held on a day in a place."""

from datetime import UTC, date, datetime
from typing import Any

from tayari.bank.actions import questions
from tayari.bank.models import QuestionVersion
from tayari.facts.models import Entity, Fact, Predicate, Source
from tayari.syllabus.models import Topic

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
TOPIC = "gs2.ir.bilateral.us"
EDITIONS = {1: ("2018-09-06", "new-delhi"), 2: ("2019-12-18", "washington-dc"), 3: ("2020-10-27", "new-delhi")}


def both(text: str) -> dict[str, str]:
    """English words with a Hindi stand-in that tests can tell apart."""
    return {"en": text, "hi": f"हिन्दी: {text}"}


def facts() -> dict[str, Fact]:
    """Entities, predicates, an official source with its look-up, and verified facts. Idempotent.

    Nearly every test asks for them, and most for every question of a paper: once they are there one query finds them.
    """
    refs = [f"2plus2-{number}.{predicate}" for number in EDITIONS for predicate in ("held-on", "held-in")]
    there = {fact.ref: fact for fact in Fact.objects.filter(ref__in=refs).select_related("subject", "predicate")}
    return there if len(there) == len(refs) else _make_facts()


def _make_facts() -> dict[str, Fact]:
    Topic.objects.get_or_create(pk=TOPIC, defaults={"name": both("India–US relations"), "position": 1})
    source, _ = Source.objects.get_or_create(
        ref="s.mea",
        defaults={
            "publisher": "Ministry of External Affairs",
            "title": "Joint statement",
            "official": True,
            "url": "https://www.mea.gov.in/example",
            "looked_up": date(2026, 11, 23),
            "excerpt": "The first meeting was held in New Delhi on 6 September 2018.",
        },
    )
    held_on, _ = Predicate.objects.get_or_create(
        ref="held_on",
        defaults={
            "label": both("held on"),
            "object_kind": "date",
            "functional": True,
            "temporal": "event",
            "phrase": {"en": "{subject} was held on {object}.", "hi": "{subject} {object} को हुई।"},
        },
    )
    held_in, _ = Predicate.objects.get_or_create(
        ref="held_in",
        defaults={
            "label": both("held in"),
            "object_kind": "entity",
            "functional": True,
            "temporal": "event",
            "phrase": {"en": "{subject} was held in {object}.", "hi": "{subject} {object} में हुई।"},
        },
    )
    cities = {
        ref: Entity.objects.get_or_create(ref=ref, defaults={"slug": ref, "type": "place", "name": both(name)})[0]
        for ref, name in (("new-delhi", "New Delhi"), ("washington-dc", "Washington, D.C."))
    }
    found = {}
    for number, (day, place) in EDITIONS.items():
        event, _ = Entity.objects.get_or_create(
            ref=f"2plus2-{number}",
            defaults={"slug": f"2plus2-{number}", "type": "event", "name": both(f"Edition {number}")},
        )
        for ref, values in (
            (f"2plus2-{number}.held-on", {"predicate": held_on, "object_date": day}),
            (f"2plus2-{number}.held-in", {"predicate": held_in, "object_entity": cities[place]}),
        ):
            fact, _ = Fact.objects.get_or_create(ref=ref, defaults={"subject": event, "status": "verified", **values})
            fact.sources.set([source])
            found[ref] = fact
    return found


def place_claim(ident: str, number: int, place: str) -> dict[str, Any]:
    """A statement that an edition met at a place, true or false as the facts say."""
    day, where = EDITIONS[number]
    return {
        "id": ident,
        "text": both(f"Edition {number} was held in {place}."),
        "claim": [f"2plus2-{number}", "held_in", place],
        "why": both(f"Edition {number} met in {where} on {day}."),
    }


def how_many(ref: str = "q.places") -> dict[str, Any]:
    """Two of three are true, so the key is b."""
    return {
        "schema": "tayari-question/1",
        "ref": ref,
        "kind": "how-many",
        "topics": [TOPIC],
        "as_of": "2026-11-22",
        "difficulty": "medium",
        "stem": both(f"Consider the following statements ({ref}):"),
        "statements": [
            place_claim("s1", 1, "new-delhi"),
            place_claim("s2", 2, "new-delhi"),
            place_claim("s3", 3, "new-delhi"),
        ],
    }


def single(ref: str = "q.single", right: str = "a") -> dict[str, Any]:
    """One of four is true: the one named."""
    options = []
    for letter in "abcd":
        option: dict[str, Any] = {
            "id": letter,
            "text": both(f"The answer {letter} of {ref}"),
            "true": letter == right,
            "facts": ["2plus2-1.held-on"],
            "why": both(f"SECRET-WHY {letter} of {ref}."),
        }
        options.append(option)
    return {
        "schema": "tayari-question/1",
        "ref": ref,
        "kind": "single",
        "topics": [TOPIC],
        "stem": both(f"Which one is right in {ref}?"),
        "options": options,
    }


def of_kind(kind: str, ref: str) -> dict[str, Any]:
    """One that is answered otherwise than by one option: a number (12.5), words (BECA), several options (a and b)."""
    fact = {"facts": ["2plus2-1.held-on"], "why": both(f"SECRET-WHY of {ref}.")}
    own = {
        "numeric": {"answer": {"value": "12.5", "unit": "km", **fact}},
        "short-answer": {"answer": {"accepted": ["BECA"], **fact}},
        "multi-select": {
            "options": [{"id": one, "text": both(f"{one} of {ref}"), "true": one in "ab", **fact} for one in "abcd"]
        },
        "descriptive": {
            "directive": "examine",
            "marks": 10,
            "word_limit": 150,
            "points": [{"id": "m1", "text": both("A point."), **fact}],
        },
    }[kind]
    head = {"schema": "tayari-question/1", "ref": ref, "kind": kind, "topics": [TOPIC], "stem": both(f"What of {ref}?")}
    return {**head, **own}


def published(content: dict[str, Any] | None = None) -> QuestionVersion:
    """A published version; its facts are made when they are missing."""
    facts()
    return questions.cut_version(content=content or how_many(), by=None, now=NOW)
