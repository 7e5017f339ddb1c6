"""Every bad input gets a sentence with file and line that says what to do, and changes nothing."""

from pathlib import Path
from typing import Any

import pytest

from tayari.base.problems import Unusable
from tayari.packs import actions

from .spoilt import ARTICLE, CASES, COVERAGE, DOSSIER, FACTS, PAPER, POSITIONS, POST, QUESTIONS
from .support import Load, change, errors, rows


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_told_with_file_and_line_and_changes_nothing(name: str, pack: Path, load: Load) -> None:
    spoil, wanted = CASES[name]
    spoil(pack)
    before = rows()

    report = load(pack)

    found = errors(report)
    assert report.refused
    assert [line[: len(start)] for line, start in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)
    assert rows() == before
    assert not list((pack.parent / "media").rglob("*.svg"))


def test_bad_input_leaves_what_was_loaded_before_as_it_was(pack: Path, load: Load) -> None:
    load(pack)
    before = rows()
    change(pack, "entities/who.yaml", "The capital of India.", "The pack's words.")
    change(pack, FACTS, "held_on\t2018-09-06", "held_on\t2020-13")

    assert load(pack).refused
    assert rows() == before


def test_all_errors_are_told_at_once(pack: Path, load: Load) -> None:
    for spoil in (CASES["unknown predicate"][0], CASES["totals that do not add up"][0], CASES["a link to nothing"][0]):
        spoil(pack)

    assert [line.split(":")[0] for line in errors(load(pack))] == [ARTICLE, FACTS, PAPER]


def test_what_rests_on_something_refused_is_not_told_as_another_error(pack: Path, load: Load) -> None:
    CASES["two right options"][0](pack)

    assert [line.split(":")[0] for line in errors(load(pack))] == [QUESTIONS]


def test_a_folder_without_pack_yaml_is_no_pack(tmp_path: Path, load: Load) -> None:
    with pytest.raises(Unusable, match=r"has no pack\.yaml, so it is not a content pack"):
        load(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path, load: Load) -> None:
    with pytest.raises(Unusable, match=r"There is no folder .*; give the folder of a content pack"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("value", ["text", "[a]", "{a: b}", "3", "true", "[{a: b}]", "null"])
@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("entities/who.yaml", "name"), ("entities/who.yaml", "aliases"), ("predicates/said.yaml", "phrase"),
        (PAPER, "clock"), (PAPER, "marking"), (PAPER, "questions"), (PAPER, "topics"), (PAPER, "title"),
        (PAPER, "published"), (PAPER, "attempts"), ("series/year.yaml", "members"), ("series/year.yaml", "year"),
        (COVERAGE, "editions"), (COVERAGE, "title"), (COVERAGE, "opened"), (QUESTIONS, "stem"), (QUESTIONS, "options"),
        ("pictures/pictures.yaml", "alt"), ("pictures/pictures.yaml", "file"), (ARTICLE, "corrections"),
        (ARTICLE, "topics"), (ARTICLE, "title"), (POST, "number"), (POST, "sources"), (POST, "happened"),
        (POSITIONS, "attributed_to"), (POSITIONS, "sources"), (POSITIONS, "order"), (DOSSIER, "actors"),
        (DOSSIER, "concepts"), (DOSSIER, "topics"), (DOSSIER, "title"),
    ],
)  # fmt: skip
def test_a_field_of_any_shape_is_never_a_traceback(file: str, field: str, value: str, pack: Path, site: None) -> None:
    path = pack / file
    head, _, rest = path.read_text(encoding="utf-8").partition(f"\n{field}:")
    indent = ""
    if not rest:
        indent = "  "
        head, _, rest = path.read_text(encoding="utf-8").partition(f"\n  {field}:")
    lines = rest.split("\n")[1:]
    while lines and lines[0].startswith((f"{indent} ", f"{indent}- ")):
        lines.pop(0)
    path.write_text("\n".join([head, f"{indent}{field}: {value}", *lines]), encoding="utf-8")

    parts: list[Any] = [part() for part in actions.PARTS]
    actions.check(pack, parts)
