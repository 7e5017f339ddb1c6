"""Moodle XML: what its reader makes of each type, of pictures and of what Moodle hangs on a question.

What the elements mean is as Moodle's question/format/xml/format.php takes them; the questions are our own.
"""

import base64
from typing import Any

import pytest

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Found, Reading, Unreadable, moodle
from tests.rules import contents as made
from tests.rules.interchange.seen import PNG, content_of, options_of, rules

GIF = b"GIF89a" + b"\1" * 20


def reading(*questions: str) -> Reading:
    return moodle.read(tree(f"<quiz>{''.join(questions)}</quiz>".encode(), name="quiz.xml"))


def question(kind: str, stem: str, inside: str, form: str = "html", files: str = "") -> str:
    return (
        f'<question type="{kind}"><name><text>A name</text></name>'
        f'<questiontext format="{form}"><text><![CDATA[{stem}]]></text>{files}</questiontext>{inside}</question>'
    )


def answer(weight: str, text: str, why: str = "", more: str = "") -> str:
    told = f"<feedback><text><![CDATA[{why}]]></text></feedback>" if why else ""
    return f'<answer fraction="{weight}"><text><![CDATA[{text}]]></text>{told}{more}</answer>'


def file(name: str, data: bytes) -> str:
    return f'<file name="{name}" path="/" encoding="base64">{base64.b64encode(data).decode()}</file>'


def one(text: str) -> Found:
    return reading(text).found[0]


def content(text: str) -> dict[str, Any]:
    return content_of(one(text))


def options(text: str) -> list[tuple[str, bool | None, str]]:
    return options_of(one(text))


CHOICES = {
    "one right": (
        question("multichoice", "Which?", answer("100", "<p>x<sup>2</sup></p>", "yes") + answer("0", "H<sub>2</sub>O")),
        ("single", [("x²", True, "yes"), ("H₂O", False, "")], []),
    ),
    "several by thirds": (
        question(
            "multichoice",
            "Which?",
            "<single>false</single>"
            + "".join(answer("33.33333", word) for word in ("one", "two", "three"))
            + answer("-33.33333", "four"),
        ),
        (
            "multi-select",
            [("one", True, ""), ("two", True, ""), ("three", True, ""), ("four", False, "")],
            ["partial-marks"],
        ),
    ),
    "a share beside the right one": (
        question("multichoice", "Which?", "<single>1</single>" + answer("100", "one") + answer("33", "two")),
        ("single", [("one", True, ""), ("two", False, "")], ["partial-marks"]),
    ),
    "no key": (
        question("multichoice", "Which?", answer("0", "one") + answer("0", "two")),
        ("single", [("one", None, ""), ("two", None, "")], ["no-key"]),
    ),
    "no shares at all": (
        question("multichoice", "Which?", "<answer><text>one</text></answer><answer><text>two</text></answer>"),
        ("single", [("one", None, ""), ("two", None, "")], ["no-key"]),
    ),
}


@pytest.mark.parametrize("name", CHOICES)
def test_choices(name: str) -> None:
    text, (kind, rows, said) = CHOICES[name]

    assert (content(text)["kind"], options(text), rules(one(text))) == (kind, rows, said)


ANSWERS = {
    "true": (
        question("truefalse", "It is.", answer("0", "false", "no") + answer("100", "true", "yes")),
        ("true-false", {"true": True, "why": {"en": "no\nyes"}}, ["feedback-joined"]),
    ),
    "true in another language": (
        question("truefalse", "It is.", answer("0", "Wahr") + answer("100", "Falsch", "so")),
        ("true-false", {"true": False, "why": {"en": "so"}}, ["truth-order"]),
    ),
    "true without a key": (
        question("truefalse", "It is.", answer("0", "true") + answer("0", "false")),
        ("true-false", {}, ["no-key"]),
    ),
    "words": (
        question(
            "shortanswer",
            "Who?",
            "<usecase>1</usecase>" + answer("100", "a &amp; b", "so") + answer("50", "b") + answer("0", "*", "no"),
        ),
        ("short-answer", {"accepted": ["a &amp; b"], "why": {"en": "so"}}, ["case-counts", "partial-marks"]),
    ),
    "a number with its unit": (
        question(
            "numerical",
            "How far?",
            answer("100", "12.5", "so", "<tolerance>0.25</tolerance>")
            + "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit>"
            "<unit><multiplier>1000</multiplier><unit_name>m</unit_name></unit></units>",
        ),
        ("numeric", {"value": "12.5", "tolerance": "0.25", "unit": "km", "why": {"en": "so"}}, ["units"]),
    ),
    "two numbers apart": (
        question("numerical", "How far?", answer("100", "1") + answer("100", "3")),
        ("numeric", {}, ["several-numbers"]),
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_typed_answers(name: str) -> None:
    text, (kind, row, said) = ANSWERS[name]
    found = one(text)

    assert found.content is not None
    assert (found.content["kind"], found.content.get("answer", {}), rules(found)) == (kind, row, said)


def test_a_match_with_a_right_side_too_many() -> None:
    pairs = "".join(
        f"<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>"
        for left, right in (("India", "Delhi"), ("Japan", "Tokyo"), ("Nepal", "Kathmandu"), ("", "Rome"))
    )
    found = one(question("matching", "Match.", pairs))

    assert found.content is not None
    assert [row["text"]["en"] for row in found.content["lists"]["right"]] == ["Delhi", "Kathmandu", "Rome", "Tokyo"]
    assert found.content["matches"] == {"A": "1", "B": "4", "C": "2"}
    assert rules(found) == ["no-choices"]


def test_an_essay_keeps_its_model_answer_marks_and_limit() -> None:
    told = content(
        question(
            "essay",
            "Discuss.",
            "<defaultgrade>15.0000000</defaultgrade><maxwordlimit>250</maxwordlimit>"
            "<graderinfo format='html'><text><![CDATA[<ul><li>one</li><li>two</li></ul>]]></text></graderinfo>",
        )
    )

    assert (told["kind"], told["marks"], told["word_limit"]) == ("descriptive", 15, 250)
    assert told["points"] == [{"id": "m1", "text": {"en": "• one\n\n• two"}}]


@pytest.mark.parametrize("kind", ["cloze", "calculated", "ddwtos", "gapselect", "stack", ""])
def test_what_no_kind_holds_is_listed_with_its_place(kind: str) -> None:
    found = reading(question("truefalse", "It is.", answer("100", "true")), question(kind, "Gap {1:SA:=x}", "")).found

    assert found[0].content
    assert (found[1].where, found[1].content) == ("question 2 (A name)", None)
    assert [(each.level, each.rule) for each in found[1].findings] == [("error", "unknown-type")]
    assert "Gap {1:SA:=x}" in found[1].source


def test_what_hangs_on_a_question_is_kept() -> None:
    told = content(
        '<question type="category"><category><text>$course$/top/Polity</text></category></question>'
        + question(
            "multichoice",
            "Which?",
            "<idnumber>q.polity.1</idnumber><defaultgrade>2.5000000</defaultgrade><penalty>0.25</penalty>"
            "<generalfeedback><text>In all</text></generalfeedback>"
            "<correctfeedback><text>Your answer is correct.</text></correctfeedback>"
            "<incorrectfeedback><text>Read Article 1</text></incorrectfeedback><hint><text>Think</text></hint>"
            "<tags><tag><text>gs2.polity</text></tag><tag><text>old</text></tag>"
            "<tag><text>difficulty:hard</text></tag></tags>" + answer("100", "one") + answer("0", "two"),
        )
    )

    assert (told["ref"], told["topics"], told["difficulty"]) == ("q.polity.1", ["gs2.polity"], "hard")
    assert told["explanation"] == {"en": "In all"}
    assert told["note"].split("\n") == [
        "Title: A name",
        "Category: $course$/top/Polity",
        "Tags: old",
        "Marks: 2.5",
        "Penalty for another try: 0.25",
        "Feedback when wrong: Read Article 1",
        "Hint: Think",
    ]


def test_pictures_are_kept_once_each_under_their_own_names() -> None:
    both = answer("100", "true")
    picture = '<p>See <img src="@@PLUGINFILE@@/a%20map.png" alt="A map"> here</p>'
    told = reading(
        question("truefalse", picture, both, files=file("a map.png", PNG)),
        question("truefalse", picture, both, files=file("a map.png", PNG)),
        question("truefalse", picture, both, files=file("a map.png", GIF)),
        question("truefalse", picture, both),
        question("truefalse", "Listen.", both, files=file("song.mp3", b"ID3 sound")),
        question("truefalse", f'<img src="data:image/gif;base64,{base64.b64encode(GIF).decode()}" alt="inside">', both),
    )

    assert [(each.name, each.data, each.alternative) for each in told.pictures] == [
        ("a map.png", PNG, "A map"),
        ("a map-2.png", GIF, "A map"),
        ("inside.gif", GIF, "inside"),
    ]
    stems = [each.content["stem"]["en"] for each in told.found if each.content]
    assert stems[0] == stems[1] == "See [picture: a map.png] here"
    assert stems[2] == "See [picture: a map-2.png] here"
    assert stems[5] == "[picture: inside.gif]"
    assert [rules(each) for each in told.found] == [
        ["picture"],
        ["picture"],
        ["picture"],
        ["picture-missing"],
        ["file-left-out"],
        ["picture"],
    ]


HTML = {
    "scripts": ("a<script>alert(1)</script><style>p{}</style>b<img src=x onerror=alert(1)>", "ab[picture: x]"),
    "links and lists": ('<a href="https://example.org/">word</a><ul><li>x</li></ul>', "word\n\n• x"),
    "entities": ("5 &lt; 7 &amp;&nbsp;9 &#x939;", "5 < 7 & 9 ह"),
    "long powers": ("x<sup>th</sup> y<sub>max</sub> z<sup>-2</sup>", "x^(th) yₘₐₓ z⁻²"),
    "broken": ("<p>open <b>and <i>never</p> closed", "open and never\n\nclosed"),
    "joiners": ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
}


@pytest.mark.parametrize("name", HTML)
def test_html_becomes_words(name: str) -> None:
    html, words = HTML[name]

    assert list(content(question("truefalse", html, answer("100", "true")))["stem"].values()) == [words]


def test_tags_that_nobody_wrapped_are_read_as_html() -> None:
    told = content(
        '<question type="truefalse"><questiontext><text><p>Plain <b>bold</b></p></text></questiontext>'
        '<answer fraction="100">true</answer></question>'
    )

    assert (told["stem"], told["answer"]) == ({"en": "Plain bold"}, {"true": True})


def test_shares_are_written_as_moodle_takes_them() -> None:
    for count, weight in ((1, "100"), (3, "33.33333"), (6, "16.66667")):
        content = made.question(
            "multi-select",
            options=[{"id": each, "text": {"en": each}, "true": at < count} for at, each in enumerate("abcdef")],
        )
        written = moodle.write([content]).data.decode()
        assert written.count(f'fraction="{weight}"') == count
        assert written.count('fraction="-100"') == 6 - count


@pytest.mark.parametrize("text", ["<quiz/>", "<quiz><question type='category'/></quiz>", "<html><body/></html>"])
def test_what_is_no_quiz_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        moodle.read(tree(text.encode(), name="quiz.xml"))
