"""What is not finished is read as far as it goes: as printed, with the key that it has, and never refused."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tayari.rules import kinds
from tayari.rules.kinds.plain_text import plain
from tayari.rules.questions import unfinished
from tests.rules import contents


def options(*right: str, count: int = 4, **words: str) -> list[dict[str, Any]]:
    return [{"id": one, "text": {"en": f"option {one}"}, "true": one in right} for one in "abcdef"[:count]]


STATEMENTS = [{"id": f"s{n}", "text": {"en": f"Statement {n}."}, "true": n < 3} for n in (1, 2, 3)]
LISTS = {
    side: [{"id": i, "text": {"en": f"{side} {i}"}} for i in ids] for side, ids in (("left", "ABC"), ("right", "123"))
}
CODES = [dict(zip("ABC", order, strict=True)) for order in ("123", "132", "213", "231")]
CASES: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"kind": "single", "options": options("c")}, ("c",)),
    ({"kind": "single", "options": [{**one, "true": None} for one in options()]}, ()),
    ({"kind": "single", "options": [{"id": "a", "text": {"en": "x"}}]}, ()),
    ({"kind": "single", "options": options("b", count=3)}, ("b",)),
    ({"kind": "multi-select", "options": options("a", "e", count=5)}, ("a", "e")),
    ({"kind": "how-many", "statements": STATEMENTS}, ("b",)),
    ({"kind": "how-many", "statements": [{"text": one["text"]} for one in STATEMENTS]}, ()),
    (
        {"kind": "combinations", "statements": STATEMENTS, "choices": [["s1"], ["s1", "s2"], ["s3"], ["s2", "s3"]]},
        ("b",),
    ),
    ({"kind": "match", "lists": LISTS, "matches": CODES[2], "choices": CODES}, ("c",)),
    ({"kind": "numeric", "answer": {"value": "12", "tolerance": "1"}}, ("11", "13")),
    ({"kind": "short-answer", "answer": {"accepted": ["BECA"]}}, ("BECA",)),
    ({"kind": "true-false", "answer": {"true": False}}, ("b",)),
    ({"kind": "true-false", "answer": {}}, ()),
]


@pytest.mark.parametrize(("content", "key"), CASES)
def test_the_key_is_what_the_draft_says_and_no_more(content: dict[str, Any], key: tuple[str, ...]) -> None:
    assert unfinished.read({"stem": {"en": "Which?"}, **content}).key == key


def test_hindi_alone_is_read_as_hindi() -> None:
    found = unfinished.read(
        {"kind": "single", "stem": {"hi": "कौन सी?"}, "options": [{"text": {"hi": f"नदी {n}"}} for n in "1234"]}
    )

    assert found.languages == ("hi",) and set(found.words) == {"hi"}
    assert plain(found.printed, "hi").startswith("कौन सी?\n(a) नदी 1")


WHOLE = [
    contents.single(True, False, False, False),
    contents.statements("how-many", True, False, True),
    contents.pairs(True, False, True),
    contents.match(),
    contents.passage(True, False, False, False),
    contents.several(True, True, False, False),
    contents.numeric("3"),
    contents.true_false(True),
    contents.short("BECA"),
]


@pytest.mark.parametrize("content", WHOLE, ids=lambda content: str(content["kind"]))
def test_what_is_finished_is_printed_as_the_law_prints_it(content: dict[str, Any]) -> None:
    found = unfinished.read(content)

    assert found.printed == kinds.parse(content).printed()


def test_a_passage_whose_translation_nobody_read_back_is_shown() -> None:
    passage = {"text": {"en": "Rivers flow.", "hi": "नदियाँ बहती हैं।"}}

    found = unfinished.read({"kind": "passage", "stem": {"en": "What?"}, "passage": passage, "options": options("a")})

    assert found.key == ("a",) and "नदियाँ बहती हैं।" in plain(found.printed, "hi")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["en", "hi", "id", "text", "true", "claim"]), inner, max_size=4)
    ),
    max_leaves=12,
)
_NAMES = st.sampled_from(
    ["stem", "options", "statements", "pairs", "lists", "matches", "choices", "answer", "items", "table", "passage"]
)


@settings(max_examples=60)
@given(st.sampled_from(sorted(kinds.KINDS)), st.dictionaries(_NAMES, _JSON, max_size=5))
def test_nothing_is_refused(kind: str, told: dict[str, Any]) -> None:
    found = unfinished.read({"kind": kind, **told})

    assert plain(found.printed, "en") is not None
