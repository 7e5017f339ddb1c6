"""Our own JSON: everything comes back, and what is no question is told."""

import json
from typing import Any

import pytest

from tayari.rules.interchange import Unreadable, own
from tests.rules import contents as made


def read(told: Any) -> Any:
    return own.read(json.dumps(told))


def test_a_question_of_every_kind_comes_back_whole() -> None:
    every = made.one_of_each()

    first = own.write(every)
    reading = own.read(first.data.decode())

    assert [one.content for one in reading.found] == every
    assert [(one.confidence, one.findings) for one in reading.found] == [("sure", ())] * len(every)
    assert own.write([one.content for one in reading.imported if one.content]).data == first.data


def test_a_draft_comes_in_and_is_said_to_be_one() -> None:
    (found,) = own.read('{"kind": "single", "stem": {"hi": "कौन?"}, "options": [{"text": {"hi": "क"}}]}').found

    assert found.content == {"kind": "single", "stem": {"hi": "कौन?"}, "options": [{"text": {"hi": "क"}}]}
    assert [(one.level, one.rule) for one in found.findings] == [("advice", "not-finished")]


def test_two_keys_are_told_and_neither_is_chosen() -> None:
    content = made.single(True, True, False, False)

    (found,) = read([content]).found

    assert found.content == content
    assert [(one.where, one.rule, one.message) for one in found.findings] == [
        ("question 1 (q.x)", "no-single-key", "2 options are right where one may be.")
    ]


def test_a_key_that_its_own_words_do_not_give_is_told() -> None:
    (found,) = read([made.statements("how-many", False, False, False, False)]).found

    assert [(one.level, one.rule) for one in found.findings] == [("warning", "no-single-key")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "crossword"}, "There is no kind 'crossword'"),
        ({"stem": {}}, "It has no stem."),
        ({"stem": "words"}, "Stem is not text by language."),
        ({"colour": "red"}, "'colour' is not known of the kind single."),
        ({"options": [{"text": {"en": "x"}, "mark": 1}]}, "Options 1 has 'mark', which is not known."),
        ({"options": [{"true": "yes"}]}, "Options 1, true is neither true nor false."),
        ({"stem": {"en": "half \ud83d"}}, "Stem, en has signs that no text has."),
        ({"schema": "tayari-question/9"}, "Its schema 'tayari-question/9' is not known"),
    ],
)
def test_what_is_no_question_is_kept_out_with_its_reason(change: dict[str, Any], message: str) -> None:
    (found,) = read([{**made.single(True, False, False, False), **change}]).found

    assert found.content is None
    assert any(one.level == "error" and one.message.startswith(message) for one in found.findings)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "12",
        '"x"',
        "{}",
        '{"questions": 1}',
        '{"schema": "x/1", "questions": []}',
        "[NaN]",
        "[" * 100000,
        '{"kind": "single", "kind": "match"}',
        "[" + "9" * 5000 + "]",
    ],
)
def test_what_is_no_file_of_questions_gets_one_sentence(text: str) -> None:
    with pytest.raises(Unreadable, match=r"^The file .*\.$"):
        own.read(text)


def test_a_field_of_the_file_that_is_not_known_is_told() -> None:
    reading = read({"schema": "tayari-questions/1", "questions": [], "marks": 4})

    assert [(one.level, one.rule) for one in reading.findings] == [("warning", "unknown-field")]


def test_a_number_without_end_is_no_number() -> None:
    (found,) = own.read('[{"kind": "numeric", "stem": {"en": "x"}, "answer": {"value": 1e999}}]').found

    assert found.content is None
