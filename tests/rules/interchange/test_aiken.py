"""Aiken: what its reader makes of files as people write them, and what its writer refuses.

The cases with a line number are those on which Moodle's own reader (question/format/aiken/format.php) reports an error.
"""

import pytest

from tayari.rules.interchange import Found, Unreadable, aiken
from tests.rules import contents as made


def told(one: Found) -> tuple[str, str, str, set[tuple[str, str]]]:
    """Stem, options and key as a reader of the test sees them at a glance."""
    content = one.content or {"stem": {}, "options": []}
    options = content["options"]
    words = " | ".join(next(iter(row["text"].values()), "") for row in options)
    key = "".join(row["id"] for row in options if row.get("true"))
    return " ".join(content["stem"].values()), words, key, {(each.where, each.rule) for each in one.findings}


PLAIN = "Which body meets first?\nA) The House\nB) The Council\nC) The Bench\nD) The Board\nANSWER: B\n"
CASES = {
    "plain": (PLAIN, [("Which body meets first?", "The House | The Council | The Bench | The Board", "b", set())]),
    "dots, no space, CRLF, mark of byte order": (
        "\ufeffPick one\r\nA.First\r\nB.Second\r\nANSWER: A\r\n",
        [("Pick one", "First | Second", "a", set())],
    ),
    "letters in brackets and small": (
        "Pick one\n(a) First\n(b) Second\n\nAnswer : (b)",
        [("Pick one", "First | Second", "b", set())],
    ),
    "no-break spaces": (
        "Pick\u00a0one\nA)\u00a0First\nB)\u00a0Second\nANSWER:\u00a0A",
        [("Pick one", "First | Second", "a", set())],
    ),
    "stem of several lines with a list": (
        "Consider:\nA. Alpha\nB. Beta\n\n1. One\n2. Two\nWhich goes?\nA) A-1\nB) A-2\nANSWER: A",
        [("Consider:\nA. Alpha\nB. Beta\n\n1. One\n2. Two\nWhich goes?", "A-1 | A-2", "a", set())],
    ),
    "initials open the stem": (
        "A. P. J. Abdul Kalam wrote\nA. this\nB. that\nANSWER: B",
        [("A. P. J. Abdul Kalam wrote", "this | that", "b", set())],
    ),
    "an option goes on in the next line": (
        "Pick\nA) First\nand more\nB) Second\nANSWER: A",
        [("Pick", "First\nand more | Second", "a", set())],
    ),
    "Hindi alone": (
        "पहली बैठक कहाँ हुई?\nA) दिल्ली\nB) NATO\nANSWER: A",
        [("पहली बैठक कहाँ हुई?", "दिल्ली | NATO", "a", {("line 1", "hindi-alone")})],
    ),
    "one option": ("Lone\nA) Only\nANSWER: A", [("", "", "", {("line 1", "too-few-options")})]),
    "options without a question": (
        "A) Stray\n\nANSWER: Stray",
        [("", "", "", {("line 3", "key-unclear"), ("line 1", "no-stem")})],
    ),
    "an answer alone": (
        "ANSWER: B\n" + PLAIN,
        [
            ("", "", "", {("line 1", "no-options")}),
            ("Which body meets first?", "The House | The Council | The Bench | The Board", "b", set()),
        ],
    ),
    "not finished before the next": (
        "Left open\nA) One\nB) Two\n\nNext\nA) Yes\nB) No\nANSWER: B",
        [
            ("Left open", "One | Two", "", {("line 4", "no-answer-line")}),
            ("Next", "Yes | No", "b", set()),
        ],
    ),
    "not finished at the end": (
        PLAIN + "\nLast\nA) One\nB) Two\n",
        [
            ("Which body meets first?", "The House | The Council | The Bench | The Board", "b", set()),
            ("Last", "One | Two", "", {("line 11", "no-answer-line")}),
        ],
    ),
    "two keys": ("Pick\nA) One\nB) Two\nANSWER: A, B", [("Pick", "One | Two", "", {("line 4", "key-unclear")})]),
    "key out of range": (
        "Pick\nA) One\nB) Two\nANSWER: E",
        [("Pick", "One | Two", "", {("line 4", "key-out-of-range")})],
    ),
    "a letter is missing": (
        "Pick\nA) One\nC) Three\nANSWER: C",
        [("Pick", "One | Three", "b", {("line 3", "letter-missing")})],
    ),
    "a letter twice": (
        "Pick\nA) One\nB) Two\nB) Three\nANSWER: B",
        [("Pick", "One | Two | Three", "", {("line 4", "letter-twice"), ("line 5", "key-out-of-range")})],
    ),
    "two options alike": (
        "Pick\nA) One\nB) one.\nANSWER: A",
        [("Pick", "One | one.", "a", {("line 1", "same-options")})],
    ),
    "seven options": (
        "Pick\n" + "".join(f"{letter}) {letter}{letter}\n" for letter in "ABCDEFG") + "ANSWER: A",
        [("", "", "", {("line 1", "too-many-options")})],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_read(name: str) -> None:
    text, expected = CASES[name]

    assert [told(one) for one in aiken.read(text).found] == expected


def test_the_source_is_the_files_own_words() -> None:
    found = aiken.read("\n\n  Pick\t one\n\nA) First\nB) Second\nANSWER: A\n\n").found

    assert [(one.where, one.source) for one in found] == [("line 3", "Pick\t one\n\nA) First\nB) Second\nANSWER: A")]


@pytest.mark.parametrize("text", ["", " \n\t\n", "Dear reader,\nthis is a letter.\n", '{"a": 1}'])
def test_what_is_not_aiken_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        aiken.read(text)


def test_what_it_drops_is_said_before() -> None:
    contents = [{**content, "ref": f"q.{at}"} for at, content in enumerate(made.one_of_each())]

    written = aiken.write(contents)

    said = {(finding.level, finding.rule): finding.message for finding in written.lost}
    assert written.count == 13
    assert said["warning", "lost-language"] == "Aiken does not carry the Hindi of 13 questions"
    assert said["warning", "lost-explanations"] == "Aiken does not carry the explanations of 13 questions"
    assert sum(finding.rule == "not-written" for finding in written.lost) == 6
    assert {finding.where for finding in written.lost if finding.rule == "not-written"} >= {"question q.11"}


@pytest.mark.parametrize(
    ("own", "why"),
    [
        ({"stem": {"en": "Which?\nANSWER: it"}}, "begins with ANSWER:"),
        ({"stem": {"en": "A) x\nA. y\nWhich?"}}, "look like options"),
        ({"options": [{"text": {"en": "One"}}, {"text": {"en": "Two"}}]}, "no key"),
        ({"options": [{"text": {"en": "One"}, "true": True}, {"text": {"en": "Two"}, "true": True}]}, "not one option"),
        ({"options": [{"text": {"en": "One"}, "claim": ["a", "b", "c"]}, {"text": {"en": "Two"}}]}, "derive the key"),
    ],
)
def test_what_it_cannot_hold_is_left_out_and_told(own: dict[str, object], why: str) -> None:
    written = aiken.write([{**made.single(True, False, False, False), **own}])

    assert written.count == 0
    assert [(each.level, each.rule, why in each.message) for each in written.lost] == [("error", "not-written", True)]


def test_a_list_in_the_stem_takes_the_other_sign() -> None:
    content = {**made.single(True, False, False, False), "stem": {"en": "A) x\nB) y\nWhich?"}}

    written = aiken.write([content])

    assert b"Which?\nA. Text a\nB. Text b" in written.data
    assert aiken.read(written.data.decode()).found[0].content["stem"] == content["stem"]
