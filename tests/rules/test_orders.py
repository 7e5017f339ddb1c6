"""Questions and options in a sitting's own order: all there, sets together, the same again for the same seed."""

from hypothesis import given
from hypothesis import strategies as st

from tayari.rules import orders

SECTIONS = st.lists(st.integers(1, 12), min_size=1, max_size=5).map(
    lambda sizes: [tuple(range(sum(sizes[:at]) + 1, sum(sizes[: at + 1]) + 1)) for at in range(len(sizes))]
)
SEEDS = st.text(min_size=1, max_size=20)


@given(SECTIONS, SEEDS, st.integers(1, 5))
def test_every_section_keeps_its_questions_and_sets_stay_together_in_their_order(
    sections: list[tuple[int, ...]], seed: str, size: int
) -> None:
    groups = {number: f"passage {number // size}" for section in sections for number in section if number % 3}

    order = orders.questions(sections, groups, seed)

    assert [sorted(mixed) for mixed in order] == [list(section) for section in sections]
    assert orders.questions(sections, groups, seed) == order
    for section, mixed in zip(sections, order, strict=True):
        for ref in set(groups.values()):
            inside = [number for number in section if groups.get(number) == ref]
            places = [mixed.index(number) for number in inside]
            assert places == list(range(places[0], places[0] + len(places))) if places else True


@given(st.integers(1, 200), SEEDS)
def test_options_are_all_there_and_stay_where_they_may_not_move(number: int, seed: str) -> None:
    assert sorted(orders.options("abcd", number, seed, moves=True)) == list("abcd")
    assert orders.options("abcd", number, seed, moves=False) == tuple("abcd")


def test_sittings_differ_and_so_do_the_questions_of_one() -> None:
    numbers = tuple(range(1, 21))

    assert len({orders.questions([numbers], {}, f"sitting {at}") for at in range(50)}) > 45
    assert len({orders.options("abcd", number, "one sitting", moves=True) for number in range(1, 101)}) == 24


def test_a_passage_or_a_table_makes_a_set() -> None:
    assert orders.group({"passage": {"ref": "p.1", "text": {}}}) == "p.1"
    assert orders.group({"table": {"ref": "t.1"}}) == "t.1"
    assert orders.group({"stem": {}}) == ""
