"""Folding a sitting's events, and what becomes of each message."""

from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import messages as law
from tayari.rules import timing
from tayari.rules.messages import Hearing, Message, decide
from tayari.rules.responses import Response
from tayari.rules.sittings import Event, State, begin, closed, fold, step
from tayari.rules.timing import Plan

ABCD = frozenset("abcd")
FREE = Plan.of({number: ABCD for number in range(1, 5)}, paper_ms=600_000)
SPRINT = Plan.of({number: ABCD for number in range(1, 5)}, question_ms=19_000, forward=True)


def answer(seq: int, question: int, option: str = "a", after: int = 0) -> Message:
    return Message(seq, "answered", question, (option,), after)


def visit(seq: int, question: int, after: int = 0) -> Message:
    return Message(seq, "visited", question, (), after)


def statuses(decision: law.Decision) -> list[str]:
    return [ack.status for ack in decision.acks]


def test_an_answer_is_saved_at_the_time_it_was_given() -> None:
    found = decide(FREE, begin(FREE), [answer(1, 2, "c", after=3_000)], Hearing(50_000, 10_000))

    assert [(ack.seq, ack.status, ack.at_ms) for ack in found.acks] == [(1, "saved", 13_000)]
    assert found.state.of(2).options == ("c",)


def test_a_replay_changes_nothing() -> None:
    found = decide(FREE, begin(FREE), [answer(1, 2)], Hearing(1_000, 0, {1: "saved"}))

    assert statuses(found) == ["replayed"]
    assert found.events == ()
    assert found.state == begin(FREE)


def test_the_same_number_twice_in_one_batch_counts_once() -> None:
    found = decide(FREE, begin(FREE), [answer(1, 2, "a"), answer(1, 2, "b")], Hearing(1_000, 0))

    assert statuses(found) == ["saved", "replayed"]
    assert found.state.of(2).options == ("a",)


def test_the_later_action_wins_whatever_order_they_arrive_in() -> None:
    desk = decide(FREE, begin(FREE), [answer(1, 1, "b")], Hearing(20_000, 20_000))
    phone = decide(FREE, desk.state, [answer(1, 1, "a", after=2_000)], Hearing(60_000, 5_000))

    assert statuses(phone) == ["saved"]
    assert phone.state.of(1).options == ("b",)


def test_after_the_end_an_answer_is_late_but_one_made_in_time_may_still_arrive() -> None:
    made_in_time = decide(FREE, begin(FREE), [answer(1, 1, after=1_000)], Hearing(650_000, 598_000))
    too_late = decide(FREE, begin(FREE), [answer(1, 1, after=3_000)], Hearing(650_000, 598_000))
    long_gone = decide(FREE, begin(FREE), [answer(1, 1, after=1_000)], Hearing(720_001, 598_000))

    assert (statuses(made_in_time), statuses(too_late), statuses(long_gone)) == (["saved"], ["late"], ["late"])


def test_nonsense_is_refused_with_its_reason_and_the_rest_is_saved() -> None:
    messages = [
        Message(1, "danced", 1),
        answer(2, 9),
        answer(3, 1, "z"),
        Message(4, "answered", 1, ("a", "b")),
        Message(5, "answered", 1, ()),
        Message(6, "answered", 1, ("a",), 0, "very"),
        answer(7, 1, "d"),
    ]

    found = decide(FREE, begin(FREE), messages, Hearing(1_000, 0))

    assert [ack.reason for ack in found.acks] == ["kind", "question", "options", "options", "options", "confidence", ""]
    assert statuses(found)[-1] == "saved"
    assert found.state.answered == 1


def test_a_flood_of_events_is_stopped() -> None:
    full = State(events=law.MOST_EVENTS)

    assert statuses(decide(FREE, full, [answer(1, 1)], Hearing(1, 0))) == ["refused"]


def test_forward_only_the_open_question_can_be_answered_and_no_other() -> None:
    messages = [answer(1, 3), answer(2, 1, "b"), visit(3, 2), answer(4, 1, "c"), answer(5, 2, "d")]

    found = decide(SPRINT, begin(SPRINT), messages, Hearing(5_000, 0))

    assert statuses(found) == ["refused", "saved", "saved", "late", "saved"]
    assert [ack.reason for ack in found.acks] == ["not open yet", "", "", "question closed", ""]
    assert (found.state.of(1).options, found.state.of(2).options) == (("b",), ("d",))


def test_forward_only_no_question_can_be_skipped() -> None:
    found = decide(SPRINT, begin(SPRINT), [visit(1, 3)], Hearing(1_000, 0))

    assert statuses(found) == ["refused"]


def test_a_question_whose_time_ended_is_closed_and_the_next_is_open() -> None:
    found = decide(SPRINT, begin(SPRINT), [answer(1, 1), answer(2, 2, "c")], Hearing(20_000, 20_000))

    assert statuses(found) == ["late", "saved"]


def test_lag_after_a_questions_end_is_forgiven_up_to_two_seconds() -> None:
    quick = decide(SPRINT, begin(SPRINT), [answer(1, 1, after=18_500)], Hearing(21_000, 0))
    slow = decide(SPRINT, begin(SPRINT), [answer(1, 1, after=18_500)], Hearing(21_001, 0))

    assert (statuses(quick), statuses(slow)) == (["saved"], ["late"])


def test_time_goes_to_the_question_on_the_screen() -> None:
    events = [Event("visited", 2, 30_000), Event("visited", 1, 50_000), Event("answered", 1, 55_000, ("a",))]

    state = closed(FREE, fold(FREE, events), 70_000)

    assert (state.of(1).spent_ms, state.of(2).spent_ms) == (50_000, 20_000)


def test_time_in_a_sprint_goes_to_each_question_that_opened() -> None:
    state = closed(SPRINT, fold(SPRINT, [Event("visited", 2, 5_000)]), 10**9)

    assert [state.of(number).spent_ms for number in (1, 2, 3, 4)] == [5_000, 19_000, 19_000, 19_000]


def test_time_after_the_end_counts_for_nobody() -> None:
    assert closed(FREE, begin(FREE), 10**9).of(1).spent_ms == 600_000


def test_the_five_states_of_the_sheet() -> None:
    assert Response().bubble == "unseen"
    assert Response(seen=True).bubble == "seen"
    assert Response(("a",), seen=True).bubble == "answered"
    assert Response(flagged=True, seen=True).bubble == "flagged"
    assert Response(("a",), flagged=True, seen=True).bubble == "answered-flagged"


def test_clearing_and_unflagging_take_back() -> None:
    events = [
        Event("answered", 1, 1_000, ("a",)),
        Event("flagged", 1, 2_000),
        Event("cleared", 1, 3_000),
        Event("unflagged", 1, 4_000),
    ]

    state = fold(FREE, events)

    assert state.of(1).bubble == "seen"
    assert state.of(1).cleared


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(sorted(law.KINDS)),
        st.integers(1, 4),
        st.integers(0, 700_000),
        st.sampled_from([("a",), ("b",)]),
    ).map(lambda told: Event(*told)),
    max_size=25,
)
MESSAGES = st.lists(
    st.builds(
        Message,
        seq=st.integers(1, 12),
        kind=st.sampled_from(sorted(law.KINDS)),
        question=st.integers(1, 4),
        options=st.sampled_from([("a",), ("b",), ()]),
        after_ms=st.integers(-1_000, 90_000),
        confidence=st.none(),
    ),
    max_size=12,
)


@given(EVENTS)
def test_folding_at_once_or_through_the_stored_projection_is_the_same(events: list[Event]) -> None:
    for plan in (FREE, SPRINT):
        stored = begin(plan)
        for event in events:
            stored = step(plan, State.from_json(stored.as_json()), event)

        assert stored == fold(plan, events)


@given(MESSAGES, st.integers(0, 80_000))
def test_sending_everything_again_changes_nothing(messages: list[Message], arrival: int) -> None:
    for plan in (FREE, SPRINT):
        first = decide(plan, begin(plan), messages, Hearing(arrival, 0))
        known = dict.fromkeys((event.seq for event in first.events), "saved")

        again = decide(plan, first.state, messages, Hearing(arrival, arrival, known))

        answered_again = [ack.status for ack in again.acks if ack.seq in known]
        assert set(answered_again) <= {"replayed"}
        if {ack.status for ack in first.acks} <= {"saved"}:
            assert again.state == first.state


@given(MESSAGES, MESSAGES)
def test_a_sprint_never_gives_time_back(first: list[Message], second: list[Message]) -> None:
    state, before, contact = begin(SPRINT), timing.longest_ms(SPRINT), 0
    for batch, arrival in ((first, 15_000), (second, 40_000)):
        state = decide(SPRINT, state, batch, Hearing(arrival, contact)).state
        left = timing.remaining_ms(SPRINT, state.place, arrival)
        assert left is not None
        assert before is not None
        assert left <= before
        before, contact = left, arrival


@given(EVENTS)
def test_time_spent_is_never_more_than_time_passed(events: list[Event]) -> None:
    state = closed(FREE, fold(FREE, sorted(events, key=lambda event: event.at_ms)), 700_000)

    assert sum(response.spent_ms for response in state.responses.values()) <= 700_000
