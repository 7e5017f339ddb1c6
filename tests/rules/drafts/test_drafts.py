"""What drafts keep to: real wrong values, nothing that gives itself away, whole languages, the same for a seed."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from tayari.base.packing import Findings
from tayari.facts.readers.bases import STANDING, pack_base
from tayari.plain.dates import PartialDate
from tayari.rules.drafts import KINDS, Draft, Material, Wanted, draft, shape, subjects_on
from tayari.rules.drafts.giveaways import numbered
from tayari.rules.drafts.items import Items
from tayari.rules.drafts.values import Value, of_date
from tayari.rules.lint.base import Entity, Fact, FactBase, Name, Predicate
from tayari.rules.questions import lints, papers
from tests.rules.drafts.evaluator import Evaluator, Unreadable
from tests.rules.drafts.test_ten_thousand import AS_OF, PACKS


@cache
def material(pack: str = "demo") -> Material:
    return Material(pack_base(PACKS[pack], Findings(), STANDING), AS_OF)


@cache
def batch(seed: str = "batch") -> tuple[Draft, ...]:
    return tuple(draft(material(), Wanted(KINDS, 42, seed)))


def claims(one: Draft) -> Iterator[tuple[str, str, str]]:
    return (item.claim for item in one.question.items() if item.claim)


def test_a_seed_gives_the_same_and_another_seed_others() -> None:
    again = Material(material().base, AS_OF)

    assert [one.content for one in draft(again, Wanted(KINDS, 42, "batch"))] == [one.content for one in batch()]
    assert not {one.content["ref"] for one in batch("other")} & {one.content["ref"] for one in batch()}


def test_kinds_take_turns_and_every_key_comes_up() -> None:
    assert [one.question.head.kind for one in batch()[:7]] == list(KINDS)
    assert {one.derived.key for one in batch()} == {("a",), ("b",), ("c",), ("d",)}


def test_nothing_stands_in_two_drafts_of_a_batch() -> None:
    said = [claim for one in batch() for claim in set(claims(one))]

    assert len(said) == len(set(said))
    assert len({shape(one.content) for one in batch()}) == len(batch())


def test_the_linters_of_questions_and_papers_have_nothing_to_say() -> None:
    assert papers.lint([(one.question, one.derived) for one in batch()]) == []
    assert [remark for one in batch() for remark in lints.lint(one.question, one.derived)] == []


def test_only_facts_that_may_feed_a_key_are_drawn_on() -> None:
    facts = {fact.ref: fact for fact in material().base.facts}

    used = {ref for one in batch() for ref in one.rests_on}
    assert len(used) > 60
    assert all(facts[ref].feeds_key and facts[ref].status == "verified" for ref in used)


def grain(kind: str, value: str) -> Any:
    if kind == "date":
        return value.count("-")
    if kind == "entity":
        return material().base.entities[value].type
    return value.partition(" ")[2] if kind == "quantity" else ""


def test_wrong_values_are_real_values_of_the_same_type_and_grain() -> None:
    base = material().base
    real = {fact.value for fact in base.facts if fact.feeds_key}

    for one in batch():
        for subject, ref, value in claims(one):
            kind = base.predicates[ref].object_kind
            assert any(other.startswith(value) if kind == "date" else other == value for other in real), value
            own = [fact.value for fact in base.about[subject, ref]]
            wanted = {grain(kind, known) for known in own}
            assert kind == "date" or grain(kind, value) in wanted, (subject, ref, value)


@pytest.mark.parametrize(
    ("ref", "tells"),
    [
        ("india-japan-2plus2-1.edition-number", True),  # the first
        ("2plus2-is-2019.held-on", True),  # of August 2019
        ("india-japan-2plus2-2.held-in", True),  # India–Japan
        ("nsg-waiver.granted-by", True),  # NSG is an acronym of the group
        ("tea-board.law", True),
        ("gsomia.full-name", True),
        ("2plus2-1.held-on", False),
        ("comcasa.signed-at", False),
        ("india-malaysia-ceca.signed-on", False),
    ],
)
def test_a_fact_whose_subject_tells_it_is_not_asked(ref: str, tells: bool) -> None:
    assert (ref in material().telling) is tells


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("third WTO Ministerial Conference", "wto ministerial conference"),
        ("Forty-second Amendment", "amendment"),
        ("One Hundred and First Amendment", "amendment"),
        ("12th meeting", "meeting"),
        ("Tea Board", ""),
    ],
)
def test_names_of_one_row_are_known_by_what_is_left_of_them(name: str, rest: str) -> None:
    assert numbered(name) == rest


def test_no_order_is_asked_of_things_that_are_numbered() -> None:
    for one in draft(material(), Wanted(["chronology"], 60, "rows")):
        rows = [numbered(item.text["en"]) for item in one.question.items()]
        assert len([row for row in rows if row]) == len({row for row in rows if row}), rows


def small(*facts: Fact, functional: bool = True, kind: Any = "date") -> Material:
    """Two agreements, two places and what is given of them."""
    entities = [
        Entity(ref, kind_of, (Name(name, "en", "name"),))
        for ref, kind_of, name in (
            ("x", "agreement", "Pact of Oaks"),
            ("y", "agreement", "Treaty of Elms"),
            ("delhi", "place", "Delhi"),
            ("new-delhi", "place", "New Delhi"),
            ("paris", "place", "Paris"),
            ("france", "country", "France"),
        )
    ]
    said = Predicate(
        "p", kind, functional, interval=False, phrase={"en": "The {subject} has {object}."}, label={"en": "has"}
    )
    located = Predicate("located_in", "entity", True, interval=False, phrase={"en": "{subject} is in {object}."})
    return Material(FactBase(entities, [said, located], facts), AS_OF)


def fact(value: str, subject: str = "x", **own: Any) -> Fact:
    return Fact(
        **{"ref": f"{subject}.{value}", "subject": subject, "predicate": "p", "value": value, "feeds_key": True, **own}
    )


def day(text: str) -> Value:
    return of_date(PartialDate.parse(text))


@pytest.mark.parametrize(
    ("held", "claimed", "denied"),
    [
        ("2018-09-06", "2018-09-07", True),
        ("2018-09-06", "2018-09-06", False),
        ("2018-09", "2018-09-06", False),  # the month may hold the day
        ("2018-09-06", "2018", False),
        ("2018-09-06", "2019", True),
    ],
)
def test_dates_are_wrong_only_when_they_cannot_be_one_day(held: str, claimed: str, denied: bool) -> None:
    (known,) = small(fact(held)).known

    assert small(fact(held)).denies(known, day(claimed)) is denied


def test_a_value_that_another_fact_gives_is_not_wrong_whatever_its_standing() -> None:
    doubted = fact("2018-09-07", ref="x.doubted", status="disputed", feeds_key=False)
    held = small(fact("2018-09-06"), doubted)
    known = held.about["x", "p"][0]

    assert [one.fact.ref for one in held.known] == ["x.2018-09-06"]
    assert not held.denies(known, day("2018-09-07"))
    assert held.denies(known, day("2018-09-08"))


def test_a_predicate_that_takes_many_values_makes_nothing_wrong() -> None:
    held = small(fact("2018-09-06"), functional=False)

    assert not held.denies(held.known[0], day("2018-09-07"))


@pytest.mark.parametrize(
    ("held", "claimed", "denied"),
    [
        ("paris", "delhi", True),
        ("paris", "france", False),  # of another type
        ("delhi", "new-delhi", False),  # one name in the other
    ],
)
def test_entities_are_wrong_only_beside_their_like(held: str, claimed: str, denied: bool) -> None:
    base = small(fact(held), fact(claimed, "y"), kind="entity")
    known, other = base.about["x", "p"][0], base.about["y", "p"][0]

    assert base.denies(known, other.value) is denied


def test_places_that_a_fact_links_are_no_alternatives() -> None:
    linked = fact("delhi", "paris", predicate="located_in")
    base = small(fact("paris"), fact("delhi", "y"), linked, kind="entity")
    known, other = base.about["x", "p"][0], base.about["y", "p"][0]

    assert not base.denies(known, other.value)


@pytest.mark.parametrize(
    ("held", "claimed", "denied"),
    [
        ("3 members", "4 members", True),
        ("437.06 billion", "437.1 billion", False),  # two roundings of one figure
        ("437.06 billion", "451.1 billion", False),  # within five per cent
        ("437.06 billion", "677.24 billion", True),
        ("31 aircraft", "31 members", False),  # not to be weighed against each other
    ],
)
def test_amounts_are_wrong_only_when_they_are_well_apart(held: str, claimed: str, denied: bool) -> None:
    base = small(fact(held), fact(claimed, "y"), kind="quantity")
    known, other = base.about["x", "p"][0], base.about["y", "p"][0]

    assert base.denies(known, other.value) is denied


@pytest.mark.parametrize(
    ("held", "claimed", "denied"),
    [
        ("GSLV-F16", "Falcon 9", True),
        ("Hyderabad House", "Jawaharlal Nehru Bhawan", True),
        ("the US Department of State", "the headquarters of the US Department of State", False),
        ("a non-binding arrangement", "neither a treaty nor a law", False),
    ],
)
def test_texts_are_wrong_only_when_both_are_names(held: str, claimed: str, denied: bool) -> None:
    base = small(fact(held), fact(claimed, "y"), kind="text")
    known, other = base.about["x", "p"][0], base.about["y", "p"][0]

    assert base.denies(known, other.value) is denied


def test_a_past_value_is_not_offered_as_wrong_now() -> None:
    made = material()
    ends = [one for one in made.base.facts if one.ref == "cdri.co-chair-us"]
    now = made.about["cdri", "rotating_co_chair"][0]

    assert ends and now.fact.value == "france"
    assert "united-states" not in {value.written for value in made.others(now, now.value.grain)}


def test_what_a_fact_denies_makes_a_false_statement_shown_by_that_fact() -> None:
    known = next(one for one in material().known if one.fact.ref == "lemoa.no-bases")

    made = Items(material(), random.Random(1)).false(known)  # noqa: S311

    assert made and made.text["en"] == (
        "The Logistics Exchange Memorandum of Agreement provides for the setting up of military bases."
    )
    assert made.row["true"] is False and made.row["facts"] == ["lemoa.no-bases"]


def languages(value: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict) and "en" in value:
        yield tuple(value)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from languages(inner)


@pytest.mark.parametrize(("asked", "held"), [("en", {("en",)}), ("hi", {("en", "hi")})])
def test_a_draft_is_whole_in_each_of_its_languages(asked: str, held: set[tuple[str, ...]]) -> None:
    for one in draft(material(), Wanted(KINDS, 21, "words", languages=asked)):
        assert set(languages(one.content)) == held


def test_hindi_is_left_out_of_a_question_that_lacks_a_piece_of_it() -> None:
    base = material().base
    silent = [
        replace(one, names=tuple(name for name in one.names if name.language != "hi"))
        if one.ref == "new-delhi"
        else one
        for one in base.entities.values()
    ]
    poorer = Material(FactBase(silent, base.predicates.values(), base.facts), AS_OF)

    for one in draft(poorer, Wanted(KINDS, 70, "mixed")):
        spoken = set(languages(one.content))
        assert len(spoken) == 1
        assert spoken == {("en",)} or "new-delhi" not in {claim[2] for claim in claims(one)}


def test_subjects_narrow_what_is_asked_about_and_the_rest_is_still_offered_as_wrong() -> None:
    made = draft(material(), Wanted(["single"], 8, "narrow", subjects=frozenset({"wto-ministerial"})))

    facts = {one.ref: one for one in material().base.facts}
    assert len(made) == 8
    for one in made:
        assert any(facts[ref].subject.startswith("wto-mc") for ref in one.rests_on)


def test_fewer_are_made_when_the_facts_give_no_more() -> None:
    made = draft(material("constitution"), Wanted(["match"], 500, "few", subjects=frozenset({"supreme-court"})))

    assert len(made) < 500
    assert len({shape(one.content) for one in made}) == len(made)


def test_a_topic_is_about_the_subjects_of_its_questions_and_of_those_below() -> None:
    contents = [
        {"topics": ["gs2.ir"], "statements": [{"claim": ["comcasa", "signed_on", "2018"]}]},
        {"topics": ["gs2.ir.us"], "matches": {}, "facts": ["beca.signed-on"]},
        {"topics": ["gs2.irrigation"], "options": [{"facts": ["lemoa.signed-on"]}]},
    ]

    assert subjects_on("gs2.ir", contents, material().base) == {"comcasa", "beca"}


def test_the_evaluator_finds_what_is_planted() -> None:
    """It is no rubber stamp: a second right option, and one that the facts leave open, are told."""
    evaluator = Evaluator(material().base, date(2026, 11, 26))
    singles = draft(material(), Wanted(["two-statements"], 6, "planted"))
    one = next(one for one in singles if len(set(one.derived.key) & {"a", "b"}) == 1)
    printed = one.question.printed()
    right, wrong = ("a", "b") if one.derived.key == ("a",) else ("b", "a")
    swapped = {
        **printed,
        "statements": [{**row, "label": label} for row, label in zip(printed["statements"], "21", strict=True)],
    }

    assert evaluator.right(one.content, printed) == [right]
    assert evaluator.right(one.content, swapped) == [wrong]
    with pytest.raises(Unreadable):
        evaluator.sentence("The Communications Compatibility and Security Agreement was signed in Atlantis.")
