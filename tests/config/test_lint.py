"""`tayari lint` as people and programs call it."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tayari.rules.lint.pages.judging import RULES
from tests.facts.readers import words

ROOT = Path(__file__).resolve().parents[2]
PLANTED = ROOT / "tests" / "golden" / "lint" / "planted.html"
FIELDS = {"file", "line", "column", "level", "words", "claim", "fact", "source", "suggestion", "rule", "id"}
WRONG = "The second India–US 2+2 was held in Washington on 18 December 2018.\n"
pytestmark = pytest.mark.usefixtures("no_site")


@pytest.fixture
def run(command: Any) -> Any:
    return partial(command, "lint")


def test_without_any_site_it_runs_from_the_shell_on_the_demo_facts(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TAYARI_", "DJANGO_"))}
    command = [sys.executable, "-m", "tayari.config.command", "lint", "a.md", "--format", "json"]

    done = subprocess.run(
        command, cwd=tmp_path, env={**environment, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert {finding["rule"] for finding in told["findings"]} <= {"fact.date", "fact.place", "fact.ordinal"}
    assert told["findings"][0]["fact"] == "2plus2-2.held-on"
    assert told["coverage"]["contradict"] == 1
    assert done.stderr == ""


def test_json_has_its_shape(run: Any) -> None:
    code, out, _ = run(PLANTED, "--format", "json", "--as-of", "2026-11-23")

    told = json.loads(out)
    assert code == 1
    assert set(told) == {"findings", "coverage"}
    assert set(told["coverage"]) == {"sentences", "checkable", "agree", "contradict", "unknown"}
    assert all(set(finding) == FIELDS for finding in told["findings"])
    assert {finding["rule"] for finding in told["findings"]} >= set(RULES)
    assert {finding["fact"] for finding in told["findings"] if finding["rule"].startswith("page.")} == {None}


def test_sarif_has_what_the_standard_requires(run: Any) -> None:
    _, out, _ = run(PLANTED, "--format", "sarif")

    log = json.loads(out)
    assert log["version"] == "2.1.0"
    [one] = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert one["tool"]["driver"]["name"] == "Tayari"
    assert len(rules) == len(set(rules))
    assert one["results"]
    for result in one["results"]:
        assert result["message"]["text"]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        [place] = result["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
        assert place["physicalLocation"]["region"]["startLine"] >= 1


def test_text_ends_with_what_could_not_be_judged(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("Nothing of note.\n", encoding="utf-8")

    code, out, _ = run(tmp_path / "a b.txt")

    assert code == 0
    assert out.splitlines()[0] == "Nothing found."
    assert out.splitlines()[-1].endswith("Silence is not agreement.")


def test_advice_fails_only_when_strict(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It was a game-changer.\n", encoding="utf-8")

    assert run("a.txt")[0] == 0
    assert run("a.txt", "--strict")[0] == 1


def test_a_list_of_ids_keeps_findings_quiet(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It was a game-changer.\n", encoding="utf-8")
    [finding] = json.loads(run("a.txt", "--format", "json")[1])["findings"]
    (tmp_path / "quiet.json").write_text(json.dumps([{"id": finding["id"], "reason": "a quotation"}]))

    code, out, _ = run("a.txt", "--strict", "--dismissed", "quiet.json")

    assert (code, out.splitlines()[0]) == (0, "Nothing found.")


def test_a_pack_is_linted_as_a_folder_against_its_own_facts(run: Any) -> None:
    pack = ROOT / "tests" / "packs" / "small"

    code, out, _ = run(pack, "--facts", pack, "--format", "json")

    assert code in {0, 1}
    assert json.loads(out)["coverage"]["sentences"] > 5


def test_a_word_document_is_linted_by_paragraph(run: Any, tmp_path: Path) -> None:
    data = words.document(words.paragraph(words.run("One.")), words.paragraph(words.run("It was a game-changer.")))
    (tmp_path / "a.docx").write_bytes(data)

    [finding] = json.loads(run("a.docx", "--format", "json")[1])["findings"]

    assert (finding["line"], finding["column"], finding["words"]) == (2, 10, "game-changer")


UNUSABLE = {
    "no file": ([], "at least one FILE"),
    "a file that is not there": (["none.md"], "There is no file none.md"),
    "a broken document": (["broken.docx"], "not a Word document"),
    "a binary": (["binary.txt"], "binary"),
    "50 MB": (["large.txt"], "50 MB"),
    "mixed encodings": (["mixed.md"], "not UTF-8 text from line 2"),
    "an empty file": (["empty.md"], "is empty"),
    "facts that are not there": (["good.md", "--facts", "none"], "There are no facts in none"),
    "facts that cannot be read": (["good.md", "--facts", "pack"], "The facts in pack cannot be read"),
    "a site that is not there": (["good.md", "--data", "none"], "There is no site"),
    "both": (["good.md", "--data", "a", "--facts", "b"], "not both"),
    "a day that is none": (["good.md", "--as-of", "yesterday"], "not a day"),
    "a list that is none": (["good.md", "--dismissed", "good.md"], "JSON list"),
    "a dismissal without a site": (["good.md", "--dismiss", "abc", "--reason", "so"], "--data DIR"),
    "a format that is none": (["good.md", "--format", "xml"], "xml"),
}


@pytest.mark.parametrize(("told", "why"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_what_cannot_be_used_is_one_sentence_and_2(run: Any, tmp_path: Path, told: list[str], why: str) -> None:
    (tmp_path / "good.md").write_text("It met.\n")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04broken")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01" * 500)
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "mixed.md").write_bytes("एक\n".encode() + b"caf\xe9\n")
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(50_000_000)
    (tmp_path / "pack" / "facts").mkdir(parents=True)
    (tmp_path / "pack" / "facts" / "f.tsv").write_text("no\tcolumns\n")

    code, out, err = run(*told)

    assert code == 2
    assert out == ""
    assert why in err
    assert "Traceback" not in err


@pytest.mark.django_db
def test_a_finding_is_dismissed_in_the_site_and_stays_quiet(tmp_path: Path, run: Any) -> None:
    from django.conf import settings

    from tayari.facts.models import Dismissal

    (tmp_path / "a.txt").write_text("It was a game-changer.\n", encoding="utf-8")
    site = ["--data", settings.FOLDER.path]
    [finding] = json.loads(run("a.txt", *site, "--format", "json")[1])["findings"]

    assert run("a.txt", *site, "--dismiss", finding["id"])[0] == 2
    assert run("a.txt", *site, "--dismiss", "0000", "--reason", "no such finding")[0] == 2
    code, out, _ = run("a.txt", *site, "--dismiss", finding["id"], "--reason", "It is the title of a book.")

    assert (code, out[:10]) == (0, "Dismissed ")
    assert Dismissal.objects.get().reason == "It is the title of a book."
    assert run("a.txt", *site, "--strict")[0] == 0


def test_the_demo_pack_is_clean(run: Any) -> None:
    code, out, _ = run(ROOT / "tayari" / "demo" / "pack", "--as-of", "2026-11-23")

    assert (out.splitlines()[0], code) == ("Nothing found.", 0)
