"""Starting, answering, handing in, and being closed by the clock."""

from datetime import timedelta

import pytest

from tayari.audit.models import Entry
from tayari.mocks.actions import sittings, starts
from tayari.mocks.models import Paper, Sitting, SittingEvent
from tayari.rules.messages import Message
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
CLIENT = "tab-0123456789"


def later(seconds: float) -> "sittings.datetime":
    return NOW + timedelta(seconds=seconds)


def answer(seq: int, question: int, option: str, after: int = 0) -> Message:
    return Message(seq, "answered", question, (option,), after)


def begun(**values: object) -> Sitting:
    printing = papers.printing(**values)  # type: ignore[arg-type]
    return starts.start(printing=printing, person=papers.person(), language="en", now=NOW)


def test_a_start_is_one_row_with_its_deadline() -> None:
    sitting = begun()

    assert sitting.deadline_at == later(1_800)
    assert Sitting.objects.count() == 1
    assert SittingEvent.objects.count() == 0


def test_starting_twice_starts_once() -> None:
    sitting = begun()

    again = starts.start(printing=sitting.printing, person=sitting.person, language="hi", now=later(5))

    assert again.pk == sitting.pk


def test_attempts_are_counted() -> None:
    sitting = begun(attempts=1)
    sittings.submit(sitting.pk, by=sitting.person, now=later(5))

    with pytest.raises(starts.NotOpen, match="all attempts"):
        starts.start(printing=sitting.printing, person=sitting.person, language="en", now=later(6))

    assert Sitting.objects.count() == 1


def test_a_withdrawn_paper_cannot_be_started() -> None:
    printing = papers.printing(state=Paper.State.WITHDRAWN)

    with pytest.raises(starts.NotOpen, match="not open"):
        starts.start(printing=printing, person=papers.person(), language="en", now=NOW)


def test_answers_are_acknowledged_after_they_are_stored() -> None:
    sitting = begun()

    applied = sittings.apply(
        sitting.pk, CLIENT, [answer(1, 1, "a"), answer(2, 2, "c")], by=sitting.person, now=later(10)
    )

    assert [ack.status for ack in applied.acks] == ["saved", "saved"]
    stored = Sitting.objects.get(pk=sitting.pk)
    assert stored.responses["questions"]["2"][0] == ["c"]
    assert list(SittingEvent.objects.values_list("seq", "client_seq", "kind", "question")) == [
        (1, 1, "answered", 1),
        (2, 2, "answered", 2),
    ]


def test_a_replay_after_a_lost_acknowledgement_changes_nothing() -> None:
    sitting = begun()
    sent = [answer(1, 1, "a")]
    sittings.apply(sitting.pk, CLIENT, sent, by=sitting.person, now=later(10))
    before = Sitting.objects.get(pk=sitting.pk).responses

    again = sittings.apply(sitting.pk, CLIENT, sent, by=sitting.person, now=later(30))

    assert [ack.status for ack in again.acks] == ["replayed"]
    assert Sitting.objects.get(pk=sitting.pk).responses == before
    assert SittingEvent.objects.count() == 1


def test_an_offline_spell_keeps_the_times_at_which_answers_were_given() -> None:
    sitting = begun()
    sittings.apply(sitting.pk, CLIENT, [], by=sitting.person, now=later(100))

    sittings.apply(sitting.pk, CLIENT, [answer(1, 1, "a", after=20_000)], by=sitting.person, now=later(400))

    assert SittingEvent.objects.get().at == later(120)


def test_answers_of_two_tabs_are_ordered_by_when_they_were_given() -> None:
    sitting = begun()
    for tab in ("tab-offline-1", "tab-online-22"):
        sittings.apply(sitting.pk, tab, [], by=sitting.person, now=later(100))
    sittings.apply(sitting.pk, "tab-online-22", [answer(1, 1, "b", after=60_000)], by=sitting.person, now=later(160))

    sittings.apply(sitting.pk, "tab-offline-1", [answer(1, 1, "a", after=20_000)], by=sitting.person, now=later(300))

    assert Sitting.objects.get().responses["questions"]["1"][0] == ["b"]


def test_nobody_else_can_write() -> None:
    sitting = begun()

    with pytest.raises(sittings.SittingUnknown):
        sittings.apply(sitting.pk, CLIENT, [answer(1, 1, "a")], by=papers.person(), now=later(10))

    assert SittingEvent.objects.count() == 0


def test_the_score_is_exact() -> None:
    sitting = begun()
    sent = [answer(1, 1, "a"), answer(2, 2, "a"), answer(3, 3, "c")]
    sittings.apply(sitting.pk, CLIENT, sent, by=sitting.person, now=later(10))

    closed = sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    assert (closed.closed_by, closed.closed_at, closed.score) == ("candidate", later(60), 6 - 2 + 6)


def test_handing_in_twice_is_handing_in_once() -> None:
    sitting = begun()
    sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    again = sittings.submit(sitting.pk, by=sitting.person, now=later(90))

    assert again.closed_at == later(60)
    assert SittingEvent.objects.filter(kind="closed").count() == 1


def test_after_handing_in_answers_are_refused_but_known_ones_acknowledged() -> None:
    sitting = begun()
    sittings.apply(sitting.pk, CLIENT, [answer(1, 1, "a")], by=sitting.person, now=later(10))
    sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    applied = sittings.apply(
        sitting.pk, CLIENT, [answer(1, 1, "a"), answer(2, 1, "b")], by=sitting.person, now=later(61)
    )

    assert [ack.status for ack in applied.acks] == ["replayed", "closed"]


def test_the_sweep_closes_at_the_end_of_the_time_and_not_when_it_came_by() -> None:
    sitting = begun()
    sittings.apply(sitting.pk, CLIENT, [answer(1, 1, "a")], by=sitting.person, now=later(10))

    assert sittings.sweep(now=later(1_800 + 119)) == 0
    assert sittings.sweep(now=later(10_000)) == 1
    assert sittings.sweep(now=later(10_001)) == 0

    stored = Sitting.objects.get()
    assert (stored.closed_by, stored.closed_at, stored.score) == ("sweep", later(1_800), 6)


def test_answers_given_in_time_may_arrive_until_the_grace_is_over() -> None:
    sitting = begun()
    sittings.apply(sitting.pk, CLIENT, [], by=sitting.person, now=later(1_700))
    in_time, too_late = answer(1, 1, "a", after=90_000), answer(2, 2, "b", after=110_000)

    applied = sittings.apply(sitting.pk, CLIENT, [in_time, too_late], by=sitting.person, now=later(1_900))

    assert [ack.status for ack in applied.acks] == ["saved", "late"]


def test_a_message_after_the_grace_closes_the_sitting() -> None:
    sitting = begun()

    applied = sittings.apply(sitting.pk, CLIENT, [answer(1, 1, "a")], by=sitting.person, now=later(1_921))

    assert [ack.status for ack in applied.acks] == ["closed"]
    assert (applied.sitting.closed_by, applied.sitting.closed_at) == ("clock", later(1_800))


def test_a_sprint_that_nobody_touches_ends_by_itself() -> None:
    printing = papers.sprint(3, seconds=19)
    sitting = starts.start(printing=printing, person=papers.person(), language="en", now=NOW)

    assert sitting.deadline_at == later(57)
    assert sittings.sweep(now=later(57 + 121)) == 1


def test_leaving_a_question_early_brings_the_deadline_forward() -> None:
    printing = papers.sprint(3, seconds=19)
    sitting = starts.start(printing=printing, person=papers.person(), language="en", now=NOW)

    sittings.apply(sitting.pk, CLIENT, [Message(1, "visited", 2)], by=sitting.person, now=later(5))

    assert Sitting.objects.get().deadline_at == later(5 + 38)


def test_practice_has_what_was_wrong_or_blank_and_no_clock() -> None:
    sitting = begun()
    sittings.apply(sitting.pk, CLIENT, [answer(1, 1, "a"), answer(2, 2, "a")], by=sitting.person, now=later(10))
    closed = sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    practice = starts.practise_missed(closed, by=sitting.person, now=later(70))

    assert (practice.mode, practice.numbers, practice.deadline_at, practice.after_id) == (
        "practice",
        [2, 3],
        None,
        sitting.pk,
    )


def test_there_is_nothing_to_practise_when_all_was_right() -> None:
    sitting = begun(count=1)
    sittings.apply(sitting.pk, CLIENT, [answer(1, 1, "a")], by=sitting.person, now=later(10))
    closed = sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    with pytest.raises(starts.NothingMissed):
        starts.practise_missed(closed, by=sitting.person, now=later(70))


def test_practice_waits_for_the_end() -> None:
    sitting = begun()

    with pytest.raises(starts.SittingStillOpen):
        starts.practise_missed(sitting, by=sitting.person, now=later(70))


def test_a_failure_while_closing_leaves_the_sitting_open(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun()

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("tayari.mocks.actions.sittings.entries.record", broken)

    with pytest.raises(RuntimeError):
        sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    assert Sitting.objects.get().closed_at is None
    assert SittingEvent.objects.count() == 0


def test_what_was_done_is_in_the_log() -> None:
    sitting = begun()
    sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    actions = Entry.objects.filter(target=f"mocks.sitting:{sitting.pk}").values_list("action", flat=True)

    assert list(actions) == ["sittings.close"]  # its start is the sitting's own row
