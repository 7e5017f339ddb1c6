"""Responses kept as text: read and changed as those that are kept as values, and written letter for letter the same."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.responses import NOTHING, Packed, Response
from tayari.rules.sittings import Event, State, begin, closed, fold, step
from tayari.rules.timing import Change, Place, Plan

PLANS = [
    Plan.of({number: frozenset("abcd") for number in range(1, 12)}, paper_ms=600_000),
    Plan.of({number: frozenset("abcd") for number in range(1, 12)}, question_ms=19_000, forward=True),
]
MS = st.none() | st.integers(-(10**6), 10**12)
RESPONSE = st.builds(
    Response,
    st.lists(st.text(max_size=6), max_size=3).map(tuple),
    MS,
    st.booleans(),
    MS,
    st.booleans(),
    st.integers(0, 10**9),
    st.none() | st.text(max_size=6),
)
HELD = st.dictionaries(st.integers(1, 300), RESPONSE, max_size=8)
EVENT = st.tuples(
    st.sampled_from(["visited", "answered", "cleared", "flagged", "unflagged", "left", "extended"]),
    st.integers(1, 11),
    st.integers(0, 650_000),
    st.sampled_from([("a",), ("b", "d"), ("[[]",), ('": [["x',), ("हाँ",)]),
).map(lambda told: Event(*told, change=Change(told[2], 60_000) if told[0] == "extended" else None))


@given(HELD, HELD)
def test_what_is_packed_reads_and_changes_as_what_is_not(held: dict[int, Response], more: dict[int, Response]) -> None:
    state = State(held)
    packed = state.packed()
    before = packed.as_text()

    later = packed._replace(responses=packed.having(more))
    plainly = state._replace(responses=state.having(more))

    assert packed == state
    assert later == plainly
    assert list(later.responses) == sorted(plainly.responses)
    assert later.answered == plainly.answered
    assert [later.of(number) for number in range(1, 301)] == [plainly.of(number) for number in range(1, 301)]
    assert packed.as_text() == before
    assert later.packed() is later


@given(
    HELD,
    st.builds(Place, *[st.integers(0, 10**9)] * 4),
    st.none() | st.integers(1, 300),
    st.lists(st.builds(Change, st.integers(), st.integers(), st.none() | st.integers(1, 9)), max_size=2).map(tuple),
)
def test_the_text_is_the_json_letter_for_letter(
    held: dict[int, Response], place: Place, on_screen: int | None, changes: tuple[Change, ...]
) -> None:
    state = State(held, place, on_screen, 17, 4, 3, changes)

    assert state.as_text() == state.packed().as_text() == json.dumps(state.as_json())
    assert State.from_json(json.loads(state.as_text())) == state


@given(st.sampled_from(PLANS), st.lists(EVENT, max_size=12))
def test_the_rules_do_the_same_to_what_is_packed(plan: Plan, events: list[Event]) -> None:
    plain, packed = fold(plan, events), begin(plan).packed()
    for event in events:
        packed = step(plan, packed, event)

    assert isinstance(packed.responses, Packed)
    assert packed == plain
    assert closed(plan, packed, 700_000) == closed(plan, plain, 700_000)
    assert packed.as_text() == plain.as_text()


def test_what_nobody_touched_holds_nothing() -> None:
    packed = State({3: Response(("a",))}).packed()

    assert packed.of(4) is NOTHING
    assert (4 in packed.responses, 3 in packed.responses, len(packed.responses)) == (False, True, 1)
