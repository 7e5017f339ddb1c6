"""The patterns that come with Tayari add up, carry their evidence, and give the totals that the bodies print."""

from datetime import date
from fractions import Fraction

import pytest

from tayari.rules import blueprints
from tests.rules.blueprints.rows import FILE, blueprint, following, rows

IDS = tuple(rows())
FLOOR = {"upsc-gs1", "upsc-csat", "ssc-cgl-tier1", "quick-quiz"}


def test_the_floor_is_there_and_no_id_stands_twice() -> None:
    assert set(IDS) >= FLOOR
    assert len(rows()) == FILE.read_text(encoding="utf-8").count("\n- id: ")


@pytest.mark.parametrize("ident", IDS)
def test_each_adds_up(ident: str) -> None:
    assert blueprints.problems(blueprint(ident)) == []


@pytest.mark.parametrize("ident", IDS)
def test_a_paper_made_to_the_letter_departs_nowhere(ident: str) -> None:
    told = blueprint(ident)

    assert blueprints.against(told, following(told)) == []


@pytest.mark.parametrize(
    ("ident", "full", "penalty", "minutes"),
    [
        ("upsc-gs1", 200, Fraction(1, 3), 120),
        ("upsc-csat", 200, Fraction(1, 3), 120),
        ("ssc-cgl-tier1", 200, Fraction(1, 4), 60),
        ("ssc-cgl-tier1-2026", 200, Fraction(1, 4), 60),
        ("nda-gat", 600, Fraction(1, 3), 150),
        ("uppsc-gs", 200, Fraction(1, 3), 120),
        ("ibps-po-prelims-2025", 100, Fraction(1, 4), 60),
        ("neet-2025", 720, Fraction(1, 4), 180),
        ("neet-2021", 720, Fraction(1, 4), 200),
        ("jee-main-2025", 300, Fraction(1, 4), 180),
        ("cat", 204, Fraction(1, 3), 120),
        ("gate", 100, Fraction(1, 3), 180),
        ("ugc-net", 300, Fraction(0), 180),
        ("rpsc-ras-prelims", 200, Fraction(1, 3), 180),
        ("bpsc-2026", 150, Fraction(1, 3), 120),
    ],
)
def test_totals_are_those_that_the_sources_print(ident: str, full: int, penalty: Fraction, minutes: int) -> None:
    told = blueprint(ident)

    assert sum(part.worth or 0 for part in told.parts) == full == told.marks
    assert {part.marking.penalty_share for part in told.parts} == {penalty}
    assert told.ms == minutes * 60_000


def test_a_blank_costs_as_much_as_a_wrong_answer_and_the_way_out_is_an_option() -> None:
    told = blueprint("rpsc-ras-prelims")

    assert told.parts[0].marking.blank == Fraction(-4, 9)
    assert (told.not_attempted, told.blank_limit) == (Fraction(0), Fraction(1, 10))


def test_typed_answers_of_cat_cost_nothing_and_of_jee_main_a_mark() -> None:
    assert blueprint("cat").parts[0].marks_of("text").wrong == 0
    assert blueprint("jee-main-2025").parts[1].marks_of("number").wrong == -1
    assert blueprint("gate").parts[3].marks_of("several").right == 2


@pytest.mark.parametrize("ident", IDS)
def test_each_says_where_it_was_read_and_in_both_languages(ident: str) -> None:
    row = rows()[ident]
    ours = row["exam"] == "tayari"

    assert row["unofficial"] is True
    for text in (row["name"], row["negative"], row["note"], *(one["name"] for one in row.get("sections", ()))):
        assert text["en"].strip() and text["hi"].strip()
    for source in row["sources"]:
        if not ours:
            assert source["url"].startswith("http") and source["excerpt"].strip()
            assert isinstance(source["looked_up"], date)


@pytest.mark.parametrize("ident", [ident for ident in IDS if ident not in {"quick-quiz", "topic-sprint", "upsc-gs1"}])
def test_what_no_source_carries_is_marked_unverified(ident: str) -> None:
    """But for our own formats, and the one whose sources leave only its navigation open."""
    row = rows()[ident]
    carried = {name for source in row["sources"] for name in source["carries"]}
    told = {"questions", "marks", "minutes", "marking", "options_per_question", "languages", "navigation", "sections"}
    told |= {"qualifying", "compensatory", "key_policy", "not_attempted", "blank_limit", "marking_for", "leave_early"}

    assert (told & set(row)) - carried - set(row.get("unverified", ())) == set()
