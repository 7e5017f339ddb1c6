"""A paper in a pack says sections, windows, what is shown when, and what single questions have of their own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tayari.mocks.models import Paper
from tayari.packs import actions

from .support import Load, change, errors, rows

FILE = "papers/first.yaml"
RULES = """leave_early: true
shuffle: both
late: 90 s
qualifying: 33/100
window: {opens: 2026-12-06 09:30, closes: 2026-12-06 11:30}
shows: {score: closed, answers: final}
objections: {until: 2026-12-13 18:00, sources: 3}
sections:
  - name: {en: First, hi: पहला}
    count: 1
    clock: {section: 1 min}
    marking: {right: 4, wrong: -1}
    languages: [en]
    qualifying: 1/4
  - name: {en: Second}
    count: 1
    clock: {section: 1 min}
    choose: 1
own:
  q.day: {marking: {right: 1, wrong: -1/3}, counted: false}
"""


@pytest.fixture
def ruled(pack: Path) -> Path:
    change(pack, FILE, "navigation: free\n", "navigation: sections\n")
    change(pack, FILE, "attempts: 3\n", RULES + "attempts: 3\n")
    return pack


def test_every_rule_reaches_the_paper_and_its_printing(ruled: Path, load: Load) -> None:
    assert errors(load(ruled)) == []

    paper = Paper.objects.get()
    assert (paper.leave_early, paper.shuffle, paper.late_ms, paper.qualifying) == (True, "both", 90_000, "33/100")
    assert (paper.opens_at, paper.closes_at) == (
        datetime(2026, 12, 6, 4, 0, tzinfo=UTC),
        datetime(2026, 12, 6, 6, 0, tzinfo=UTC),
    )
    assert (paper.shows_score, paper.shows_answers, paper.objection_sources) == ("closed", "final", 3)
    first, second = paper.sections.all()
    assert (first.name["hi"], first.ms, first.languages, first.qualifying) == ("पहला", 60_000, ["en"], "1/4")
    assert first.marking == {"right": "4", "wrong": "-1", "blank": "0"}
    assert (second.choose, second.marking) == (1, {})
    places = list(paper.places.order_by("number").values_list("question__ref", "section__number", "counted"))
    assert places == [("q.places", 1, True), ("q.day", 2, False)]
    printed = paper.printings.get()
    assert [section["ms"] for section in printed.plan["sections"]] == [60_000, 60_000]
    assert [row.right / printed.denominator for row in printed.questions.all()] == [4, 1]


def test_an_export_of_it_loads_as_the_same(ruled: Path, load: Load, tmp_path: Path, now: datetime) -> None:
    load(ruled)
    before = rows()

    actions.export(tmp_path / "out", now=now, name="small")
    report = load(tmp_path / "out")

    assert (errors(report), report.conflicts, report.left) == ([], [], [])
    after = rows()
    for row in (*before["packs.LoadedItem"], *after["packs.LoadedItem"]):
        row.pop("file"), row.pop("at")
    assert after == before


def test_what_is_as_usual_is_not_written(pack: Path, load: Load, tmp_path: Path, now: datetime) -> None:
    load(pack)

    actions.export(tmp_path / "out", now=now)

    written = (tmp_path / "out/papers/first-2-plus-2.yaml").read_text(encoding="utf-8")
    assert not any(f"\n{name}:" in written for name in ("leave_early", "late", "window", "shows", "sections", "own"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("shuffle: both", "shuffle: all", "shuffle is 'all'; it must be none, questions, options, both"),
        ("late: 90 s", "late: soon", "late is 'soon'; write a length such as 15 min or 19 s"),
        ("qualifying: 33/100", "qualifying: 33", "qualifying is '33'; write a share such as 33/100"),
        ("opens: 2026-12-06 09:30", "opens: tomorrow", "window opens is 'tomorrow'; write a moment such as 2026-12-06"),
        ("{opens:", "{begins:", "has 'begins', which nothing reads; there are opens and closes"),
        ("answers: final", "answers: never", "shows answers is 'never'; it must be submitted, closed, final"),
        ("sources: 3", "sources: many", "objections sources is 'many'; write a whole number"),
        ("    choose: 1\n", "    choose: 2\n", "of a section's 1 questions 2 are to be answered"),
        ("    count: 1\n    clock: {section: 1 min}\n    choose", "    count: 2\n    choose", "its sections count 3"),
        ("name: {en: Second}", "name: {hi: दूसरा}", "a section has no name in English"),
        ("wrong: -1/3", "wrong: -0.33", "'-0.33' is rounded; write it exactly"),
        ("  q.day:", "  q.night:", "own has 'q.night', which is not one of its questions"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_loaded(
    ruled: Path, load: Load, old: str, new: str, said: str
) -> None:
    change(ruled, FILE, old, new)

    found = errors(load(ruled))

    assert any(said in one and one.startswith(f"{FILE}:1: error:") for one in found), found
    assert not Paper.objects.exists()
