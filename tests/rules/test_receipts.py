"""A receipt that was touched anywhere says so, and where."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import receipts

HEAD = {"id": "3f", "paper": "india-us", "opened_at": "2026-11-23T06:00:00.000+00:00"}


def event(seq: int, kind: str, question: int | None, at: int, **data: Any) -> dict[str, Any]:
    told = {"seq": seq, "kind": kind, "question": question, "at": f"2026-11-23T06:00:{at:02}.000+00:00", "data": data}
    return {**told, "client": "tab", "client_seq": seq}


EVENTS = [
    event(1, "answered", 1, 10, options=["a"]),
    event(2, "answered", 1, 20, options=["b"]),
    event(3, "answered", 2, 25, options=["c"]),
    event(4, "answered", 1, 15, options=["d"], late=True),
    event(5, "cleared", 2, 30),
    event(6, "closed", None, 40, by="candidate"),
    event(7, "answered", 3, 39, options=["a"], evidence=True, reason="closed"),
]


def test_the_answers_are_those_that_stood() -> None:
    assert receipts.made(HEAD, EVENTS)["answers"] == {"1": ["b"]}


def test_a_whole_receipt_is_whole_also_without_events() -> None:
    receipts.check(receipts.made(HEAD, EVENTS))
    receipts.check(receipts.made(HEAD, []))


def changed(path: list[Any], value: Any) -> dict[str, Any]:
    made = copy.deepcopy(receipts.made(HEAD, EVENTS))
    place: Any = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return made


@pytest.mark.parametrize(
    ("receipt", "words"),
    [
        (changed(["sitting", "paper"], "other"), "what it says of the sitting was changed"),
        (changed(["events", 2, "data", "options"], ["d"]), "event 3 was changed"),
        (changed(["events", 1, "at"], "2026-11-23T06:00:59.000+00:00"), "event 2 was changed"),
        (changed(["answers", "1"], ["a"]), "answers do not follow"),
        (changed(["head"], "0" * 64), "events at its end are missing"),
        (changed(["events"], receipts.made(HEAD, EVENTS)["events"][:-1]), "events at its end are missing"),
        (changed(["events"], receipts.made(HEAD, EVENTS)["events"][1:]), "event 2 was changed"),
        (changed(["events", 3], None), "a part of it is missing"),
        (changed(["events"], 7), "a part of it is missing"),
        (changed(["format"], "other/1"), "no receipt"),
        ([], "no receipt"),
        ({"format": receipts.FORMAT}, "a part of it is missing"),
    ],
)
def test_what_was_touched_is_named(receipt: Any, words: str) -> None:
    with pytest.raises(receipts.Tampered, match=words):
        receipts.check(receipt)


def test_an_event_taken_out_with_new_hashes_leaves_a_hole() -> None:
    with pytest.raises(receipts.Tampered, match="event 2 is missing"):
        receipts.check(receipts.made(HEAD, [EVENTS[0], *EVENTS[2:]]))


@given(st.integers(0, 6), st.sampled_from(["kind", "question", "client", "client_seq", "at", "data"]))
def test_no_field_of_any_event_can_be_changed_unseen(index: int, name: str) -> None:
    with pytest.raises(receipts.Tampered):
        receipts.check(changed(["events", index, name], "other"))
