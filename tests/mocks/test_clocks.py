"""Sections, extensions, our downtime, windows, typed answers and evidence, in the database."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from tayari.audit.models import Entry
from tayari.base.models import Downtime
from tayari.mocks import plans, records
from tayari.mocks.actions import extensions, printings, sittings, starts
from tayari.mocks.models import Extension, Paper, PaperQuestion, PaperSection, Printing, Sitting, SittingEvent
from tayari.rules import timing
from tayari.rules.messages import Message
from tayari.rules.sittings import Event, fold
from tayari.rules.timing import Change
from tests.factories import papers, questions
from tests.factories.questions import NOW, both
from tests.mocks.test_sittings import CLIENT, answer, begun, later

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def sectioned(*minutes: int | None, **values: Any) -> Printing:
    """Two questions a section, one section after another."""
    paper = papers.paper(0, **{"navigation": "sections", "paper_ms": None, **values})
    for number, length in enumerate(minutes, start=1):
        section = PaperSection.objects.create(
            paper=paper, number=number, name=both(f"Part {number}"), ms=length and length * 60_000
        )
        for place in (2 * number - 1, 2 * number):
            version = questions.published(questions.single(f"q.{paper.slug}.{place}", "abcd"[(place - 1) % 4]))
            PaperQuestion.objects.create(paper=paper, question=version.question, number=place, section=section)
    return printings.freeze(paper, by=None, now=NOW)


def sit(printing: Printing, **values: Any) -> Sitting:
    return starts.start(printing=printing, person=papers.person(), language="en", now=NOW, **values)


def send(sitting: Sitting, *messages: Message, at: float, client: str = CLIENT) -> list[tuple[str, bool, bool]]:
    applied = sittings.apply(sitting.pk, client, messages, by=sitting.person, now=later(at))
    return [(ack.status, ack.late, ack.kept) for ack in applied.acks]


def test_sections_close_one_after_another_and_the_sweep_ends_the_last() -> None:
    sitting = sit(sectioned(15, 15))

    assert sitting.deadline_at == later(1_800)
    assert send(sitting, answer(1, 1, "a"), answer(2, 3, "a"), at=10) == [
        ("saved", False, False),
        ("refused", False, False),
    ]
    assert send(sitting, answer(3, 3, "a", after=895_000), answer(4, 2, "a", after=895_000), at=905) == [
        ("saved", False, False),
        ("late", False, True),
    ]
    assert sittings.sweep(now=later(1_800 + 121)) == 1


def test_a_section_left_early_brings_the_end_forward() -> None:
    sitting = sit(sectioned(15, 15, leave_early=True))

    assert send(sitting, Message(1, "left", 2), at=300) == [("saved", False, False)]

    stored = Sitting.objects.get()
    assert stored.deadline_at == later(300 + 900)
    assert list(SittingEvent.objects.values_list("kind", "question")) == [("left", 2)]


@pytest.mark.parametrize(
    ("minutes", "values", "words"),
    [
        ((15, None), {}, "section 2 has no time and cannot be left"),
        ((15, 15), {"navigation": "free"}, "a clock for a section needs navigation: sections"),
        ((None, None), {"leave_early": True}, "the paper has no clock"),
    ],
)
def test_clocks_that_cannot_be_kept_are_refused(minutes: Any, values: Any, words: str) -> None:
    with pytest.raises(printings.PaperRefused, match=words):
        sectioned(*minutes, **values)


def test_compensatory_time_is_a_third_more_of_each_clock() -> None:
    sitting = sit(sectioned(60, 60), share="1/3")

    assert sitting.deadline_at == NOW + 160 * MINUTE


def test_more_time_for_all_is_one_row_and_told_at_once() -> None:
    sitting, editor = begun(), papers.person(username="invigilator")
    elsewhere = starts.start(printing=sitting.printing, person=papers.person(), language="en", now=later(5))

    count = extensions.extend_all(
        sitting.printing.paper, more=10 * MINUTE, reason="fire alarm", by=editor, now=later(60)
    )
    applied = sittings.apply(sitting.pk, CLIENT, [], by=sitting.person, now=later(60))
    late = starts.start(printing=sitting.printing, person=papers.person(), language="en", now=later(70))

    assert (count, Extension.objects.count(), SittingEvent.objects.count()) == (2, 1, 0)
    assert applied.clock is not None
    assert timing.remaining_ms(applied.clock.plan, plans.state(applied.sitting).place, 60_000) == 40 * 60_000 - 60_000
    assert Entry.objects.get(action="papers.extend").reason == "fire alarm"
    assert extensions.put_off.func(sitting.printing_id) == 3
    ends = dict(Sitting.objects.values_list("pk", "deadline_at"))
    assert ends[elsewhere.pk] == later(5) + 40 * MINUTE
    assert ends[late.pk] == later(70) + 30 * MINUTE


def test_the_rows_are_put_off_by_a_task_and_the_sweep_waits_for_the_clock_without_it() -> None:
    sitting = begun()
    extensions.extend_all(sitting.printing.paper, more=10 * MINUTE, reason="fire alarm", by=None, now=later(60))

    assert DBTaskResult.objects.filter(task_path=extensions.put_off.module_path).count() == 1
    assert sittings.sweep(now=later(1_800 + 130)) == 0
    assert Sitting.objects.get().due_at == later(2_400 + 120)
    assert sittings.sweep(now=later(2_400 + 121)) == 1
    assert Sitting.objects.get().closed_at == later(2_400)


def test_more_time_for_one_is_an_event_of_that_sitting_alone() -> None:
    sitting = begun()
    other = starts.start(printing=sitting.printing, person=papers.person(), language="en", now=NOW)

    extensions.extend_one(sitting.pk, more=5 * MINUTE, reason="was ill", by=None, now=later(600))

    assert Sitting.objects.get(pk=sitting.pk).deadline_at == later(2_100)
    assert Sitting.objects.get(pk=other.pk).deadline_at == later(1_800)
    event = SittingEvent.objects.get()
    assert (event.kind, event.data) == ("extended", {"ms": 300_000, "section": None, "reason": "was ill"})
    assert send(sitting, answer(1, 1, "a"), at=2_000) == [("saved", False, False)]
    assert send(other, answer(1, 1, "a"), at=2_000) == [("closed", False, True)]


def test_time_taken_away_never_ends_before_now() -> None:
    sitting = begun()

    extensions.extend_one(sitting.pk, more=-25 * MINUTE, reason="began late", by=None, now=later(600))

    assert Sitting.objects.get().deadline_at == later(600)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"reason": " "}, "say why"),
        ({"more": timedelta(0)}, "more or less time"),
        ({"more": timedelta(days=2)}, "more or less time"),
        ({"section": 1}, "no clock of its own"),
    ],
)
def test_an_extension_that_means_nothing_is_refused(values: dict[str, Any], words: str) -> None:
    sitting = begun()
    given = {"more": MINUTE, "reason": "fire alarm", "by": None, "now": later(60), **values}

    with pytest.raises(extensions.NotExtended, match=words):
        extensions.extend_all(sitting.printing.paper, **given)
    with pytest.raises(extensions.NotExtended, match=words):
        extensions.extend_one(sitting.pk, **given)

    assert Extension.objects.count() == 0


def test_what_is_closed_is_not_extended() -> None:
    sitting = begun()
    sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    with pytest.raises(extensions.NotExtended, match="stays closed"):
        extensions.extend_one(sitting.pk, more=MINUTE, reason="fire alarm", by=None, now=later(61))
    with pytest.raises(extensions.NotExtended, match="nobody"):
        extensions.extend_all(sitting.printing.paper, more=MINUTE, reason="fire alarm", by=None, now=later(61))


def test_a_section_is_extended_for_those_who_are_in_it_or_before_it() -> None:
    sitting = sit(sectioned(15, 15))

    extensions.extend_all(sitting.printing.paper, more=5 * MINUTE, section=1, reason="noise", by=None, now=later(60))
    extensions.extend_all(sitting.printing.paper, more=5 * MINUTE, section=1, reason="noise", by=None, now=later(1_300))

    assert send(sitting, answer(1, 2, "a"), at=1_150) == [("saved", False, False)]
    assert plans.clock_of(sitting).moment(0) == NOW
    extensions.put_off.func(sitting.printing_id)
    assert Sitting.objects.get().deadline_at == later(900 + 300 + 900)


def test_our_downtime_is_given_back_to_every_clock() -> None:
    sitting, sprint = begun(), sit(papers.sprint(3, seconds=19))
    send(sprint, at=5)
    Downtime.objects.create(begin_at=later(10), end_at=later(70))

    assert send(sprint, answer(1, 1, "a", after=12_000), at=72) == [("saved", False, False)]
    assert send(sitting, answer(1, 1, "a"), at=1_850) == [("saved", False, False)]

    assert dict(Sitting.objects.values_list("pk", "deadline_at")) == {
        sitting.pk: later(1_860),
        sprint.pk: later(57 + 60),
    }
    assert sittings.sweep(now=later(1_860 + 119)) == 1
    assert Sitting.objects.get(pk=sprint.pk).closed_at == later(117)


def test_the_events_tell_the_projection_also_with_downtime_and_extensions() -> None:
    sitting = sit(papers.sprint(4, seconds=30, paper_ms=300_000))
    send(sitting, answer(1, 1, "a"), at=3)
    Downtime.objects.create(begin_at=later(10), end_at=later(40))
    extensions.extend_one(sitting.pk, more=MINUTE, reason="was ill", by=None, now=later(45))
    send(sitting, Message(2, "visited", 2, (), 8_000), at=50)
    send(sitting, answer(3, 2, "b"), Message(4, "flagged", 2), at=55)

    stored = Sitting.objects.get()
    clock = plans.clock_of(stored)
    events = [
        Event(
            row.kind,
            row.question or 0,
            clock.running(row.at),
            tuple(row.data.get("options", ())),
            made_ms=clock.wall(row.at),
            lag_ms=row.data.get("lag", 0),
            change=Change(clock.running(row.at), row.data["ms"], row.data["section"])
            if row.kind == "extended"
            else None,
        )
        for row in stored.events.order_by("seq")
    ]
    assert fold(clock.plan, events) == plans.state(stored)
    assert [records.data_of(event) for event in events[2:3]] == [{"lag": 2_000}]


def test_answers_after_the_end_are_kept_as_evidence_and_not_marked() -> None:
    sitting = begun()
    send(sitting, answer(1, 1, "a"), at=10)
    sittings.submit(sitting.pk, by=sitting.person, now=later(60))

    first = send(sitting, answer(2, 2, "b", after=30_000), at=90)
    again = send(sitting, answer(2, 2, "b", after=60_000), at=120)
    weeks_later = send(sitting, answer(3, 3, "c"), at=9 * 24 * 3_600)

    assert first == again == [("closed", False, True)]
    assert weeks_later == [("closed", False, False)]
    stored = Sitting.objects.get()
    assert stored.score == 6
    assert list(stored.events.values_list("seq", "kind", "data")) == [
        (1, "answered", {"options": ["a"]}),
        (2, "closed", {"by": "candidate"}),
        (3, "answered", {"options": ["b"], "evidence": True, "reason": "closed"}),
    ]
    assert stored.last_seq == 3


def test_an_answer_delivered_late_is_labelled() -> None:
    sitting = begun(late_ms=60_000)
    send(sitting, at=1_790)

    assert send(sitting, answer(1, 1, "a", after=5_000), at=1_850) == [("saved", True, False)]
    assert send(sitting, answer(2, 2, "a", after=5_000), at=1_861) == [("closed", False, True)]
    assert SittingEvent.objects.get(client_seq=1).data == {"options": ["a"], "late": True}


def test_typed_and_several_answers_are_saved_in_one_form() -> None:
    paper = papers.paper(0)
    for number, kind in enumerate(("numeric", "short-answer", "multi-select"), start=1):
        version = questions.published(questions.of_kind(kind, f"q.typed.{number}"))
        PaperQuestion.objects.create(paper=paper, question=version.question, number=number)
    sitting = sit(printings.freeze(paper, by=None, now=NOW))

    sent = [
        Message(1, "answered", 1, (" १२.५ ",)),
        Message(2, "answered", 2, ("New  Delhi",)),
        Message(3, "answered", 3, ("b", "a")),
    ]

    assert {status for status, _, _ in send(sitting, *sent, at=10)} == {"saved"}
    assert [plans.state(Sitting.objects.get()).of(number).options for number in (1, 2, 3)] == [
        ("१२.५",),
        ("New Delhi",),
        ("a", "b"),
    ]


@pytest.mark.parametrize(("opens", "closes"), [(60, None), (None, 0), (-60, -1)])
def test_a_sitting_starts_inside_the_window_only(opens: int | None, closes: int | None) -> None:
    times = {"opens_at": opens, "closes_at": closes}
    values = {name: None if seconds is None else later(seconds) for name, seconds in times.items()}

    with pytest.raises(starts.OutsideWindow):
        sit(papers.printing(**values))


def test_the_window_shortens_no_running_sitting() -> None:
    sitting = begun(closes_at=later(60))

    assert sitting.deadline_at == later(1_800)
    assert send(sitting, answer(1, 1, "a"), at=1_700) == [("saved", False, False)]


def test_a_message_reads_nothing_of_its_printing_and_little_else(
    django_assert_num_queries: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """The sitting, whether clocks moved; then the events and the sitting are written.

    What was answered before is remembered once it is committed.
    """
    sitting = begun()
    with django_capture_on_commit_callbacks(execute=True):
        send(sitting, answer(1, 1, "a"), at=5)

    with django_assert_num_queries(4) as seen:
        send(sitting, answer(2, 2, "a"), at=10)

    assert "mocks_printing" not in " ".join(query["sql"] for query in seen.captured_queries)


def test_a_client_that_was_forgotten_and_comes_back_harms_nothing() -> None:
    """Only the last twenty clients are remembered, the numbers of all are on record."""
    sitting = begun()
    send(sitting, answer(7, 1, "a"), at=5)
    for number in range(21):
        send(sitting, at=10 + number, client=f"tab-{number:010}")

    assert CLIENT not in Sitting.objects.get().contacts
    assert send(sitting, answer(3, 2, "b"), at=60) == [("saved", False, False)]
    assert send(sitting, answer(3, 2, "c"), answer(7, 1, "c"), at=70) == [("replayed", False, False)] * 2


def test_contacts_of_before_are_understood() -> None:
    sitting = begun()
    send(sitting, answer(1, 1, "a"), at=5)
    Sitting.objects.update(contacts={CLIENT: 5_000})

    assert send(sitting, answer(1, 1, "b"), answer(2, 2, "b", after=1_000), at=60)[0] == ("replayed", False, False)
    assert SittingEvent.objects.get(client_seq=2).at == later(6)


def test_pressing_start_goes_on_with_a_sitting_that_was_extended_past_its_row() -> None:
    sitting = begun()
    extensions.extend_all(sitting.printing.paper, more=10 * MINUTE, reason="fire alarm", by=None, now=later(60))

    again = starts.start(printing=sitting.printing, person=sitting.person, language="en", now=later(1_950))

    assert again.pk == sitting.pk


def test_one_that_cannot_be_closed_does_not_keep_the_others_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    broken, whole = begun(), sit(papers.printing(slug="other"))
    settle = sittings.marking.settle

    def fail(sitting: Sitting) -> Any:
        if sitting.pk == broken.pk:
            raise RuntimeError("its key is gone")
        return settle(sitting)

    monkeypatch.setattr(sittings.marking, "settle", fail)

    assert sittings.sweep(now=later(10_000)) == 1
    assert Sitting.objects.get(closed_at=None).pk == broken.pk
    assert Sitting.objects.get(pk=whole.pk).closed_by == "sweep"


def test_a_paper_in_prose_stays_refused() -> None:
    paper = papers.paper(0)
    version = questions.published(questions.of_kind("descriptive", "q.prose"))
    PaperQuestion.objects.create(paper=paper, question=version.question, number=1)

    with pytest.raises(printings.PaperRefused, match="prose"):
        printings.freeze(paper, by=None, now=NOW)


def test_more_time_comes_by_the_row_of_its_own_moment() -> None:
    sitting = begun()
    moment: datetime = later(60)

    extensions.extend_all(sitting.printing.paper, more=MINUTE, reason="noise", by=None, now=moment)

    assert str(Extension.objects.get()).endswith("60000 ms")
    assert Paper.objects.count() == 1
