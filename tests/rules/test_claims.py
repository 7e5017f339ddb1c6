"""A claim is true, false or unknown by what is known, and never by a guess."""

from datetime import date

import pytest

from tayari.rules.claims import Known, Verdict, judge


@pytest.mark.parametrize(
    ("kind", "claimed", "held", "functional", "truth"),
    [
        ("entity", "new-delhi", ["new-delhi"], True, True),
        ("entity", "washington-dc", ["new-delhi"], True, False),
        # A predicate with many values is not contradicted by another value.
        ("entity", "wassenaar", ["mtcr"], False, None),
        ("date", "2018-09-06", ["2018-09-06"], True, True),
        ("date", "2018", ["2018-09-06"], True, True),
        ("date", "2019", ["2018-09-06"], True, False),
        # More exact than what is known: neither true nor false.
        ("date", "2024-08-22", ["2024-08"], True, None),
        ("quantity", "31 aircraft", ["31 Aircraft"], True, True),
        ("text", "a flexible  mechanism", ["A flexible mechanism"], False, True),
        ("entity", "new-delhi", [], True, None),
    ],
)
def test_truth_follows_from_what_is_known(
    kind: str, claimed: str, held: list[str], functional: bool, truth: bool | None
) -> None:
    known = [Known(f"f.{place}", value) for place, value in enumerate(held)]

    verdict = judge(kind, claimed, known, functional=functional, interval=False, as_of=None)  # type: ignore[arg-type]

    assert verdict.truth is truth


def test_an_interval_counts_only_on_the_day_asked_for() -> None:
    known = [
        Known("f.mattis", "james-mattis", "2017-01-20", "2018-12-31"),
        Known("f.esper", "mark-esper", "2019-07-23", "2020-11-09"),
    ]

    verdict = judge("entity", "mark-esper", known, functional=True, interval=True, as_of=date(2018, 9, 6))

    assert verdict == Verdict(False, ("f.mattis",))


def test_names_the_facts_that_decide() -> None:
    known = [Known("f.a", "2018"), Known("f.b", "2018-09-06")]

    assert judge("date", "2018-09", known, functional=True, interval=False, as_of=None) == Verdict(True, ("f.b",))
