"""The linter's golden corpus agrees with its own page: refs, ids, swapped words, and parts that share nothing."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "bench" / "lint"
PACK = ROOT / "tayari" / "demo" / "pack"
KINDS = {"date", "ordinal", "place", "person", "acronym", "agreement", "count", "tense", "relation"}
# Initials of names (S. Jaishankar, एस. जयशंकर) end no sentence.
SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!एस)[.?!।](?=[\"”]?(?:\s|$))")
ALL = (
    "dev",
    "dev-2",
    "dev-3",
    "dev-4",
    "dev-5",
    "dev-6",
    "dev-7",
    "dev-8",
    "dev-9",
    "plain",
    "plain-2",
    "plain-3",
    "plain-4",
    "held-out",
)
PARTS = [name for name in ALL if (CORPUS / f"{name}.yaml").exists()]


@cache
def read(name: str) -> dict[str, Any]:
    return yaml.safe_load((CORPUS / f"{name}.yaml").read_text(encoding="utf-8"))


def fact_rows() -> dict[str, dict[str, str]]:
    rows = {}
    for file in PACK.glob("facts/*.tsv"):
        with file.open(encoding="utf-8", newline="") as lines:
            rows |= {row["ref"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
    return rows


def texts(name: str) -> list[str]:
    half = read(name)
    return [entry["text"] for entry in [*half["sentences"], *half["mutants"]]]


@pytest.fixture(scope="module")
def facts() -> dict[str, dict[str, str]]:
    return fact_rows()


@pytest.mark.parametrize("name", PARTS)
def test_sentences_rest_on_verified_facts_of_the_demo_pack(name: str, facts: dict[str, dict[str, str]]) -> None:
    half = read(name)

    assert half["schema"] == "tayari-lint-corpus/1"
    assert isinstance(half["as_of"], date)
    for entry in half["sentences"]:
        assert set(entry) - {"as_of", "note"} == {"id", "lang", "text", "facts"}
        assert entry["lang"] in {"en", "hi"}
        assert isinstance(entry.get("as_of", half["as_of"]), date)
        assert [ref for ref in entry["facts"] if facts[ref]["status"] != "verified"] == []


def _around(text: str, words: str) -> Iterator[tuple[str, str]]:
    """What stands before and after the words, at every place where they stand."""
    for at in range(len(text)):
        if text.startswith(words, at):
            yield text[:at], text[at + len(words) :]


@pytest.mark.parametrize("name", PARTS)
def test_a_mutant_is_its_sentence_with_one_swap_against_a_verified_fact(
    name: str, facts: dict[str, dict[str, str]]
) -> None:
    half = read(name)
    sentences = {entry["id"]: entry for entry in half["sentences"]}

    for mutant in half["mutants"]:
        assert set(mutant) == {"id", "of", "kind", "text", "words", "fact"}
        assert mutant["kind"] in KINDS
        assert facts[mutant["fact"]]["status"] == "verified"
        source = sentences[mutant["of"]]["text"]
        assert mutant["text"] != source
        assert any(
            source.startswith(before) and source.endswith(after)
            for before, after in _around(mutant["text"], mutant["words"])
        ), mutant["id"]


@pytest.mark.parametrize("name", PARTS)
def test_ids_and_texts_are_said_once(name: str) -> None:
    half = read(name)
    ids = [entry["id"] for entry in [*half["sentences"], *half["mutants"]]]

    assert [one for one, times in Counter(ids).items() if times > 1] == []
    assert [text for text, times in Counter(texts(name)).items() if times > 1] == []


@pytest.mark.parametrize(("one", "other"), list(combinations(PARTS, 2)))
def test_the_parts_share_no_text_and_rest_on_different_facts(one: str, other: str) -> None:
    refs = [{ref for entry in read(name)["sentences"] for ref in entry["facts"]} for name in (one, other)]

    assert set(texts(one)) & set(texts(other)) == set()
    assert refs[0] & refs[1]
    assert refs[0] - refs[1]
    assert refs[1] - refs[0]


def test_the_parts_are_large_and_varied_enough_to_report_on() -> None:
    halves = [read(name) for name in PARTS]
    sentences = {entry["id"]: entry for half in halves for entry in half["sentences"]}
    mutants = [mutant for half in halves for mutant in half["mutants"]]

    assert len(sentences) >= 240
    assert len({ref for entry in sentences.values() for ref in entry["facts"]}) >= 80
    assert sum(entry["lang"] == "hi" for entry in sentences.values()) >= 70
    assert len(mutants) >= 300
    assert sum(sentences[mutant["of"]]["lang"] == "hi" for mutant in mutants) >= 80
    # Some parts were written without wrong tenses, the plain ones without wrong relations too.
    assert all(KINDS - {mutant["kind"] for mutant in half["mutants"]} <= {"tense", "relation"} for half in halves)


@pytest.mark.parametrize("name", [name for name in PARTS if name == "dev-3"])
def test_a_part_that_was_held_out_is_large_enough_by_itself(name: str) -> None:
    half = read(name)
    languages = {entry["id"]: entry["lang"] for entry in half["sentences"]}

    assert len(languages) >= 110
    assert len({ref for entry in half["sentences"] for ref in entry["facts"]}) >= 70
    assert sum(lang == "hi" for lang in languages.values()) >= 30
    assert len(half["mutants"]) >= 160
    assert sum(languages[mutant["of"]] == "hi" for mutant in half["mutants"]) >= 45


def test_true_passages_are_told_once_in_two_to_five_sentences() -> None:
    passages = read("true-passages")["passages"]

    assert len(passages) >= 120
    assert len({entry["id"] for entry in passages}) == len({entry["text"] for entry in passages}) == len(passages)
    for entry in passages:
        assert set(entry) - {"as_of"} == {"id", "lang", "about", "text", "note"}
        assert isinstance(entry.get("as_of", date.min), date)
        assert 2 <= len(SENTENCE_END.findall(entry["text"])) <= 5, entry["id"]
    assert Counter(entry["about"] for entry in passages).keys() == {"base", "general"}
    assert {entry["lang"] for entry in passages} == {"en", "hi"}


def test_no_passage_repeats_a_sentence_of_the_parts() -> None:
    passages = {entry["text"] for entry in read("true-passages")["passages"]}

    assert passages & {text for name in PARTS for text in texts(name)} == set()
