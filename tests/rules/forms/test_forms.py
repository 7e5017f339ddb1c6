"""A question goes into its form and comes out as it was, whatever its kind; what was typed is never lost."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tayari.rules import kinds
from tayari.rules.forms.fields import Group, Rows
from tayari.rules.forms.gathering import gather
from tayari.rules.forms.places import place
from tayari.rules.forms.shapes import FIRST, LAST, SHAPES, shape
from tayari.rules.forms.showing import flat, show
from tayari.rules.kinds.reading import HEAD_KEYS
from tests.rules import contents

ROOT = Path(__file__).resolve().parents[3]


def plain(value: Any) -> Any:
    """Content as JSON keeps it."""
    return json.loads(json.dumps(value, default=lambda day: day.isoformat() if isinstance(day, date) else str(day)))


def of_packs() -> list[dict[str, Any]]:
    found = []
    for file in sorted(ROOT.glob("**/questions/**/*.yaml")):
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        found += told if isinstance(told, list) else [told]
    return [plain(one) for one in found if isinstance(one, dict)]


def sent(content: dict[str, Any]) -> dict[str, list[str]]:
    return flat(show(content, shape(content["kind"])))


def test_there_is_a_form_for_every_kind_and_it_asks_for_all_that_a_kind_may_have() -> None:
    named = {kind: {node.name for node in nodes} - {"truth"} for kind, nodes in SHAPES.items()}

    assert named == {name: set(kind.OWN_KEYS) for name, kind in kinds.KINDS.items()}


def test_the_head_asks_for_all_that_a_question_says_of_itself() -> None:
    assert {node.name for node in (*FIRST, *LAST)} | {"schema", "kind", "figures"} == HEAD_KEYS


_DRAWN = contents.single(
    True, False, False, False, schema="tayari-question/1", figures=[{"words": "[map]", "picture": "map"}]
)


@pytest.mark.parametrize("content", [*contents.one_of_each(), _DRAWN], ids=lambda content: content["kind"])
def test_content_form_content_is_a_fixed_point(content: dict[str, Any]) -> None:
    stored = plain(content)

    assert gather(sent(stored), stored["kind"], stored) == stored


@pytest.mark.parametrize("content", contents.one_of_each(), ids=lambda content: content["kind"])
def test_what_a_form_alone_tells_is_the_same_question(content: dict[str, Any]) -> None:
    stored = plain(content)

    assert kinds.parse(gather(sent(stored), stored["kind"])) == kinds.parse(stored)


def test_the_questions_of_the_packs_are_fixed_points() -> None:
    found = of_packs()

    assert len(found) >= 50
    assert [one["ref"] for one in found if gather(sent(one), one["kind"], one) != one] == []


@pytest.mark.parametrize("kind", SHAPES)
def test_an_empty_form_gives_an_empty_question(kind: str) -> None:
    assert gather(sent({"kind": kind}), kind) == {"schema": "tayari-question/1", "kind": kind}


def test_rows_come_in_the_order_in_which_they_stand_on_the_page() -> None:
    told = sent(plain(contents.by_kind("how-many")))
    first = {name: told.pop(name) for name in list(told) if name.startswith("q-statements-0-")}

    assert [row["id"] for row in gather(told | first, "how-many")["statements"]] == ["s2", "s3", "s1"]


def test_options_are_lettered_by_their_place() -> None:
    told = sent(plain(contents.by_kind("single")))
    first = {name: told.pop(name) for name in list(told) if name.startswith("q-options-0-")}

    options = gather(told | first, "single")["options"]

    assert [one["id"] for one in options] == ["a", "b", "c", "d"]
    assert options[3]["text"] == contents.by_kind("single")["options"][0]["text"]


def test_the_pattern_of_a_new_row_is_no_row() -> None:
    nodes = show({"kind": "how-many"}, shape("how-many"))
    blank = next(node.blank for node in nodes if node.blank)
    typed = {f"{blank.name}-row": ["s9"], f"{blank.name}-text-en": ["Left in the pattern"]}

    assert "statements" not in gather(typed, "how-many")


@pytest.mark.parametrize(
    ("kind", "typed", "name", "kept"),
    [
        ("match", {"q-matches": ["A2 B1"]}, "matches", "A2 B1"),
        ("numeric", {"q-answer-value": ["about 12"]}, "answer", {"value": "about 12"}),
        ("descriptive", {"q-marks": ["ten"]}, "marks", "ten"),
    ],
)
def test_what_cannot_be_read_stays_as_it_was_typed(kind: str, typed: Any, name: str, kept: Any) -> None:
    content = gather(typed, kind)

    assert content[name] == kept
    assert gather(sent(content), kind) == content


@pytest.mark.parametrize(
    ("kind", "refusal", "where"),
    [
        ("how-many", "q.x: statement 2: why has no English text; write en:", "q-statements-1"),
        ("how-many", "q.x: all four statements are false: a how-many of four has no option", "q-statements"),
        ("how-many", "q.x: 3: no verified fact says whether it is true", "q-statements-2"),
        ("how-many", "q.x: stem has no English text; write en:", "q-stem"),
        ("how-many", "the ref '' is not lower-case letters", "q-ref"),
        ("single", "q.x: option c says true: true without facts:; name them", "q-options-2"),
        ("single", "q.x: options a and b say the same", "q-options-0"),
        ("reasoning", "q.x: statement II has no claim: and no true:", "q-statements-1"),
        ("reasoning", "q.x: explains: is missing", "q-explains"),
        ("pairs-how-many", "q.x: pair 1: left has no English text", "q-pairs-0"),
        ("combinations", "q.x: choice b names no statement", "q-choices"),
        ("combinations", "q.x: choices a and b name the same statements; change one", "q-choices"),
        ("chronology", "q.x: items 1 and 2 cannot be ordered: they fall on one day", "q-items-0"),
        ("numeric", "q.x: answer: value: is ''; write a number such as 12.5", "q-answer-value"),
        ("numeric", "q.x: answer: the fact f is draft and may not feed a key", "q-answer"),
        ("data", "q.x: compute: needs operation: highest", "q-compute"),
        ("match", "q.x: matches: is not a mapping", "q-matches"),
        ("how-many", "q.x: source: is missing; something imported names where it stands", "q-source"),
        ("how-many", "q.x: there is no topic 'x' in the syllabus", "q-topics"),
    ],
)
def test_a_refusal_stands_beside_its_field(kind: str, refusal: str, where: str) -> None:
    assert place(refusal, {"ref": "q.x", "kind": kind}) == where


def test_rows_of_a_group_are_found() -> None:
    lists = next(node for node in SHAPES["match"] if isinstance(node, Group))

    assert all(isinstance(node, Rows) for node in lists.nodes)
