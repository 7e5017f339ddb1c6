"""A figure is drawn where its words stand: the longest first, and nothing beside them that goes on."""

import pytest

from tayari.rules import figures, kinds
from tayari.rules.figures import Figure
from tayari.rules.questions import lints, unfinished
from tests.rules import contents as made

HALF = "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>"
ROW = {"words": "a/2", "mathml": HALF}


def _drawn(text: str, *words: str) -> str:
    found = figures.pieces(text, [Figure(one, mathml=HALF) for one in words])
    return "".join(one if isinstance(one, str) else f"<{one.words}>" for one in found)


@pytest.mark.parametrize(
    ("text", "words", "drawn"),
    [
        ("What is a/2?", ("a/2",), "What is <a/2>?"),
        ("a/2", ("a/2",), "<a/2>"),
        ("ba/2, a/23, a/2², 1a/2", ("a/2",), "ba/2, a/23, a/2², 1a/2"),
        ("f(a/2) and (a/2)/b", ("a/2", "(a/2)/b"), "f(<a/2>) and <(a/2)/b>"),
        ("x = 1\n+ a/2 more", ("x = 1 + a/2",), "<x = 1 + a/2> more"),
        ("see [picture: a b.png].", ("[picture: a b.png]",), "see <[picture: a b.png]>."),
        ("दूरी/समय है", ("दूरी/समय",), "<दूरी/समय> है"),
        ("nothing", ("a/2",), "nothing"),
    ],
)
def test_the_words_are_drawn(text: str, words: tuple[str, ...], drawn: str) -> None:
    assert _drawn(text, *words) == drawn
    assert _drawn(text, *reversed(words)) == drawn


def test_a_question_prints_the_figures_that_it_shows_and_none_of_its_reasons() -> None:
    content = made.single(True, False, False, False, figures=[ROW, {"words": "b/2", "mathml": HALF}])
    content["stem"] = {"en": "What is a/2?", "hi": "a/2 क्या है?"}
    content["options"][0]["why"] = {"en": "It is b/2."}

    asked = kinds.parse(content)

    assert asked.printed()["figures"] == [ROW]
    assert unfinished.read({**content, "options": []}).printed["figures"][0] == ROW
    assert [one.words for one in asked.head.figures] == ["a/2", "b/2"]
    assert not [one for one in lints.lint(asked, kinds.derive(asked, {})) if "figure" in one.rule]
    assert "figures" not in kinds.parse(made.single(True, False, False, False)).printed()


def test_a_figure_whose_words_nobody_says_is_told_and_nothing_breaks() -> None:
    rows = [ROW, {"words": "[picture: map.png]", "picture": "map"}]
    asked = kinds.parse(made.single(True, False, False, False, figures=rows))

    said = [one.rule for one in lints.lint(asked, kinds.derive(asked, {}))]

    assert said.count("question.figure-without-words") == 2
    assert "question.picture-without-alt" in said


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({}, None),
        ("x", "figures: is no list"),
        (["x"], "figure 1 is no figure"),
        ([{"words": "a/2"}], "either mathml: or picture:"),
        ([{**ROW, "picture": "map"}], "either mathml: or picture:"),
        ([{"words": "x", "mathml": HALF}], "names the words"),
        ([{**ROW, "colour": "red"}], "'colour', which is not known"),
        ([{**ROW, "mathml": "<math><script/></math>"}], "<script> is not drawn here"),
        ([{"words": "[map]", "picture": "../map"}], "is no ref of a picture"),
        ([{"words": "[map]", "picture": "map", "alt": "words"}], "alt: is not text by language"),
        ([ROW, ROW], "have the words 'a/2' twice"),
    ],
)
def test_what_is_no_figure_is_refused(rows: object, message: str | None) -> None:
    content = made.single(True, False, False, False, figures=rows)
    if message is None:
        assert kinds.parse(content).head.figures == ()
        return
    with pytest.raises(kinds.Refused, match=r".") as refusal:
        kinds.parse(content)
    assert message in str(refusal.value)
