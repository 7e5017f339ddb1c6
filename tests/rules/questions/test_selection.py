"""A paper's questions from a bank: shares, clashes, seeds, and what is short."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import kinds
from tayari.rules.questions import papers, quotas
from tayari.rules.questions.papers import Asked
from tayari.rules.questions.selection import Short, Wanted, select
from tests.rules import contents as made

# Words without a common pair, so that no two questions read alike.
WORDS = [
    f"{first}{second}" for first in ("am", "be", "co", "du", "el", "fo", "gi", "hu") for second in ("ra", "li", "no")
]


def asked(number: int, topic: str, *, kind: str = "single", difficulty: str = "easy", claim: str = "") -> Asked:
    """Question `number`, with words of its own."""
    words = [WORDS[(number * step) % len(WORDS)] + str(number) for step in (1, 5, 7)]
    content: dict[str, Any] = (
        made.single(True, False, False, False) if kind == "single" else made.statements(kind, True, False)
    )
    content |= {"ref": f"q.{number}", "stem": {"en": " ".join(words)}, "topics": [topic], "difficulty": difficulty}
    for place, item in enumerate(content.get("options") or content["statements"]):
        item["text"] = {"en": f"{words[0]} {place} {words[1]}{place}"}
        item["why"] = {"en": "Why."}
    if claim:
        first = (content.get("options") or content["statements"])[0]
        first.pop("true"), first.pop("facts")
        first["claim"] = claim.split()
    question = kinds.parse(content)
    return question, kinds.derive(question, {item.id: True for item in question.items() if item.claim})


def bank(**topics: int) -> list[Asked]:
    numbers = iter(range(1, 1000))
    return [asked(next(numbers), topic) for topic, count in topics.items() for _ in range(count)]


@pytest.mark.parametrize(
    ("weights", "count", "shared"),
    [
        ({"a": 1, "b": 1}, 10, {"a": 5, "b": 5}),
        ({"a": 2, "b": 1}, 10, {"a": 7, "b": 3}),
        ({"a": 1, "b": 1, "c": 1}, 10, {"a": 4, "b": 3, "c": 3}),
        ({"a": 3}, 7, {"a": 7}),
        ({}, 7, {}),
    ],
)
def test_counts_are_shared_out_by_largest_remainders(
    weights: dict[str, int], count: int, shared: dict[str, int]
) -> None:
    assert quotas.shares(weights, count) == shared


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 50), min_size=1),
    st.integers(0, 200),
)
def test_shares_sum_to_the_count_and_are_off_by_less_than_one(weights: dict[str, int], count: int) -> None:
    shared = quotas.shares(weights, count)

    assert sum(shared.values()) == count
    for name, weight in weights.items():
        assert abs(shared[name] * sum(weights.values()) - weight * count) < sum(weights.values())


def test_each_topic_has_its_share_and_a_topic_holds_those_below_it() -> None:
    held = bank(**{"gs2.ir": 6, "gs3": 6})
    held.append(asked(90, "gs2.ir.bilateral"))

    found = select(held, Wanted(9, "s", topics={"gs2.ir": 7, "gs3": 2}))

    by_ref = {one.head.ref: one.head.topics[0] for one, _ in held}
    assert found.short == ()
    assert sorted(by_ref[ref].partition(".")[0] for ref in found.refs) == ["gs2"] * 7 + ["gs3"] * 2


def test_kinds_and_difficulties_have_theirs_at_once() -> None:
    held = [
        asked(number, "t", kind=kind, difficulty=difficulty)
        for number, (kind, difficulty) in enumerate(
            [("single", "easy"), ("single", "hard"), ("two-statements", "easy"), ("two-statements", "hard")] * 3
        )
    ]

    found = select(held, Wanted(6, "s", kinds={"single": 2, "two-statements": 1}, difficulties={"easy": 1, "hard": 1}))

    chosen = [one.head for one, _ in held if one.head.ref in found.refs]
    assert found.short == ()
    assert sorted(one.kind for one in chosen) == ["single"] * 4 + ["two-statements"] * 2
    assert sorted(one.difficulty for one in chosen) == ["easy"] * 3 + ["hard"] * 3


def test_a_cell_that_the_bank_cannot_fill_is_named_with_how_many_are_missing() -> None:
    found = select(bank(rich=9, poor=2), Wanted(10, "s", topics={"rich": 1, "poor": 1}))

    assert found.short == (Short("topic", "poor", 5, 2),)
    assert str(found.short[0]) == "topic poor: 3 short (2 of 5)"
    assert len(found.refs) == 7


def test_a_bank_that_is_too_small_is_short_as_a_whole() -> None:
    assert list(map(str, select(bank(t=3), Wanted(5, "s")).short)) == ["paper: 2 short (3 of 5)"]


def test_no_two_questions_answer_each_other() -> None:
    held = [asked(number, "t", claim="beca signed_on 2020") for number in range(3)] + [
        asked(number, "t") for number in range(10, 13)
    ]

    found = select(held, Wanted(5, "s"))

    by_ref = {question.head.ref: (question, derived) for question, derived in held}
    assert len(found.refs) == 4
    assert [one for one in papers.lint([by_ref[ref] for ref in found.refs]) if "answers" in one.rule] == []


@given(st.text(max_size=5))
def test_the_same_seed_draws_the_same_whatever_the_order_of_the_bank(seed: str) -> None:
    held = bank(a=8, b=8)
    wanted = Wanted(6, seed, topics={"a": 1, "b": 2})

    assert select(held, wanted) == select(held[::-1], wanted)


def test_seeds_draw_different_papers() -> None:
    assert len({select(bank(a=20), Wanted(5, str(seed))).refs for seed in range(10)}) > 5


def test_a_selection_is_held_against_the_blueprints_counts() -> None:
    pattern = {"questions": 100, "options_per_question": 4}

    assert quotas.against(pattern, 100, bank(a=1)) == []
    assert quotas.against(pattern, 20, []) == ["the blueprint has 100 questions, not 20"]
    assert quotas.against({"questions": None, "options_per_question": 5}, 20, bank(a=1)) == [
        "q.1 has 4 options and the blueprint 5"
    ]
