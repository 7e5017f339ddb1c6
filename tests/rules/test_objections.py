"""Which objections are taken, and what counts as evidence."""

from datetime import timedelta

import pytest

from tayari.rules import release
from tayari.rules.objections import Cited, NotEvidence, cited, refusal
from tests.factories.questions import NOW

PIB = Cited("Press Information Bureau", "Joint statement", "https://pib.gov.in/a")


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({}, None),
        ({"until": NOW}, None),
        ({"until": NOW - timedelta(seconds=1)}, "over"),
        ({"shown": False}, "answers"),
        ({"final": True}, "final"),
        ({"already": True}, "twice"),
    ],
)
def test_when_an_objection_is_taken(told: dict[str, object], reason: str | None) -> None:
    given = {"until": None, "shown": True, "already": False, "final": False, "now": NOW, **told}

    assert refusal(**given) == reason  # type: ignore[arg-type]


def test_sources_are_tidied_and_counted_once() -> None:
    rows = [PIB, Cited(" Press Information  Bureau", "Joint statement ", "https://pib.gov.in/a"), Cited("", "")]

    assert cited(rows, 1) == (PIB,)
    with pytest.raises(NotEvidence, match="2 sources are needed"):
        cited(rows, 2)


@pytest.mark.parametrize(
    "row",
    [
        Cited("", "Joint statement"),
        Cited("MEA", ""),
        Cited("MEA", "x" * 201),
        Cited("MEA", "Joint statement", "javascript:alert(1)"),
        Cited("MEA", "Joint statement", "http://["),
        Cited("MEA", "Joint statement", "//mea.gov.in"),
        Cited("MEA", "Joint statement", "https://localhost/x"),
    ],
)
def test_a_source_that_is_not_named_or_leads_nowhere_is_refused(row: Cited) -> None:
    with pytest.raises(NotEvidence):
        cited([row], 1)


@pytest.mark.parametrize(
    ("policy", "closes", "final", "shown"),
    [
        ("submitted", timedelta(days=1), False, True),
        ("closed", timedelta(days=1), True, False),
        ("closed", timedelta(0), False, True),
        ("closed", None, False, True),
        ("final", timedelta(0), False, False),
        ("final", timedelta(0), True, True),
        ("final", timedelta(days=1), True, False),
        ("final", None, True, True),
    ],
)
def test_what_a_sitting_may_show(policy: str, closes: timedelta | None, final: bool, shown: bool) -> None:
    assert release.shows(policy, closes=None if closes is None else NOW + closes, final=final, now=NOW) is shown
