"""Contents of tayari-question/1 for properties: whole ones and drafts, in words that are hard for formats."""

from typing import Any

from hypothesis import strategies as st

from tests.rules import contents as made

# What breaks formats: their own signs, formulas, numbers, two scripts, joiners, spaces and lines.
_HARD = [
    "=1+1",
    "-5",
    "+x",
    "@a",
    "'=x",
    "''",
    '"',
    '""',
    ",",
    ";",
    "a|b",
    "\t",
    "a\nb",
    "1/2",
    "1.0",
    "A",
    "B",
    "True",
]
_HARD += [
    "क्\u200dष",
    "र्\u200cय",
    "x²",
    "{=a}",
    "~b#",
    "ANSWER: A",
    "<b>",
    "&amp;",
    "_x000D_",
    "\xa0",
    " x ",
    "sep=;",
    "#",
    "(a)",
]
WORDS = st.one_of(
    st.sampled_from(_HARD),
    st.text("ab=,;'\"|\n (1)अब", min_size=1, max_size=12),
    st.sampled_from(["Which of these?", "दिल्ली", "New Delhi", "1947"]),
).filter(lambda words: bool(words.strip()))
TEXTS = st.one_of(
    WORDS.map(lambda words: {"en": words}),
    WORDS.map(lambda words: {"hi": words}),
    st.tuples(WORDS, WORDS).map(lambda two: {"en": two[0], "hi": two[1]}),
)
_HEAD = st.fixed_dictionaries(
    {"stem": TEXTS},
    optional={
        "ref": st.sampled_from(["q.a", "q.b-1"]),
        "explanation": TEXTS,
        "ask": TEXTS,
        "topics": st.lists(WORDS, min_size=1, max_size=2),
        "difficulty": st.sampled_from(["easy", "hard"]),
        "source": WORDS,
        "note": WORDS,
        "as_of": st.just("2026-11-22"),
    },
)


@st.composite
def choices(draw: st.DrawFn) -> dict[str, Any]:
    """A question with options: with its key, without one, or with claims."""
    rows = []
    for at in range(draw(st.integers(2, 6))):
        row: dict[str, Any] = {"id": "abcdef"[at], "text": draw(TEXTS)}
        row |= draw(st.fixed_dictionaries({}, optional={"why": TEXTS, "facts": st.just(["f"])}))
        row |= draw(st.sampled_from([{}, {"true": True}, {"true": False}, {"true": False}, {"claim": ["a", "b", "c"]}]))
        rows.append(row)
    kind = draw(st.sampled_from(["single", "multi-select", "passage"]))
    more = draw(st.sampled_from([{}, {}, {"negative": True}])) if kind == "single" else {}
    return {"schema": "tayari-question/1", "kind": kind, "options": rows, **more, **draw(_HEAD)}


@st.composite
def typed(draw: st.DrawFn) -> dict[str, Any]:
    """A question whose answer is typed, or true or false."""
    kind, own = draw(
        st.sampled_from(
            [
                ("numeric", {"value": "12.5", "tolerance": "0.5", "unit": "km"}),
                ("numeric", {"value": 12}),
                ("true-false", {"true": False}),
                ("short-answer", {"accepted": ["BECA", "a|b"]}),
                ("short-answer", {"accepted": ["BECA", "x"]}),
                ("short-answer", {}),
            ]
        )
    )
    answer = {**own, **draw(st.fixed_dictionaries({}, optional={"why": TEXTS, "facts": st.just(["f"])}))}
    return {"schema": "tayari-question/1", "kind": kind, "answer": answer, **draw(_HEAD)}


QUESTIONS = st.lists(st.one_of(choices(), typed(), st.sampled_from(made.one_of_each())), min_size=1, max_size=4)
