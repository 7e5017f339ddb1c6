"""How far a commitment came is told by its facts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.commitments import STAGES, Stage, Step, in_order, stage, stands


@pytest.mark.parametrize(
    ("role", "of_subject", "shown"),
    [
        ("announced", True, "announced"),
        ("begun", True, "begun"),
        ("operational", True, "operational"),
        ("ended", True, "ended"),
        ("replaced-by", True, "replaced"),
        ("replaced", False, "replaced"),
        # To have taken something's place is no step of one's own; what befalls the object is none of the subject.
        ("replaced", True, None),
        ("replaced-by", False, None),
        ("begun", False, None),
        ("effect", True, None),
        ("", True, None),
    ],
)
def test_a_role_shows_a_stage_of_one_side(role: str, of_subject: bool, shown: Stage | None) -> None:
    assert stage(role, of_subject=of_subject) == shown


def _steps(*told: str) -> list[Step]:
    made = []
    for one in told:
        name, _, date = one.partition(" ")
        made.append(Step(name, f"f.{name}.{date}", date))  # type: ignore[arg-type]
    return made


@pytest.mark.parametrize(
    ("told", "reached"),
    [
        ([], None),
        (["announced 2022-05"], "announced"),
        (["announced 2022-05", "begun 2023-01-31"], "begun"),
        # iCET in the demo: announced in May 2022, launched on 31 January 2023, succeeded by TRUST on 13 February 2025.
        (["announced 2022-05", "begun 2023-01-31", "replaced 2025-02-13"], "replaced"),
        (["begun 2016-08-29", "operational 2018-09"], "operational"),
        (["operational 2018-09", "announced 2019"], "operational"),
        (["replaced 2015", "ended 2017-03-01"], "ended"),
        (["ended 2015", "replaced 2017"], "replaced"),
        (["ended", "replaced 2017"], "replaced"),
        (["ended", "operational 2020"], "ended"),
    ],
)
def test_the_furthest_stage_counts_and_closing_outranks(told: list[str], reached: Stage | None) -> None:
    assert stands(_steps(*told)) == reached


def test_steps_stand_by_stage_and_then_by_date_with_the_undated_last() -> None:
    told = _steps("begun 2019", "announced", "announced 2017-08-15", "announced 2017-06")

    assert [(step.stage, step.date) for step in in_order([*told, told[0]])] == [
        ("announced", "2017-06"), ("announced", "2017-08-15"), ("announced", ""), ("begun", "2019"),
    ]  # fmt: skip


_STEPS = st.lists(
    st.builds(
        Step, st.sampled_from(STAGES), st.text("abc", min_size=1, max_size=3), st.sampled_from(["", "2018", "2020-05"])
    )
)


@given(_STEPS)
def test_the_order_in_which_facts_are_read_changes_nothing(steps: list[Step]) -> None:
    assert stands(steps) == stands(steps[::-1])
    assert in_order(steps) == in_order(steps[::-1])


@given(_STEPS)
def test_what_stands_is_something_that_a_fact_shows(steps: list[Step]) -> None:
    reached = stands(steps)

    assert (reached is None) == (not steps)
    assert reached is None or reached in {step.stage for step in steps}
