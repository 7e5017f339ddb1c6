"""Figures on pages: equations as MathML with their words, pictures with what they show, everything else as text."""

import pytest

from tayari.mocks.templatetags.mocks import tongues
from tayari.ui.templatetags.figures import draw

HALF = "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>"
EQUATION = {"words": "a/2", "mathml": HALF}


@pytest.mark.parametrize(
    ("words", "figures", "html"),
    [
        ("<b> a/2", None, "&lt;b&gt; a/2"),
        (
            "<b> a/2!",
            [EQUATION],
            '&lt;b&gt; <span class="drawn"><math alttext="a/2" aria-label="a/2"><mfrac><mi>a</mi><mn>2</mn></mfrac>'
            "</math>!</span>",
        ),
        (
            "a/2",
            [EQUATION],
            '<span class="drawn"><math alttext="a/2" aria-label="a/2" displaystyle="true"><mfrac><mi>a</mi><mn>2</mn>'
            "</mfrac></math></span>",
        ),
        ("a/2", [{"words": "a/2", "mathml": "<math><script>alert(1)</script></math>"}], "a/2"),
        (
            "See [map].",
            [{"words": "[map]", "picture": "map", "alt": {"en": 'A "map"'}}],
            'See <img class="drawn-picture" src="/pictures/map/" alt="A &quot;map&quot;">.',
        ),
        (
            "[map]",
            [{"words": "[map]", "picture": "map"}],
            '<img class="drawn-picture" src="/pictures/map/" alt="[map]">',
        ),
        ("a/2", ["x"], "a/2"),
    ],
)
def test_words_are_drawn_or_stay(words: str, figures: list[dict[str, str]] | None, html: str) -> None:
    assert draw(words, figures, "en") == html


def test_each_language_of_a_question_is_drawn_and_the_not_stands_out() -> None:
    html = tongues({"en": "Which is not a/2?", "hi": "क्या a/2 नहीं है?"}, ("en", "hi"), True, [EQUATION])

    assert html.count("<mfrac>") == 2
    assert html.count("<strong>") == 2
