"""House rules that no other tool holds: sizes, first sentences, room names, the clock, and what is tracked."""

import ast
import re
import statistics
import subprocess
import tomllib
from pathlib import Path

import pytest

from tayari import __version__

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    file for file in ROOT.glob("tayari/**/*.py") if "migrations" not in file.parts and "__pycache__" not in file.parts
)
BANNED = {"utils", "common", "helpers", "core", "services", "misc", "util", "helper"}


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


def test_no_module_is_longer_than_400_lines() -> None:
    assert {named(file): lines(file) for file in MODULES if lines(file) > 400} == {}


def test_half_of_the_modules_are_under_100_lines() -> None:
    assert statistics.median(lines(file) for file in MODULES) < 100


def test_half_of_the_functions_are_under_12_lines() -> None:
    lengths = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert statistics.median(lengths) < 12


def test_every_module_opens_with_a_sentence() -> None:
    opened = {named(file): ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) for file in MODULES}

    assert [name for name, words in opened.items() if not words or not re.match(r"\S.*[.!?]", words, re.DOTALL)] == []


def test_no_room_is_a_lumber_room() -> None:
    parts = {part for file in MODULES for part in file.relative_to(ROOT).with_suffix("").parts}

    assert parts & BANNED == set()


def test_no_todo_is_left_behind() -> None:
    left = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

    assert [named(file) for file in MODULES if left.search(file.read_text(encoding="utf-8"))] == []


def test_templates_hold_no_inline_style_or_script() -> None:
    inline = re.compile(r"\sstyle=\"|<style\b|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)|\son[a-z]+=\"", re.I)
    found = [
        named(file)
        for file in ROOT.glob("tayari/**/templates/**/*.html")
        if inline.search(file.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == __version__


def test_the_licence_is_the_one_that_is_named() -> None:
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize("name", ["base.txt", "dev.txt", "bootstrap.txt"])
def test_locks_are_hashed_and_name_no_index(name: str) -> None:
    lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9][a-z0-9._-]*==", lock, re.MULTILINE)

    assert pinned
    assert lock.count(" \\\n    --hash=sha256:") >= len(pinned)
    assert not re.search(r"https?://|file:|^--(index|extra-index|find-links)", lock, re.MULTILINE)


def test_every_package_of_the_program_is_in_both_locks_at_one_version() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^([a-z0-9][a-z0-9._-]*==\S+)", text, re.MULTILINE))

    assert pins("base.txt") - pins("dev.txt") == set()


def tracked() -> list[Path]:
    """What git holds or would hold; without git (a source archive) what stands in the project's own folders."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.splitlines()
    return [ROOT / name for name in names if (ROOT / name).is_file()] or MODULES


def test_nothing_tracked_names_a_registry_or_this_machine() -> None:
    telling = re.compile(
        "|".join(
            [
                "files" + r"\.pythonhosted",
                "pypi" + r"\.org/simple",
                "registry" + r"\.npmjs",
                "/work/" + "main",
                "/root/" + r"\.pyenv",
            ]
        )
    )
    found = []
    for file in tracked():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if telling.search(text):
            found.append(named(file))

    assert found == []


def test_no_lock_of_uv_and_no_compiled_catalogue_is_tracked() -> None:
    names = {file.name for file in tracked()}

    assert "uv.lock" not in names
