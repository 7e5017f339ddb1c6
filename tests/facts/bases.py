"""A small registry: an organisation, a dialogue with editions, a person, an office, and predicates with roles."""

from datetime import UTC, date, datetime
from typing import Any

from tayari.facts.actions import facts
from tayari.facts.models import Entity, Fact, Predicate, Source

NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)

_ENTITIES = (
    ("un", "organisation", "United Nations", "संयुक्त राष्ट्र"),
    ("dialogue", "mechanism", "2+2 Dialogue", "2+2 संवाद"),
    ("e1", "event", "First edition", "पहला संस्करण"),
    ("e2", "event", "Second edition", "दूसरा संस्करण"),
    ("mattis", "person", "James Mattis", "जेम्स मैटिस"),
    ("office", "office", "Secretary of Defense", "रक्षा मंत्री"),
    ("delhi", "place", "New Delhi", "नई दिल्ली"),
    ("paris", "place", "Paris", "पेरिस"),
)
_PREDICATES: tuple[tuple[str, str, bool, str, str], ...] = (
    ("edition_of", "entity", True, "interval", "edition-of"),
    ("edition_number", "quantity", True, "interval", "ordinal"),
    ("held_on", "date", True, "event", "happened"),
    ("held_in", "entity", True, "event", "place"),
    ("minister", "entity", True, "event", "participant"),
    ("holds_office", "entity", False, "interval", "term"),
    ("seat", "entity", True, "interval", "seat"),
    ("member_of", "entity", False, "interval", "part-of"),
    ("aim", "text", False, "interval", ""),
)


def make() -> None:
    """The entities, predicates and sources."""
    for ref, kind, english, hindi in _ENTITIES:
        Entity.objects.create(ref=ref, slug=ref, type=kind, name={"en": english, "hi": hindi})
    for ref, kind, functional, temporal, role in _PREDICATES:
        said = ref.replace("_", " ")
        Predicate.objects.create(
            ref=ref,
            label={"en": said, "hi": said},
            subject_types=["any"],
            object_kind=kind,
            functional=functional,
            temporal=temporal,
            role=role,
            office="office" if role == "participant" else "",
            phrase={"en": f"{{subject}}: {said} {{object}}.", "hi": f"{{subject}}: {said} {{object}}।"},
        )
    for ref, publisher, official in (("s.mea", "MEA", True), ("s.one", "One", False), ("s.two", "Two", False)):
        Source.objects.create(
            ref=ref,
            publisher=publisher,
            title=f"Text of {publisher}",
            official=official,
            url=f"https://example.org/{ref}",
            looked_up=date(2026, 11, 20),
            excerpt="It was held.",
        )
    Source.objects.create(ref="s.bare", publisher="Bare", title="Never opened", official=True)


def content(ref: str, subject: str, predicate: str, value: str, **more: Any) -> dict[str, Any]:
    return {
        "ref": ref, "subject": subject, "predicate": predicate, "object": value, "texts": {}, "valid_from": "",
        "valid_to": "", "precision": "", "status": "verified", "sources": ["s.mea"], "note": "", **more,
    }  # fmt: skip


def put(ref: str, subject: str, predicate: str, value: str, **more: Any) -> Fact:
    return facts.put(content(ref, subject, predicate, value, **more), by=None, now=NOW)
