"""`tayari show` as people and programs call it."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "packs" / "small"
pytestmark = pytest.mark.usefixtures("no_site")


@pytest.fixture
def run(command: Any) -> Any:
    return partial(command, "show")


def test_two_plus_two_is_shown_from_the_shell_without_any_site(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TAYARI_", "DJANGO_"))}
    command = [sys.executable, "-m", "tayari.config.command", "show", "2+2", "--json"]

    done = subprocess.run(
        command, cwd=tmp_path, env={**environment, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["entity"]["ref"] == "india-us-2plus2"
    first = next(fact for fact in told["entity"]["facts"] if fact["ref"] == "2plus2-1.held-on")
    assert (first["date"], first["status"]) == ("2018-09-06", "verified")
    assert all(source["looked_up"] for source in first["sources"])
    assert "india-japan-2plus2" in {match["ref"] for match in told["matches"]}


@pytest.mark.parametrize(
    "words", ["first-edition", "First 2+2 meeting", "2+2", "पहली 2+2 बैठक", "opening meeting", "आरम्भिक बैठक"]
)
def test_any_name_in_either_language_and_spelling_finds_it(run: Any, words: str) -> None:
    code, out, _ = run(words, "--facts", SMALL)

    assert code == 0
    assert out.startswith("First 2+2 meeting (event, first-edition)")


def test_facts_are_told_with_dates_status_and_sources(run: Any) -> None:
    _, out, _ = run("first-edition", "--facts", SMALL)

    assert "2018-09-06  First 2+2 meeting was held on 6 September 2018.\n" in out
    assert "Ministry of External Affairs, 2018-09-06. https://example.org/js" in out
    assert "The purpose of First 2+2 meeting was to plan the next year. [draft]\n            no source recorded" in out
    assert "New Delhi (the host's own account): One table serves four ministers best. [position]" in out
    assert "There will be a second meeting" not in out


def test_hindi_is_told_in_hindi_and_what_has_none_in_english(run: Any) -> None:
    _, out, _ = run("first-edition", "--facts", SMALL, "--lang", "hi")

    assert "पहली 2+2 बैठक 6 सितंबर 2018 को हुई।" in out
    assert "The purpose of First 2+2 meeting was to plan the next year." in out


def test_a_day_in_the_past_hides_what_came_later_and_what_had_ended(run: Any) -> None:
    refs = {}
    for day in ("2017-01-01", "2018-06-30", "2020-01-01"):
        code, out, _ = run("New Delhi", "--facts", SMALL, "--as-of", day, "--json")
        assert code == 0
        refs[day] = {fact["ref"] for fact in json.loads(out)["entity"]["facts"]}

    assert refs == {
        "2017-01-01": {"f.in"}, "2018-06-30": {"f.in", "f.seats"}, "2020-01-01": {"f.in", "f.seats-now"},
    }  # fmt: skip


def test_several_that_answer_equally_well_are_listed(run: Any) -> None:
    code, out, _ = run("ministry of")

    assert code == 0
    assert "answer to “ministry of”; show one by its ref, as `tayari show " in out
    assert "  mea  Ministry of External Affairs (organisation, " in out


def test_nothing_found_is_exit_1_and_says_what_to_try(run: Any) -> None:
    code, out, _ = run("no such thing anywhere")

    assert code == 1
    assert out == (
        "Nothing answers to “no such thing anywhere”: try fewer words, another spelling or the other language.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("  ",), "Give the words to look for"),
        (("2+2", "--as-of", "2020-13-01"), "--as-of 2020-13-01 is not a day"),
        (("2+2", "--facts", "nowhere"), "There are no entities in nowhere"),
        (("2+2", "--data", "nowhere"), "nowhere"),
        (("2+2", "--data", "a", "--facts", "b"), "Give --facts or --data, not both."),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_exit_2(run: Any, words: tuple[str, ...], said: str) -> None:
    code, out, error = run(*words)

    assert (code, out) == (2, "")
    assert said in error
    assert "Traceback" not in error
