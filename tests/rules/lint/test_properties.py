"""What holds of every fact and every text: facts never contradict their own wording, ids stay, nothing breaks."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tayari.plain.dates import NotADate, PartialDate
from tayari.rules import phrases
from tayari.rules.lint import wording
from tayari.rules.lint.base import Fact, FactBase
from tayari.rules.lint.facts import judge_document
from tests.rules.lint.contents import AS_OF, base, document, judged

PACKS = ["tayari/demo/pack", "tests/golden/packs/constitution"]


def _said(held: FactBase, fact: Fact, language: str) -> str:
    """A fact as the site says it."""
    predicate = held.predicates[fact.predicate]
    dated = ""
    if predicate.object_kind == "date":
        try:
            dated = PartialDate.parse(fact.value).precision
        except NotADate:
            dated = ""
    subject = held.entities[fact.subject].name(language)
    return phrases.sentence(
        predicate.phrase[language], subject, wording.value(held, fact, language), language, dated=dated
    )


def _all(folder: str) -> Iterator[tuple[str, str, str]]:
    held = base(folder)
    for language in ("en", "hi"):
        for fact in held.facts:
            if held.predicates[fact.predicate].phrase.get(language):
                yield language, fact.ref, _said(held, fact, language)


@pytest.mark.parametrize("folder", PACKS)
def test_no_fact_contradicts_its_own_wording(folder: str) -> None:
    wrong = [
        (ref, text, one.rule, one.words, one.fact)
        for _, ref, text in _all(folder)
        for one in judged(text, folder=folder).findings
        if one.level != "advice"
    ]
    assert wrong == []


def test_many_facts_are_recognised_in_their_own_wording() -> None:
    reports = [judged(text) for _, _, text in _all(PACKS[0])]
    agreed = sum(report.coverage.agree for report in reports)
    assert agreed > len(reports) * 0.3


TEXT = "The third India–US 2+2 was held in Washington on 18 December 2019. COMCASA was signed in 2017."


@given(before=st.lists(st.sampled_from(["A line.", "Another one.", "# A heading"]), max_size=4))
@settings(max_examples=25, deadline=None)
def test_ids_survive_when_lines_move(before: list[str]) -> None:
    assert [one.id for one in judged(*before, TEXT).findings] == [one.id for one in judged(TEXT).findings]
    assert all(one.line == len(before) + 1 for one in judged(*before, TEXT).findings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("दूसरा भारत–अमेरिका 2+2 संवाद दिसंबर 2018 में हुआ।", "दूसरा भारत-अमेरिका 2+2 संवाद दिसम्बर २०१८ में हुआ।"),
        ("The US-India 2+2 met on 12 November 2023.", "The India–U.S. 2+2 met on 12 November 2023."),
        ("COMCASA was signed in 2017.", "COMCASA\u200b was signed in 2017."),
    ],
)
def test_spellings_of_one_text_are_judged_alike(one: str, other: str) -> None:
    facts = [(found.rule, found.fact) for found in judged(one).findings]
    assert facts and facts == [(found.rule, found.fact) for found in judged(other).findings]


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "India–US 2+2 second तीसरा COMCASA LEMOA ISA was signed held met by in on at and but if not 2019 18 December "
        ", ; : ( ) . “ ” Washington New Delhi Pompeo Singh minister the agreement it यह समझौता को में हुआ नहीं "
        "31 aircraft ₹6,000 के साथ latest is",
    )
)


@given(words=st.lists(WORDS, min_size=1, max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_row_of_words_is_judged_without_breaking(words: list[str]) -> None:
    text = " ".join(words)
    report = judge_document(document(text), base(), as_of=AS_OF)
    counted = report.coverage
    assert counted.checkable == counted.agree + counted.contradict + counted.unknown
    for found in report.findings:
        assert text[found.column - 1 :].startswith(found.words)


@given(text=st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_is_judged_without_breaking(text: str) -> None:
    assert judge_document(document(text), base(), as_of=AS_OF).coverage.sentences >= 0
