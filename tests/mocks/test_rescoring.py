"""A rescore changes what it should, keeps what was, and can be undone; it equals scoring from scratch."""

import random
import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import OperationalError

from tayari.audit.models import Entry
from tayari.mocks import marking
from tayari.mocks import rescored as rescored_rows
from tayari.mocks.actions import cohorts, objections, rescoring, sittings, starts
from tayari.mocks.models import Printing, PrintingKey, Rekeying, Rescore, RescoredSitting, Sitting
from tayari.mocks.queries import scores
from tayari.mocks.rescored import Row
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
REASON = {"en": "Two sources show it.", "hi": "दो स्रोत यह दिखाते हैं।"}
LATER = NOW + timedelta(days=1)


def decide(printing: Printing, number: int, policy: str, key: str = "", also: str = "") -> list[Rekeying]:
    return objections.decide(
        printing.questions.get(number=number),
        policy=policy,
        key=list(key),
        also=[list(also)] if also else [],
        reason=REASON,
        by=None,
        now=LATER,
    )


def rescored(printing: Printing) -> Rescore:
    run = rescoring.fill(rescoring.draft(printing, by=None, now=LATER), now=LATER)
    return rescoring.apply(run, reason=REASON, by=None, now=LATER)


def held(sitting: Sitting) -> Fraction:
    """What the stored rows say the sitting scores now."""
    sitting.refresh_from_db()
    run = marking.current(sitting.printing)
    row = RescoredSitting.objects.filter(run=run, sitting=sitting).first() if run else None
    if row is not None and run is not None:
        return Fraction(row.n, run.over)
    assert sitting.scored_under_id == (run and run.pk)
    return Fraction(sitting.score or 0, run.over if run else sitting.printing.denominator)


def scratch(sitting: Sitting) -> Fraction:
    return marking.score_of(Sitting.objects.select_related("printing").get(pk=sitting.pk)).earned


def test_a_corrected_key_moves_who_chose_either() -> None:
    printing = papers.printing(3)
    former, latter, neither, blank = (papers.sat(printing, said) for said in ({1: "a"}, {1: "b"}, {1: "c"}, {2: "b"}))
    decide(printing, 1, "corrected", "b")
    run = rescoring.fill(rescoring.draft(printing, by=None, now=LATER), now=LATER)

    assert [held(one) for one in (former, latter)] == [2, Fraction(-2, 3)]
    assert (run.state, run.summary["up"], run.summary["down"], run.total) == ("ready", 1, 1, 4)
    assert run.summary["differences"] == [[-8, 3, 1], [0, 1, 2], [8, 3, 1]]

    rescoring.apply(run, reason=REASON, by=None, now=LATER)

    assert [held(one) for one in (former, latter, neither, blank)] == [Fraction(-2, 3), 2, Fraction(-2, 3), 2]
    key = marking.newest(printing.questions.get(number=1))
    assert (key.key, key.policy, key.standing, key.reason) == (["b"], "corrected", "final", "Two sources show it.")
    assert [entry.data["up"] for entry in Entry.objects.filter(action="rescores.apply")] == [1]


def test_old_scores_are_kept_and_a_dry_run_changes_nothing() -> None:
    printing = papers.printing(3)
    one = papers.sat(printing, {1: "a"})
    decide(printing, 1, "corrected", "b")
    rescored(printing)

    row = RescoredSitting.objects.get(sitting=one)
    assert (Fraction(row.was, row.run.was_over), Fraction(row.n, row.run.over)) == (2, Fraction(-2, 3))
    one.refresh_from_db()
    assert one.score == 6
    assert PrintingKey.objects.filter(question__number=1).count() == 2


def test_undoing_gives_every_score_back_and_keeps_what_happened() -> None:
    printing = papers.printing(4)
    sat = [papers.sat(printing, {1: a, 2: b}) for a in "abc" for b in "abd"]
    before = [held(one) for one in sat]
    decide(printing, 1, "drop")
    decide(printing, 2, "all")
    run = rescored(printing)
    assert [held(one) for one in sat] != before

    undone = rescoring.undo(run, reason={"en": "The sources were misread."}, by=None, now=LATER)

    assert [held(one) for one in sat] == before == [scratch(one) for one in sat]
    assert (undone.undoes, undone.number, Rescore.objects.filter(state="applied").count()) == (run, 2, 2)
    assert marking.newest(printing.questions.get(number=1)).standing == "provisional"
    assert [entry.action for entry in Entry.objects.filter(action__startswith="rescores.").order_by("id")] == [
        "rescores.draft",
        "rescores.apply",
        "rescores.draft",
        "rescores.undo",
    ]


@pytest.mark.parametrize("seed", range(4))
def test_any_rescore_equals_scoring_from_scratch(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 — a repeatable draw, not a secret
    printing = papers.printing(5)
    sat = [
        papers.sat(printing, {number: chance.choice("abcd") for number in range(1, 6) if chance.random() < 0.8})
        for _ in range(8)
    ]
    for turn in range(3):
        for number in chance.sample(range(1, 6), 2):
            policy = chance.choice(["corrected", "second", "all", "attempters", "drop"])
            now = marking.newest(printing.questions.get(number=number)).key[0]
            other = chance.choice([one for one in "abcd" if one != now])
            key, also = {"corrected": (other, ""), "second": (now, other)}.get(policy, ("", ""))
            decide(printing, number, policy, key, also)
        run = rescored(printing)
        assert [held(one) for one in sat] == [scratch(one) for one in sat]
        if turn == 1:
            rescoring.undo(run, reason=REASON, by=None, now=LATER)
            assert [held(one) for one in sat] == [scratch(one) for one in sat]


def test_a_sitting_closed_after_is_scored_by_the_new_key_and_moves_with_the_next() -> None:
    printing = papers.printing(3)
    decide(printing, 1, "drop")
    rescored(printing)
    late = papers.sat(printing, {2: "b"})

    assert held(late) == 3
    decide(printing, 2, "corrected", "c")
    rescored(printing)
    assert held(late) == -1 == scratch(late)


def test_a_sitting_that_closes_while_a_rescore_waits_is_in_it() -> None:
    printing = papers.printing(3)
    decide(printing, 1, "corrected", "b")
    run = rescoring.fill(rescoring.draft(printing, by=None, now=LATER), now=LATER)
    meanwhile = papers.sat(printing, {1: "b"})

    run = rescoring.apply(run, reason=REASON, by=None, now=LATER)

    assert (held(meanwhile), run.total) == (2, 1)


def test_one_that_closed_under_the_former_keys_is_settled_afterwards() -> None:
    printing = papers.printing(3)
    decide(printing, 1, "drop")
    run = rescored(printing)
    raced = papers.sat(printing, {1: "a", 2: "a"})
    Sitting.objects.filter(pk=raced.pk).update(score=4, scored_under=None)

    assert rescoring.settle_all_late(now=LATER) == 1
    assert held(raced) == -1
    assert rescoring.settle_late(run) == 0


def test_a_dry_run_waits_for_a_lock_and_goes_on_after_a_kill(monkeypatch: pytest.MonkeyPatch) -> None:
    printing = papers.printing(2)
    sat = [papers.sat(printing, {1: option}) for option in "abcab"]
    decide(printing, 1, "corrected", "b")
    run = rescoring.draft(printing, by=None, now=LATER)
    slices: list[int] = []

    def write(run: Rescore, rows: Sequence[Row]) -> int:
        slices.append(len(rows))
        if len(slices) == 1:
            busy = sqlite3.OperationalError("database is locked")
            busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise OperationalError(str(busy)) from busy
        if len(slices) == 3:
            raise KeyboardInterrupt
        return rescored_rows.write(run, rows)

    monkeypatch.setattr(rescoring, "SLICE", 2)
    monkeypatch.setattr(rescoring, "write", write)
    with pytest.raises(KeyboardInterrupt):
        rescoring.fill(run, now=LATER)
    run.refresh_from_db()
    assert (run.state, run.done, run.total, run.rows.count()) == ("drafting", 2, 5, 2)

    assert rescoring.fill_waiting(now=LATER) == 1
    assert slices == [2, 2, 2, 2, 1]
    run.refresh_from_db()
    assert (run.state, run.done, run.summary["up"], run.summary["down"]) == ("ready", 5, 2, 2)
    rescoring.apply(run, reason=REASON, by=None, now=LATER)
    assert [held(one) for one in sat] == [scratch(one) for one in sat]


def test_one_dry_run_that_fails_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = (papers.printing(1, slug=slug) for slug in ("first", "second"))
    for printing in (first, second):
        decide(printing, 1, "drop")
        rescoring.draft(printing, by=None, now=LATER)
    broken = rescoring.before

    def before(run: Rescore) -> object:
        if run.printing_id == first.pk:
            raise ValueError("spoilt")
        return broken(run)

    monkeypatch.setattr(rescoring, "before", before)
    assert rescoring.fill_waiting(now=LATER) == 1
    assert (first.rescores.get().state, second.rescores.get().state) == ("drafting", "ready")
    assert "spoilt" in caplog.text


def test_sections_of_different_scale_are_computed_from_all_responses() -> None:
    paper = papers.paper(4)
    first, second = (paper.sections.create(number=n, name={"en": f"Part {n}"}) for n in (1, 2))
    paper.places.filter(number__lte=2).update(section=first)
    paper.places.filter(number__gt=2).update(section=second)
    printing = papers.printings.freeze(paper, by=None, now=NOW)
    one = papers.sat(printing, {1: "a", 2: "a", 3: "c"})
    decide(printing, 2, "drop")
    rescored(printing)

    assert held(one) == scratch(one) == 4 + 2


def test_the_first_k_answers_of_a_section_count() -> None:
    paper = papers.paper(4)
    section = paper.sections.create(number=1, name={"en": "Any two"}, choose=2)
    paper.places.update(section=section)
    printing = papers.printings.freeze(paper, by=None, now=NOW)
    one = papers.sat(printing, {1: "b", 2: "b", 3: "c", 4: "d"})

    assert held(one) == 2 - Fraction(2, 3)
    decide(printing, 1, "drop")
    rescored(printing)
    assert held(one) == scratch(one) == 4


def test_a_decision_holds_in_every_printing_of_the_paper() -> None:
    first = papers.printing(2)
    paper = first.paper
    paper.places.filter(number=2).delete()
    second = papers.printings.freeze(paper, by=None, now=NOW)

    assert len(decide(first, 1, "corrected", "b")) == 2
    rescored(first)
    assert second.questions.get(number=1).rekeyings.get().state == "decided"


def test_the_next_printing_keeps_a_decided_key() -> None:
    printing = papers.printing(2)
    decide(printing, 1, "corrected", "b")
    rescored(printing)
    printing.paper.places.filter(number=2).delete()

    after = papers.printings.freeze(printing.paper, by=None, now=LATER)

    assert (after.number, marking.newest(after.questions.get()).key) == (2, ["b"])


def test_what_cannot_be_rescored_says_why() -> None:
    printing = papers.printing(2)
    with pytest.raises(rescoring.CannotRescore, match="No decision waits"):
        rescoring.draft(printing, by=None, now=LATER)
    decide(printing, 1, "corrected", "b")
    run = rescoring.draft(printing, by=None, now=LATER)
    with pytest.raises(rescoring.CannotRescore, match="not computed yet"):
        rescoring.apply(run, reason=REASON, by=None, now=LATER)
    with pytest.raises(rescoring.CannotRescore, match="not applied yet"):
        rescoring.draft(printing, by=None, now=LATER)
    with pytest.raises(objections.Undecidable, match="apply or discard that first"):
        decide(printing, 1, "drop")
    run = rescoring.fill(run, now=LATER)
    with pytest.raises(rescoring.CannotRescore, match="public words"):
        rescoring.apply(run, reason={"en": " "}, by=None, now=LATER)
    with pytest.raises(rescoring.CannotRescore, match="in force"):
        rescoring.undo(run, reason=REASON, by=None, now=LATER)


def test_a_discarded_run_leaves_its_decisions_waiting() -> None:
    printing = papers.printing(2)
    one = papers.sat(printing, {1: "a"})
    decide(printing, 1, "corrected", "b")
    run = rescoring.fill(rescoring.draft(printing, by=None, now=LATER), now=LATER)
    rescoring.discard(run, by=None, now=LATER)

    assert held(one) == 2
    with pytest.raises(rescoring.CannotRescore):
        rescoring.discard(run, by=None, now=LATER)
    rescored(printing)
    assert held(one) == Fraction(-2, 3)


def test_a_cohort_counts_first_attempts_under_the_keys_that_hold() -> None:
    printing = papers.printing(3)
    who = papers.person()
    papers.sat(printing, {1: "a"}, by=who)
    papers.sat(printing, {1: "a", 2: "b"}, by=who, after=timedelta(hours=1))
    for answer in "abbb":
        papers.sat(printing, {1: answer})

    cohort = cohorts.measure(printing, now=LATER)
    assert (cohort.n, scores.distribution(cohort)) == (5, {Fraction(2): 2, Fraction(-2, 3): 3})

    decide(printing, 1, "corrected", "b")
    rescored(printing)
    papers.sat(printing, {1: "b"})
    assert cohorts.refresh(now=LATER) == 1
    cohort.refresh_from_db()
    assert scores.distribution(cohort) == {Fraction(2): 4, Fraction(-2, 3): 2}
    assert cohort.questions == {}


def test_a_large_cohort_knows_time_and_right_answers_of_each_question() -> None:
    printing = papers.printing(2)
    for turn in range(30):
        papers.sat(printing, {1: "a" if turn < 12 else "b", 2: "b"})

    told = cohorts.measure(printing, now=LATER).questions

    assert (told["1"]["n"], told["1"]["right"], told["2"]["right"]) == (30, 12, 30)
    assert told["1"]["ms"] > 0


def test_practices_are_left_alone() -> None:
    printing = papers.printing(3)
    one = papers.sat(printing, {1: "b"})
    practice = starts.practise_missed(one, by=one.person, now=LATER)
    sittings.submit(practice.pk, by=one.person, now=LATER)
    decide(printing, 1, "corrected", "b")

    assert rescored(printing).total == 1
