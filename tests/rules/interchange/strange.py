"""Words and questions that formats find hard: signs of their own grammar, both scripts, empty lines, joiners."""

from typing import Any

from hypothesis import strategies as st

from tayari.rules.interchange.words import tidy
from tests.rules import contents as made

_PIECES = [
    "E = mc² {x}",
    "a ~ b # c",
    "50% ::of:: it",
    "\\ and \\n and \\*",
    "ANSWER",
    "A. list",
    "B) list",
    "//not a comment",
    "[html] <b>bold</b> &amp; &lt;",
    "5 < 7 > 3",
    "]]> <![CDATA[",
    "%50% of",
    "\u0915\u094d\u200d\u0937 \u0939\u093f\u0928\u094d\u0926\u0940",
    "संसद के सदन",
    "A. P. J. Abdul Kalam",
    "line\nline",
    "para\n\npara",
    "\"quoted\" 'so'",
    "$CATEGORY: x",
    "*",
    "= 4",
    "1857",
    "naïve café",
    "é",
    "• 1. (a)",
]
_WORDS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text("ab 1.~=#{}\\:<>&%[]\nकि", max_size=6)), max_size=3)
WORDS = _WORDS.map(lambda parts: tidy(" ".join(["w", *parts, "."])))
TEXTS = st.one_of(
    st.fixed_dictionaries({"en": WORDS}),
    st.fixed_dictionaries({"en": WORDS, "hi": WORDS.map(lambda said: f"हिन्दी के शब्द {said}")}),
)
LINE = st.one_of(
    st.fixed_dictionaries({"en": WORDS.map(lambda said: " ".join(said.split()))}),
    st.fixed_dictionaries(
        {
            "en": WORDS.map(lambda said: " ".join(said.split())),
            "hi": WORDS.map(lambda said: "हिन्दी " + " ".join(said.split())),
        }
    ),
)


_HALF = "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>"
_FIGURES = [{"words": "a/2", "mathml": _HALF}, {"words": "half of <it> & more", "mathml": _HALF}]


@st.composite
def contents(draw: st.DrawFn) -> dict[str, Any]:
    """A question of any kind with strange words; choices may be drafts with few options or without a key."""
    content = dict(draw(st.sampled_from(made.one_of_each())))
    content |= {"ref": f"q.{draw(st.integers(0, 9))}", "stem": draw(TEXTS), "explanation": draw(TEXTS)}
    if content["kind"] in {"single", "multi-select"}:
        count = draw(st.integers(2, 6))
        keyed = draw(st.booleans())
        options = [{"id": "abcdef"[at], "text": draw(LINE), "why": draw(TEXTS)} for at in range(count)]
        right = draw(st.integers(0, count - 1))
        content["options"] = [{**row, "true": at == right} if keyed else row for at, row in enumerate(options)]
    if draw(st.booleans()):
        drawn = " a/2, half of <it> & more"
        content["stem"] = {code: words + drawn for code, words in content["stem"].items()}
        content["figures"] = _FIGURES
    if isinstance(content.get("answer"), dict):
        content["answer"] = {**content["answer"], "why": draw(TEXTS)}
    if content["kind"] == "short-answer":
        content["answer"]["accepted"] = [draw(LINE)["en"]]
    return content
