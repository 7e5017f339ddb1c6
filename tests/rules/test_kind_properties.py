"""What holds for every kind: order does not matter, shuffling changes no one's mark, plain text leaves nothing out."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import kinds
from tayari.rules.kinds import shuffling
from tayari.rules.kinds.plain_text import plain
from tests.rules import contents as made
from tests.rules.test_kinds import EIGHT
from tests.rules.test_more_kinds import ALL

EVERY = [*EIGHT, *ALL]
CHOSEN = [content for content in EVERY if kinds.KINDS[content["kind"]].ANSWER in {"one", "several"}]
TRUTHS = st.lists(st.booleans(), min_size=3, max_size=3)


def derived(content: dict[str, Any]) -> kinds.Derived:
    return kinds.derive(kinds.parse(content), {})


def named(content: dict[str, Any], found: kinds.Derived) -> set[str]:
    """The ids of the statements or pairs that the right option names."""
    return set(content["choices"]["abcd".index(found.key[0])])


@given(truths=TRUTHS.filter(lambda truths: sum(truths) >= 2), order=st.permutations(range(3)))
@pytest.mark.parametrize("kind", ["combinations", "pairs-combinations"])
def test_permuting_what_is_numbered_permutes_the_key(kind: str, truths: list[bool], order: list[int]) -> None:
    content = (
        made.statements("combinations", *truths, choices=made.CHOICES)
        if kind == "combinations"
        else made.pairs_combinations(*truths)
    )
    part = "statements" if kind == "combinations" else "pairs"
    moved = {**content, part: [content[part][at] for at in order]}

    before, after = derived(content), derived(moved)

    assert named(content, before) == named(moved, after)
    labels = {row["id"]: str(at) for at, row in enumerate(moved[part], start=1)}
    said = next(option.texts["en"] for option in after.options if option.id in after.key)
    assert all(labels[ident] in said for ident in named(moved, after))


@given(truths=TRUTHS, order=st.permutations(range(3)))
@pytest.mark.parametrize(("make", "part"), [(made.listed, "list"), (made.pairs, "pairs")])
def test_a_count_does_not_hang_on_the_order(make: Any, part: str, truths: list[bool], order: list[int]) -> None:
    content = make(*truths)
    moved = {**content, part: [content[part][at] for at in order]}

    assert derived(content).key == derived(moved).key


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_chronology_keeps_its_order_of_ids(order: tuple[int, ...]) -> None:
    content = made.chronology("2016", "2018", "2020")
    moved = {**content, "items": [content["items"][at] for at in order]}

    assert named(content, derived(content)) == named(moved, derived(moved))
    assert content["choices"]["abcd".index(derived(content).key[0])] == ["i1", "i2", "i3"]
    assert moved["choices"]["abcd".index(derived(moved).key[0])] == ["i1", "i2", "i3"]


@given(seed=st.text(max_size=8), response=st.sets(st.sampled_from("abcd"), max_size=2))
@pytest.mark.parametrize("content", CHOSEN, ids=lambda content: content["kind"])
def test_shuffling_never_changes_who_is_right(content: dict[str, Any], seed: str, response: set[str]) -> None:
    question, found = kinds.parse(content), derived(content)
    ids = [option.id for option in question.options()]
    shown = shuffling.order(question, seed)

    assert sorted(shown) == ids
    # Who marks the bubbles at the places where these options are shown sends these ids.
    places = [shown.index(ident) for ident in sorted(response) if ident in ids]
    sent = [shown[place] for place in places]
    assert question.mark(sent, found.key) == question.mark(sorted(response & set(ids)), found.key)


@pytest.mark.parametrize("content", CHOSEN, ids=lambda content: content["kind"])
def test_standing_options_keep_their_order(content: dict[str, Any]) -> None:
    question = kinds.parse(content)
    orders = {shuffling.order(question, str(seed)) for seed in range(40)}

    assert (len(orders) == 1) == question.STANDING
    assert shuffling.order(question, "7") == shuffling.order(question, "7")


def test_options_that_name_others_stay_where_they_are() -> None:
    content = made.single(False, False, False, True)
    content["options"][3]["text"] = made.both("Both (a) and (b)")

    assert not shuffling.options_may_move(kinds.parse(content))
    assert shuffling.order(kinds.parse(content), "any") == ("a", "b", "c", "d")


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("content", EVERY, ids=lambda content: content["kind"])
def test_plain_text_has_every_word_that_is_printed(content: dict[str, Any], language: str) -> None:
    printed = kinds.parse(content).printed()

    said = plain(printed, language)

    for words in leaves(printed, language):
        assert words in said


def leaves(value: Any, language: str) -> list[str]:
    if isinstance(value, dict) and set(value) <= {"en", "hi"} and "en" in value:
        return [value.get(language) or value["en"]]
    if isinstance(value, dict):
        return [words for name, inner in value.items() if name != "kind" for words in leaves(inner, language)]
    return [words for inner in value for words in leaves(inner, language)] if isinstance(value, list) else []


def test_plain_text_reads_like_a_booklet() -> None:
    assert plain(kinds.parse(made.pairs_combinations(True, True, False)).printed(), "hi") == (
        "हि Consider:\n1. हि Left 1 : हि Right 1\n2. हि Left 2 : हि Right 2\n3. हि Left 3 : हि Right 3\n"
        "उपर्युक्त युग्मों में से कौन-सा/कौन-से सही सुमेलित है/हैं? नीचे दिए गए कूट का प्रयोग कर सही उत्तर चुनिए:\n"
        "(a) केवल 1 और 2\n(b) केवल 2 और 3\n(c) केवल 1 और 3\n(d) 1, 2 और 3"
    )
