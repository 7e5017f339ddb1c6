"""What holds of every base, whatever it says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.contradictions import RULES, find
from tayari.rules.contradictions.moments import overlap
from tayari.rules.lint.base import Fact
from tests.rules.contradictions.bases import base, fact

_DAYS = st.one_of(
    st.just(""),
    st.dates(date(1950, 1, 1), date(2030, 12, 31)).map(str),
    st.integers(1950, 2030).map(str),
    st.dates(date(1950, 1, 1), date(2030, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
)
_VALUES = {
    "held_on": _DAYS.filter(bool),
    "seat": st.sampled_from(["delhi", "paris"]),
    "edition_number": st.integers(1, 3).map(str),
    "edition_of": st.just("row"),
    "member_of": st.sampled_from(["delhi", "row"]),
    "not_member_of": st.sampled_from(["delhi", "row"]),
    "established_in": _DAYS.filter(bool),
    "holds_office": st.just("office"),
    "minister": st.sampled_from(["a", "b"]),
    "full_name": st.sampled_from(["First name", "first-name", "Second"]),
}


@st.composite
def _facts(draw: st.DrawFn) -> list[Fact]:
    made = []
    for number in range(draw(st.integers(0, 8))):
        predicate = draw(st.sampled_from(sorted(_VALUES)))
        subject = draw(st.sampled_from(["a", "b", "row"]))
        made.append(fact(f"{subject}.{predicate}#{number}", draw(_VALUES[predicate]), draw(_DAYS), draw(_DAYS)))
    return made


@given(_facts(), st.randoms())
def test_the_order_of_facts_changes_nothing_and_every_finding_names_facts_of_the_base(
    facts: list[Fact], chance: object
) -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = find(base(*facts)), find(base(*shuffled))

    assert {found.key for found in one} == {found.key for found in other}
    assert all(set(found.facts) <= {given.ref for given in facts} for found in one)
    assert all(found.facts and found.message and found.proposal and found.rule in RULES for found in one)


@given(_facts())
def test_a_retired_fact_contradicts_nothing(facts: list[Fact]) -> None:
    retired = [Fact(**{name: getattr(one, name) for name in one.__slots__} | {"status": "retired"}) for one in facts]

    assert find(base(*retired)) == ()


@given(_facts())
def test_retiring_what_a_finding_names_ends_it(facts: list[Fact]) -> None:
    for found in find(base(*facts)):
        kept = [one for one in facts if one.ref not in found.facts]
        assert found.key not in {left.key for left in find(base(*kept))}


@given(st.dates(date(1960, 1, 1), date(2020, 1, 1)), st.dates(date(1960, 1, 1), date(2020, 1, 1)), st.integers(1, 3650))
def test_an_interval_closed_on_the_day_the_next_begins_no_longer_overlaps(first: date, begun: date, days: int) -> None:
    later = first + timedelta(days=days)
    one = fact("a.seat#1", "delhi", str(first), str(later))

    assert not overlap(one, fact("a.seat#2", "paris", str(later)))
    assert overlap(one, one)
    assert overlap(one, fact("a.seat#2", "paris", str(begun))) == (begun < later)
