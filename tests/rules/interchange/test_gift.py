"""GIFT: what its reader makes of each sort of question, and which keys it never guesses.

What the signs mean is as Moodle's question/format/gift/format.php takes them; the questions are our own.
"""

from typing import Any

import pytest

from tayari.rules.interchange import Found, Unreadable, gift
from tests.rules.interchange.seen import content_of, options_of, rules


def one(text: str) -> Found:
    found = gift.read(text).found
    assert len(found) == 1
    return found[0]


def content(text: str) -> dict[str, Any]:
    return content_of(one(text))


def options(text: str) -> list[tuple[str, bool | None, str]]:
    return options_of(one(text))


CHOICES = {
    "one right": ("Where is it? {~Agra =Delhi ~Pune}", [("Agra", False, ""), ("Delhi", True, ""), ("Pune", False, "")]),
    "feedback": (
        "Where?{\n=Delhi # yes, there\n~Agra#no\n}",
        [("Delhi", True, "yes, there"), ("Agra", False, "no")],
    ),
    "escaped signs": (
        r"Which is five?{ ~ \= 2 + 2 = \= 2 + 3 #a \{set\} ~C\:\\dir \~ \# }",
        [("= 2 + 2", False, ""), ("= 2 + 3", True, "a {set}"), ("C:\\dir ~ #", False, "")],
    ),
    "formats": (
        "[html]<p>Water is H<sub>2</sub>O&nbsp;&amp; x<sup>2</sup></p>{=[html]<b>y</b><sup>n</sup> ~[plain]<b>no</b>}",
        [("yⁿ", True, ""), ("<b>no</b>", False, "")],
    ),
    "markdown": ("[markdown]Which **one**?{=the __first__ ~2*3*4}", [("the first", True, ""), ("2*3*4", False, "")]),
    "an empty line inside the braces": ("Which?{\n=one\n\n~two\n}", [("one", True, ""), ("two", False, "")]),
    "a comment inside": ("Which?{\n// ~three\n=one\n~two\n}", [("one", True, ""), ("two", False, "")]),
    "no key": ("Which?{~one ~two}", [("one", None, ""), ("two", None, "")]),
    "weights of several": (
        "Which two?{~%50%one ~%50%two ~%-100%three}",
        [("one", True, ""), ("two", True, ""), ("three", False, "")],
    ),
    "a share beside the right one": (
        "Which?{=one ~%50%two#nearly ~three}",
        [("one", True, ""), ("two", False, "nearly"), ("three", False, "")],
    ),
    "two that earn everything": (
        "Which?{=one =two ~three}",
        [("one", True, ""), ("two", True, ""), ("three", False, "")],
    ),
    "nothing earns everything": ("Which?{=%50%one ~two}", [("one", None, ""), ("two", None, "")]),
}
SAID = {
    "no key": ["no-key"],
    "weights of several": ["partial-marks"],
    "a share beside the right one": ["partial-marks"],
    "two that earn everything": ["two-keys"],
    "nothing earns everything": ["partial-marks", "no-key"],
}


@pytest.mark.parametrize("name", CHOICES)
def test_choices(name: str) -> None:
    text, expected = CHOICES[name]

    assert options(text) == expected
    assert rules(one(text)) == SAID.get(name, [])


def test_one_right_is_single_and_shares_are_several() -> None:
    assert content("Which?{=one ~two}")["kind"] == "single"
    assert content("Which?{~%50%one ~%50%two ~no}")["kind"] == "multi-select"


STEMS = {
    "title, wrapped line, break": ("::A name::First\nline\\nsecond {T}", "First\nline\nsecond"),
    "missing word": ("The House sits in {=Delhi ~Agra} today.", "The House sits in _____ today."),
    "tail of an old export": ('It is so.{T}";', "It is so."),
    "HTML as Moodle takes it": ("Is 5 < 7<br />and <i>more</i>?{T}", "Is 5 < 7\nand more?"),
    "less than is no tag": ("Is a<b and b>c?{T}", "Is a<b and b>c?"),
    "list and table": (
        "[html]<p>Consider:</p><ol><li>one</li><li>two</li></ol><table><tr><td>a</td><td>b</td></tr></table>{T}",
        "Consider:\n\n1. one\n\n2. two\n\na | b",
    ),
}


@pytest.mark.parametrize("name", STEMS)
def test_stems(name: str) -> None:
    text, expected = STEMS[name]

    assert content(text)["stem"] == {"en": expected}


ANSWERS = {
    "T": ("It is.{T}", "true-false", {"true": True}, []),
    "FALSE with both feedbacks": (
        "It is.{FALSE#no, it is not#right, it is not####In all}",
        "true-false",
        {"true": False, "why": {"en": "no, it is not\nright, it is not"}},
        ["feedback-joined"],
    ),
    "small letters": ("It is.{true#so}", "true-false", {"true": True, "why": {"en": "so"}}, ["small-letters"]),
    "words": (
        "Who?{=no one#so =nobody#so}",
        "short-answer",
        {"accepted": ["no one", "nobody"], "why": {"en": "so"}},
        [],
    ),
    "one bare word": ("Who?{nobody}", "short-answer", {"accepted": ["nobody"]}, []),
    "a share and a star": (
        "Who?{=Frog#good =%50%Cat#nearly =%0%*#wrong}",
        "short-answer",
        {"accepted": ["Frog"], "why": {"en": "good"}},
        ["partial-marks"],
    ),
    "a star inside": ("Who?{=Fr*g =a\\\\*b}", "short-answer", {"accepted": ["a*b"]}, ["wildcard"]),
    "a number": ("When?{#1950}", "numeric", {"value": "1950", "tolerance": "0"}, []),
    "a tolerance": (
        "How much?{#3.14:0.005#about}",
        "numeric",
        {"value": "3.14", "tolerance": "0.005", "why": {"en": "about"}},
        [],
    ),
    "a range, exactly": ("How much?{#0.1..0.3}", "numeric", {"value": "0.2", "tolerance": "0.1"}, []),
    "Hindi digits, commas, minus": ("Count?{#=-१,२५०.५:1}", "numeric", {"value": "-1250.5", "tolerance": "1"}, []),
    "ranges that meet": ("How much?{#=1..2 =2..4}", "numeric", {"value": "2.5", "tolerance": "1.5"}, []),
    "ranges with a gap": ("How much?{#=1 =3}", "numeric", {}, ["several-numbers"]),
    "a near miss and feedback on it": (
        "When?{#=1950:0#exactly =%50%1950:2#near ~#far}",
        "numeric",
        {"value": "1950", "tolerance": "0", "why": {"en": "exactly"}},
        ["partial-marks"],
    ),
    "no number": ("When?{#soon}", "numeric", {}, ["no-number", "no-key"]),
    "too long": (f"How much?{{#{'9' * 40}}}", "numeric", {}, ["no-number", "no-key"]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_typed_answers(name: str) -> None:
    text, kind, answer, said = ANSWERS[name]
    found = one(text)

    assert (found.content["kind"], found.content.get("answer", {}), rules(found)) == (kind, answer, said)


def test_general_feedback_closes_the_question() -> None:
    assert content("Which?{=one#yes ~two#####All in all}")["explanation"] == {"en": "All in all"}
    assert content("Tell.{####Look for three points}")["explanation"] == {"en": "Look for three points"}


def test_a_match_keeps_its_pairs_and_says_that_codes_are_missing() -> None:
    found = one("Match.{=India -> Delhi =Japan -> Tokyo =Nepal -> Kathmandu = -> Rome}")

    assert rules(found) == ["no-choices"]
    told = {row["id"]: row["text"]["en"] for side in found.content["lists"].values() for row in side}
    assert {told[left]: told[right] for left, right in found.content["matches"].items()} == {
        "India": "Delhi",
        "Japan": "Tokyo",
        "Nepal": "Kathmandu",
    }
    assert "Rome" in told.values()
    assert "choices" not in found.content


def test_the_order_of_the_right_list_does_not_give_the_key_away() -> None:
    lists = content("Match.{=a -> z =b -> y =c -> x}")["lists"]

    assert [row["text"]["en"] for row in lists["right"]] == ["x", "y", "z"]


ERRORS = {
    "a description": ("// only words\nHere are some words.\n\nSo?{T}", "line 2", "description"),
    "never closed": ("So?{T\n\nAnd so?{T}", "line 1", "braces"),
    "closed alone": ("So T}\n\nAnd so?{T}", "line 1", "braces"),
    "two pairs": ("Is \\sqrt{2} more?{T}", "line 1", "braces"),
    "no words": ("::name::{T}", "line 1", "no-stem"),
    "one option": ("Which?{~one}", "line 1", "too-few-options"),
    "seven options": ("Which?{=a ~b ~c ~d ~e ~f ~g}", "line 1", "too-many-options"),
    "a pair without arrow": ("Match.{=a -> b =d -> e =c}", "line 1", "no-arrow"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_what_cannot_be_read_is_told_and_the_rest_comes_in(name: str) -> None:
    text, where, rule = ERRORS[name]
    found = gift.read(text).found

    assert (found[0].content, found[0].findings[-1].level) == (None, "error")
    assert (found[0].findings[-1].where, found[0].findings[-1].rule) == (where, rule)
    assert all(later.content for later in found[1:])


NEVER_CLOSED = "its brace { is never closed; write \\{ for a brace that is text"
NONE_OPENED = "a brace closes what none opened; write \\} for a brace that is text"
BRACES = {
    "opened at the end of the file": ("So?{T}\n\nBad {=x", NEVER_CLOSED),
    "opened before another question": ("Bad {=x\n\nSo?{T}", NEVER_CLOSED),
    "closed alone": ("Bad =x}\n\nSo?{T}", NONE_OPENED),
    "closed before it is opened": ("So?{T}\n\nBad =x} {", NONE_OPENED),
}


@pytest.mark.parametrize("name", BRACES)
def test_which_brace_is_alone_is_told(name: str) -> None:
    text, words = BRACES[name]

    assert [finding.message for one in gift.read(text).found for finding in one.findings] == [words]


def test_questions_without_an_empty_line_between_them_stay_apart() -> None:
    found = gift.read(
        "// [id:q.a] [tag:gs2.ir] [tag:hard one]\n::one::A?{T}\n// next\n::two::B?{F}\n"
        "$CATEGORY: $course$/Polity\n::q.c::C?{T}"
    ).found

    assert [each.where for each in found] == ["line 2", "line 4", "line 6"]
    assert found[0].content["ref"] == "q.a"
    assert found[0].content["topics"] == ["gs2.ir"]
    assert found[0].content["note"] == "Title: one\nTags: hard one"
    assert found[1].content["note"] == "Title: two"
    assert (found[2].content["ref"], found[2].content["note"]) == ("q.c", "Category: $course$/Polity")


BILINGUAL = {
    "mlang": (
        r"\{mlang en\}Which?\{mlang\}\{mlang hi\}कौन-सा?\{mlang\}"
        r"{=\{mlang en\}Delhi\{mlang\}\{mlang hi_in\}दिल्ली\{mlang\} ~1857}"
    ),
    "spans": (
        r'[html]<span lang\="en" class\="multilang">Which?</span> <span lang\="hi" class\="multilang">कौन-सा?</span>'
        r'{=<span class\="multilang" lang\="en">Delhi</span><span class\="multilang" lang\="hi">दिल्ली</span> ~1857}'
    ),
}


@pytest.mark.parametrize("name", BILINGUAL)
def test_both_languages_in_one_text(name: str) -> None:
    told = content(BILINGUAL[name])

    assert told["stem"] == {"en": "Which?", "hi": "कौन-सा?"}
    assert [row["text"] for row in told["options"]] == [{"en": "Delhi", "hi": "दिल्ली"}, {"en": "1857", "hi": "1857"}]


def test_hindi_alone_is_kept_as_hindi() -> None:
    found = one("पहली बैठक कहाँ हुई?{=दिल्ली#हाँ ~NATO}")

    assert found.content["stem"] == {"hi": "पहली बैठक कहाँ हुई?"}
    assert [row["text"] for row in found.content["options"]] == [{"hi": "दिल्ली"}, {"hi": "NATO"}]
    assert rules(found) == ["hindi-alone"]


@pytest.mark.parametrize("text", ["", "\ufeff\n \n", "Dear reader,\n\nwords alone.\n", "Q\nA) x\nANSWER: A"])
def test_what_is_not_gift_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        gift.read(text)
