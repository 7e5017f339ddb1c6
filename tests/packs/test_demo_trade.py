"""The demo pack's paper on trade: a hundred questions in two languages, their keys from facts, without a weakness."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tayari.base.packfiles import read_yaml
from tayari.base.packing import Findings, untranslated
from tayari.facts.packing.bases import STANDING, pack_base
from tayari.rules import claims, kinds
from tayari.rules.kinds.question import Derived, Question
from tayari.rules.lint.base import FactBase
from tayari.rules.questions import lints, papers

PACK = Path(__file__).resolve().parents[2] / "tayari" / "demo" / "pack"


def _rows(pattern: str) -> list[dict[str, Any]]:
    return [dict(row.data) for row in read_yaml(PACK, pattern, Findings())]


PAPER = _rows("papers/india-trade-investment-1999-2025.yaml")[0]
CONTENT = {row["ref"]: row for row in _rows("questions/trade/*.yaml")}


@pytest.fixture(scope="module")
def asked() -> list[tuple[Question, Derived]]:
    base = pack_base(PACK, Findings(), STANDING)
    questions = [kinds.parse(CONTENT[ref]) for ref in PAPER["questions"]]
    return [(question, kinds.derive(question, _truths(question, base))) for question in questions]


def _truths(question: Question, base: FactBase) -> dict[str, bool]:
    """What the facts that may feed a key say of each claim."""
    told = {}
    for item in question.items():
        if item.claim:
            subject, ref, value = item.claim
            predicate = base.predicates[ref]
            known = [
                claims.Known(fact.ref, fact.value, fact.valid_from, fact.valid_to)
                for fact in base.about.get((subject, ref), ())
                if fact.feeds_key
            ]
            verdict = claims.judge(
                predicate.object_kind,
                value,
                known,
                functional=predicate.functional,
                interval=predicate.interval,
                as_of=question.head.as_of,
            )
            assert verdict.truth is not None, (question.head.ref, item.claim)
            told[item.id] = verdict.truth
    return told


def test_a_hundred_questions_at_nineteen_seconds() -> None:
    assert PAPER["clock"] == {"question": "19 s"}
    assert len(PAPER["questions"]) == len(set(PAPER["questions"])) == PAPER["count"] == 100
    assert set(PAPER["questions"]) == set(CONTENT)
    assert {row["as_of"] for row in CONTENT.values()} == {"2026-11-26"}


def test_every_question_stands_in_hindi_too() -> None:
    assert PAPER["languages"] == ["en", "hi"]
    assert {ref: places for ref, row in CONTENT.items() if (places := untranslated(row, "hi"))} == {}


def test_what_is_named_as_proof_may_feed_a_key(asked: list[tuple[Question, Derived]]) -> None:
    base = pack_base(PACK, Findings(), STANDING)
    firm = {fact.ref for fact in base.facts if fact.feeds_key}

    assert {ref for question, _ in asked for item in question.items() for ref in item.facts} - firm == set()


def test_neither_a_question_nor_the_paper_has_a_weakness(asked: list[tuple[Question, Derived]]) -> None:
    assert [remark for question, derived in asked for remark in lints.lint(question, derived)] == []
    assert papers.lint(asked) == []


def test_the_letters_of_the_key_are_even(asked: list[tuple[Question, Derived]]) -> None:
    counts = Counter(derived.key[0] for _, derived in asked)

    assert sorted(counts) == list("abcd")
    assert min(counts.values()) >= 20
