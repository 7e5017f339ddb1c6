"""What messages may do under every clock: late, on two devices, across our own downtime, again and in any order."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import messages as law
from tayari.rules import timing
from tayari.rules.messages import Hearing, Message, decide
from tayari.rules.responses import Response
from tayari.rules.sittings import Event, State, begin, closed, fold
from tayari.rules.timing import Asked, Change, Pause, Place, Plan, Section
from tests.rules.test_sittings import FREE, SPRINT, answer, statuses, visit

ABCD = frozenset("abcd")
QUESTIONS = {number: Asked(ABCD) for number in range(1, 5)}
SECTIONS = Plan(
    QUESTIONS,
    (Section((1, 2), 900_000, 1), Section((3, 4), 900_000, 2)),
    navigation="sections",
    leave_early=True,
)
LOCKED = replace(SECTIONS, leave_early=False)
TYPED = Plan(
    {1: Asked(ABCD, "several"), 2: Asked(form="number"), 3: Asked(form="text"), 4: Asked(ABCD)}, paper_ms=600_000
)


def leave(seq: int, question: int, after: int = 0) -> Message:
    return Message(seq, "left", question, (), after)


@pytest.mark.parametrize(
    ("question", "options", "kept"),
    [
        (1, ("c", "a"), ("a", "c")),
        (2, (" 12.5 ",), ("12.5",)),
        (2, ("१२",), ("१२",)),
        (3, ("New  Delhi\n",), ("New Delhi",)),
        (3, ("क़",), ("\u0915\u093c",)),
        (4, ("d",), ("d",)),
    ],
)
def test_an_answer_is_kept_in_one_form(question: int, options: tuple[str, ...], kept: tuple[str, ...]) -> None:
    found = decide(TYPED, begin(TYPED), [Message(1, "answered", question, options)], Hearing(1_000, 0))

    assert statuses(found) == ["saved"]
    assert found.state.of(question).options == kept


@pytest.mark.parametrize(("question", "options"), [(1, ()), (2, ("",)), (3, (" \n",))])
def test_an_answer_of_nothing_takes_the_answer_back(question: int, options: tuple[str, ...]) -> None:
    """Charged with the penalty for a wrong answer elsewhere."""
    given = decide(TYPED, begin(TYPED), [Message(1, "answered", question, ("a",))], Hearing(1_000, 0))
    found = decide(TYPED, given.state, [Message(2, "answered", question, options)], Hearing(2_000, 1_000))

    assert [event.kind for event in found.events] == ["cleared"]
    assert found.state.of(question).options == ()
    assert found.state.of(question).cleared


@pytest.mark.parametrize(
    ("question", "options", "reason"),
    [
        (1, ("a", "a"), "options"),
        (1, ("a", "z"), "options"),
        (2, ("1" * 41,), "text"),
        (3, ("x" * 201,), "text"),
        (3, ("a\x00b",), "text"),
        (3, ("\ud800",), "text"),
        (3, (), "text"),
        (3, ("a", "b"), "text"),
        (4, ("a", "b"), "options"),
        (4, (), "options"),
    ],
)
def test_what_no_answer_can_be_is_refused(question: int, options: tuple[str, ...], reason: str) -> None:
    found = decide(TYPED, begin(TYPED), [Message(1, "answered", question, options)], Hearing(1_000, 0))

    assert [(ack.status, ack.reason) for ack in found.acks] == [("refused", reason)]
    assert found.state == begin(TYPED)


def test_only_the_open_section_can_be_answered() -> None:
    found = decide(SECTIONS, begin(SECTIONS), [answer(1, 2), answer(2, 3), visit(3, 4), visit(4, 2)], Hearing(5_000, 0))

    assert statuses(found) == ["saved", "refused", "refused", "saved"]


def test_a_section_that_was_left_is_closed_for_good() -> None:
    found = decide(SECTIONS, begin(SECTIONS), [leave(1, 2), answer(2, 1), answer(3, 4)], Hearing(5_000, 5_000))
    again = decide(SECTIONS, found.state, [leave(4, 1), visit(5, 1)], Hearing(9_000, 5_000))

    assert statuses(found) == ["saved", "late", "saved"]
    assert statuses(again) == ["late", "late"]
    assert [ack.reason for ack in again.acks] == ["section closed", "section closed"]
    assert again.state.place.part(SECTIONS) == 1


def test_leaving_is_for_papers_that_allow_it() -> None:
    assert statuses(decide(LOCKED, begin(LOCKED), [leave(1, 1)], Hearing(5_000, 0))) == ["refused"]
    assert statuses(decide(FREE, begin(FREE), [leave(1, 1)], Hearing(5_000, 0))) == ["refused"]


def test_when_a_sections_time_ends_the_next_is_open_and_late_words_of_the_first_still_arrive() -> None:
    messages = [answer(1, 1, "c", after=890_000), answer(2, 3, "d", after=930_000)]

    found = decide(LOCKED, begin(LOCKED), messages, Hearing(940_000, 0))

    assert [(ack.status, ack.late) for ack in found.acks] == [("saved", True), ("saved", False)]
    assert found.state.of(1).options == ("c",)


def test_the_other_device_having_gone_on_makes_no_difference_to_what_was_done_before() -> None:
    ahead = decide(LOCKED, begin(LOCKED), [visit(1, 3), answer(2, 3)], Hearing(905_000, 905_000)).state

    in_time = decide(LOCKED, ahead, [answer(1, 2, "b", after=890_000)], Hearing(950_000, 0))
    too_late = decide(LOCKED, ahead, [answer(1, 2, "b", after=901_000)], Hearing(950_000, 0))
    too_long = decide(LOCKED, ahead, [answer(1, 2, "b", after=890_000)], Hearing(1_020_001, 0))

    assert (statuses(in_time), statuses(too_late), statuses(too_long)) == (["saved"], ["late"], ["late"])


def test_forward_only_a_section_with_time_left_is_not_left_by_its_last_question() -> None:
    forward = replace(LOCKED, navigation="forward")
    last = begin(forward)._replace(place=Place(1, 10_000))

    held = decide(forward, last, [visit(1, 3)], Hearing(20_000, 20_000))
    free = decide(replace(forward, leave_early=True), last, [visit(1, 3)], Hearing(20_000, 20_000))

    assert [(ack.status, ack.reason) for ack in held.acks] == [("refused", "section not over")]
    assert statuses(free) == ["saved"]


def test_what_is_too_late_is_kept_as_evidence_once_and_changes_nothing() -> None:
    found = decide(FREE, begin(FREE), [answer(1, 1), visit(2, 2)], Hearing(800_000, 590_000))
    again = decide(FREE, found.state, [answer(1, 1)], Hearing(810_000, 800_000, {1: "late"}))

    assert [(ack.status, ack.kept) for ack in found.acks] == [("late", True), ("late", False)]
    assert [event.options for event, _ in found.evidence] == [("a",)]
    assert (found.state, found.events) == (begin(FREE), ())
    assert [(ack.status, ack.kept) for ack in again.acks] == [("late", True)]
    assert again.evidence == ()


def test_after_the_closing_answers_are_evidence_as_long_as_there_is_room() -> None:
    hearing = Hearing(700_000, 0, room=1, closed_ms=600_000)

    found = decide(FREE, begin(FREE), [answer(1, 1), answer(2, 2), Message(3, "flagged", 1)], hearing)

    assert [(ack.status, ack.kept) for ack in found.acks] == [("closed", True), ("closed", False), ("closed", False)]


def test_an_answer_made_while_we_were_down_is_in_time() -> None:
    down = (Pause(590_000, 640_000),)
    hearing = Hearing(641_000, 580_000, pauses=down)

    found = decide(FREE, begin(FREE), [answer(1, 1, after=40_000)], hearing)
    later = decide(FREE, found.state, [answer(2, 2)], Hearing(649_000, 649_000, pauses=down))

    assert [(ack.status, ack.late) for ack in found.acks] == [("saved", False)]
    assert statuses(later) == ["saved"]
    assert timing.remaining_ms(FREE, Place(), timing.running_ms(641_000, down)) == 9_000


def test_of_two_devices_the_later_wins_also_while_we_were_down() -> None:
    down = (Pause(100_000, 200_000),)
    desk = decide(FREE, begin(FREE), [answer(1, 1, "b", after=80_000)], Hearing(201_000, 90_000, pauses=down))
    phone = decide(FREE, desk.state, [answer(1, 1, "a", after=30_000)], Hearing(202_000, 90_000, pauses=down))

    assert phone.state.of(1).options == ("b",)


def test_a_question_is_still_open_after_we_were_down() -> None:
    down = (Pause(10_000, 70_000),)

    found = decide(SPRINT, begin(SPRINT), [answer(1, 1)], Hearing(71_000, 71_000, pauses=down))

    assert statuses(found) == ["saved"]
    assert timing.question_remaining_ms(SPRINT, found.state.place, timing.running_ms(71_000, down)) == 8_000


def test_the_networks_delay_is_not_charged_to_the_next_question() -> None:
    found = decide(SPRINT, begin(SPRINT), [visit(1, 2, after=5_000)], Hearing(6_200, 0))

    assert found.events[0].lag_ms == 1_200
    assert timing.question_remaining_ms(SPRINT, found.state.place, 6_200) == 19_000


def test_nor_to_one_that_opened_by_itself() -> None:
    found = decide(SPRINT, begin(SPRINT), [visit(1, 2, after=19_000)], Hearing(19_800, 0))

    assert timing.question_remaining_ms(SPRINT, found.state.place, 19_800) == 19_000
    assert closed(SPRINT, found.state, 10**9).of(2).spent_ms == 19_000


def test_but_only_from_a_quota_that_refills_slowly() -> None:
    state, contact, given = begin(SPRINT), 0, []
    for number in (2, 3, 4):
        arrival = contact + 5_000
        found = decide(SPRINT, state, [visit(number, number, after=1_000)], Hearing(arrival, contact))
        given.append(found.events[0].lag_ms)
        state, contact = found.state, arrival

    assert given == [timing.LAG_MS, timing.REFILL_MS, timing.REFILL_MS]


def test_a_projection_from_before_sections_and_lag_can_be_read() -> None:
    stored = {
        "place": [2, 38_000],
        "screen": [3, 38_500],
        "events": 7,
        "questions": {"1": [["a"], 3_000, False, None, True, 19_000, None]},
    }

    state = State.from_json(stored)

    assert state.place == Place(2, 38_000)
    assert (state.lag_ms, state.changes) == (timing.LAG_MS, ())
    assert State.from_json(state.as_json()) == state


# Whatever two devices send, in whatever order it arrives, however often.

KINDS = sorted(law.KINDS)
MADE = st.lists(
    st.tuples(
        st.sampled_from(["desk", "phone"]),
        st.sampled_from(["answered", "cleared", "flagged", "unflagged"]),
        st.integers(1, 4),
        st.sampled_from("abcd"),
        st.integers(1, 500_000),
    ),
    max_size=12,
    unique_by=lambda one: one[4],
)


def _responses(state: State) -> dict[int, tuple[tuple[str, ...], bool]]:
    return {number: (state.of(number).options, state.of(number).flagged) for number in range(1, 5)}


def _deliver(plan: Plan, sent: Sequence[tuple[str, Message]], arrival: int) -> State:
    """Each message in a batch of its own, all arriving at once, after the client's contact at the start."""
    state, known = begin(plan), {"desk": {}, "phone": {}}  # type: ignore[var-annotated]
    for client, message in sent:
        found = decide(plan, state, [message], Hearing(arrival, 0, known[client]))
        state = found.state
        known[client].update({event.seq: "saved" for event in found.events})
    return state


@given(MADE, st.randoms(), st.booleans())
def test_the_order_of_arrival_and_repetition_make_no_difference(made: list, random: object, twice: bool) -> None:
    sent = [
        (client, Message(seq, kind, question, (option,) if kind == "answered" else (), at))
        for seq, (client, kind, question, option, at) in enumerate(sorted(made, key=lambda one: one[4]), start=1)
    ]
    straight = _deliver(FREE, sent, 550_000)
    shuffled = sent * 2 if twice else list(sent)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert _responses(_deliver(FREE, shuffled, 550_000)) == _responses(straight)
    for number in range(1, 5):
        own = [one for one in made if one[2] == number and one[1] in {"answered", "cleared"}]
        last = max(own, key=lambda one: one[4], default=None)
        expected = (last[3],) if last and last[1] == "answered" else ()
        assert straight.of(number).options == expected


ANYTHING = st.lists(
    st.builds(
        Message,
        seq=st.integers(1, 20),
        kind=st.sampled_from([*KINDS, "danced"]),
        question=st.integers(0, 6),
        options=st.lists(st.sampled_from(["a", "b", "z", "", "\x00"]), max_size=2).map(tuple),
        after_ms=st.integers(-(10**9), 10**9),
        confidence=st.none(),
    ),
    max_size=8,
)
PLANS = st.sampled_from([FREE, SPRINT, SECTIONS, LOCKED, TYPED, replace(SECTIONS, navigation="forward")])


@given(PLANS, st.lists(st.tuples(st.integers(0, 60_000), st.booleans(), ANYTHING), max_size=6))
def test_nothing_that_is_sent_reopens_or_lengthens_anything(plan: Plan, batches: list) -> None:
    state, now, contacts, given = begin(plan), 0, {}, 0  # type: ignore[var-annotated]
    for wait, desk, messages in batches:
        now += wait
        client = "desk" if desk else "phone"
        before = state.place.at(plan, now)
        left = timing.remaining_ms(plan, state.place, now)
        found = decide(plan, state, messages, Hearing(now, contacts.get(client)))
        contacts[client], state = now, found.state
        given += sum(event.lag_ms for event in found.events)

        assert state.place.at(plan, now).index >= before.index
        remaining = timing.remaining_ms(plan, state.place, now)
        assert (remaining is None) == (left is None)
        if remaining is not None and left is not None:
            assert remaining <= left + sum(event.lag_ms for event in found.events)
        assert all(0 <= ack.at_ms <= now for ack in found.acks)
        assert State.from_json(state.as_json()) == state
    assert given <= timing.LAG_MS + timing.REFILL_MS * len(plan.numbers) * 2


@given(PLANS, st.lists(st.tuples(st.integers(0, 60_000), ANYTHING), max_size=6))
def test_the_events_tell_the_state(plan: Plan, batches: list) -> None:
    state, now, contact = begin(plan), 0, 0
    events: list[Event] = []
    for wait, messages in batches:
        now += wait
        found = decide(plan, state, messages, Hearing(now, contact))
        state, contact = found.state, now
        events.extend(found.events)

    assert fold(plan, events) == state


@given(PLANS, ANYTHING, ANYTHING, st.integers(0, 40_000))
def test_nonsense_in_a_batch_harms_nobody_but_itself(plan: Plan, good: list, noise: list, now: int) -> None:
    first = decide(plan, begin(plan), good, Hearing(now, 0))
    refused = [message for message in noise if message.kind == "danced" or message.question in {0, 5, 6}]
    others = [message._replace(seq=message.seq + 100) for message in refused]

    mixed = decide(plan, begin(plan), [*good, *others], Hearing(now, 0))

    assert mixed.state == first.state
    assert {ack.status for ack in mixed.acks if ack.seq > 100} <= {"refused"}


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 300_000)), max_size=8), st.integers(0, 900_000))
def test_time_spent_adds_up_to_time_passed_under_sections(visits: list, end: int) -> None:
    plan = replace(SECTIONS, sections=(Section((1, 2), 100_000, 1), Section((3, 4), 150_000, 2)))
    events = [Event("visited", number, at) for number, at in sorted(visits, key=lambda one: one[1])]

    end = max([end, *(event.at_ms for event in events)])
    state = closed(plan, fold(plan, events), end)

    assert sum(response.spent_ms for response in state.responses.values()) == min(end, 250_000)


def test_more_time_for_one_sitting_is_in_its_state() -> None:
    change = Change(10_000, 60_000)
    state = fold(FREE, [Event("extended", 0, 10_000, change=change)])

    assert state.changes == (change,)
    assert State.from_json(state.as_json()) == state
    assert replace(FREE, changes=state.changes).paper_end == 660_000


def test_the_five_states_hold_for_what_is_typed() -> None:
    assert Response(("12.5",), seen=True).bubble == "answered"
