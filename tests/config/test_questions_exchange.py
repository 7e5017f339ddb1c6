"""`tayari questions import|export|template`: what they print, write and refuse, and their exit codes."""

import contextlib
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from tayari.bank.actions import drafts
from tayari.bank.models import ImportBatch, Question
from tayari.base import clock
from tayari.config import exchanging, linting, serving
from tayari.config.commands import exchange
from tests.rules import contents as made

CSV = "No,Question,Option A,Option B,Answer,Marks\n1,Where?,Delhi,Goa,B,2\n3,Who?,x,y,C,2\n4,,x,y,A,\n"
DEMO = Path(__file__).resolve().parents[2] / "tayari" / "demo" / "pack"
EVERY = [{**content, "ref": f"q.{at}"} for at, content in enumerate(made.one_of_each())]
pytestmark = pytest.mark.usefixtures("no_site")


@pytest.fixture
def run(command: Any) -> Any:
    return partial(command, "questions")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    file = tmp_path / "bank.json"
    file.write_text(json.dumps(EVERY), encoding="utf-8")
    return file


def test_a_dry_run_prints_one_object_and_needs_no_site(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    file.write_text(CSV, encoding="utf-8")

    code, out, err = run("import", file, "--format", "csv", "--dry-run", "--json")

    told = json.loads(out)
    assert (code, err) == (1, "")
    assert list(told) == ["found", "imported", "skipped", "findings"]
    assert (told["found"], told["imported"], told["skipped"]) == (3, 2, 1)
    assert told["findings"][0] == {
        "where": "column Marks",
        "level": "warning",
        "rule": "unknown-column",
        "message": "No question holds what this column says; 2 cells left out.",
    }
    assert [(one["where"], one["rule"]) for one in told["findings"][1:]] == [
        ("the file", "missing-numbers"),
        ("line 3, column Answer", "key-out-of-range"),
        ("line 4, column Question", "no-stem"),
    ]


def test_dump_adds_the_questions(run: Any, bank: Path) -> None:
    code, out, _ = run("import", bank, "--dry-run", "--json", "--dump")

    assert (code, json.loads(out)["questions"]) == (0, EVERY)


def test_a_person_reads_each_finding_with_its_place(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    file.write_text(CSV, encoding="utf-8")

    _, out, _ = run("import", file, "--dry-run")

    assert "the file: warning: 3 found, number 2 missing. [missing-numbers]\n" in out
    assert out.endswith("3 found, 2 can come in, 1 cannot.\nNothing was stored (--dry-run).\n")


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_one_format_becomes_another_without_a_site(run: Any, bank: Path, tmp_path: Path, ending: str) -> None:
    out, back = tmp_path / f"out.{ending}", tmp_path / "back.json"

    assert run("export", out, "--from", bank)[0] == 0
    assert run("export", back, "--from", out)[0] == 0
    assert json.loads(back.read_bytes())["questions"] == EVERY


class Folder:
    """The site of the tests, which is migrated."""

    def writable(self) -> None:
        """It always is."""


@pytest.mark.django_db
def test_an_import_waits_for_review_and_an_export_writes_the_bank(
    run: Any, bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (exchange, exchanging):
        monkeypatch.setattr(module, "open_site", lambda _: Folder())
    monkeypatch.setattr(serving, "migrate", lambda _: None)
    monkeypatch.setattr(linting, "readable", lambda _: contextlib.nullcontext())

    code, out, _ = run("import", bank)

    batch = ImportBatch.objects.get()
    assert (code, batch.file_name, batch.format, batch.found) == (0, "bank.json", "json", len(EVERY))
    assert f"They wait for review at {reverse('question_import', args=[batch.pk])}; nothing is in the bank yet." in out
    assert not Question.objects.exists()

    for content in EVERY[:2]:
        drafts.keep(content=content, by=None, now=clock.now())
    Question.objects.filter(ref="q.1").update(state=Question.State.RETIRED)
    assert run("export", tmp_path / "site.json")[0] == 0
    assert json.loads((tmp_path / "site.json").read_bytes())["questions"] == EVERY[:1]


def test_what_a_format_drops_is_said_and_a_dry_run_writes_nothing(run: Any, bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"

    code, said, _ = run("export", out, "--format", "aiken", "--from", bank, "--dry-run", "--json")

    told = json.loads(said)
    assert code == 1
    assert list(told) == ["found", "exported", "skipped", "findings"]
    assert told["found"] == told["exported"] + told["skipped"] == len(EVERY)
    assert {one["rule"] for one in told["findings"]} >= {"lost-language", "lost-explanations"}
    assert not out.exists()


def test_a_packs_own_facts_give_the_keys_that_its_questions_claim(run: Any, tmp_path: Path) -> None:
    out, whole = tmp_path / "out.txt", tmp_path / "whole.json"

    _, said, _ = run("export", out, "--format", "aiken", "--from", DEMO, "--ref", "q.us25.01")

    assert "1 of 1 questions as Aiken." in said
    assert out.read_text(encoding="utf-8").count("ANSWER: ") == 1
    assert run("export", whole, "--from", DEMO, "--ref", "q.us25.01")[0] == 0
    assert '"claim"' in whole.read_text(encoding="utf-8")


def test_refs_and_topics_choose(run: Any, tmp_path: Path) -> None:
    rows = [{**made.single(True, False, False, False), "ref": f"q.{at}", "topics": [f"t.{at}"]} for at in range(3)]
    source, out = tmp_path / "in.json", tmp_path / "out.json"
    source.write_text(json.dumps(rows), encoding="utf-8")

    assert (
        run("export", out, "--from", source, "--ref", "q.0", "--ref", "q.2", "--topic", "t.2", "--topic", "t.1")[0] == 0
    )
    assert [one["ref"] for one in json.loads(out.read_bytes())["questions"]] == ["q.2"]


def test_the_template_can_be_read_and_is_empty(run: Any, tmp_path: Path) -> None:
    for name in ("t.xlsx", "t.csv"):
        assert run("template", tmp_path / name)[0] == 0
        code, out, _ = run("import", tmp_path / name, "--dry-run", "--json")
        told = json.loads(out)
        assert (code, told["found"], [one["rule"] for one in told["findings"]]) == (1, 0, ["nothing-found"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["import", "none.csv", "--dry-run"], "There is no file none.csv.\n"),
        (["import", ".", "--dry-run"], ". is no file; give one file of questions.\n"),
        (["import", "empty.csv", "--dry-run"], "empty.csv is empty (0 bytes); there is nothing to import.\n"),
        (["import", "large.csv", "--dry-run"], "large.csv has 200 MB; files up to 50 MB are read: split it.\n"),
        (["import", "bank.json", "--dump", "--dry-run"], "--dump belongs to the JSON: give --json as well.\n"),
        (
            ["import", "bank.json", "--format", "xlsx", "--dry-run"],
            "bank.json is no zip archive, as .docx, .xlsx and packages are",
        ),
        (["import", "odd.zzz", "--dry-run"], "odd.zzz does not tell its format by its ending; say --format json or "),
        (
            ["import", "old.xls", "--dry-run"],
            "old.xls is in the old format of Word or Excel; save it as .docx or .xlsx.\n",
        ),
        (["export", "bank.json", "--from", "odd.zzz"], "bank.json is there already: give another name"),
        (["export", "out.json", "--from", "odd.zzz"], "odd.zzz does not tell its format by its ending"),
        (["export", "out.zzz", "--from", "bank.json"], "out.zzz does not tell its format by its ending"),
        (["export", "no/out.json", "--from", "bank.json"], "no/out.json cannot be written (No such file or directory)"),
        (["export", "out.json", "--from", "bank.json", "--ref", "q.no"], "There is no question q.no.\n"),
        (["export", "out.json", "--from", "bank.json", "--topic", "t.no"], "There is no question to write"),
        (["export", "out.json", "--from", "bank.json", "--data", "x"], "Give --from or --data, not both.\n"),
        (["template", "t.docx"], "t.docx does not tell its format by its ending"),
    ],
)
def test_what_cannot_be_used_gets_one_sentence_and_exit_2(
    run: Any, bank: Path, tmp_path: Path, words: list[str], sentence: str
) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "odd.zzz").write_bytes(b"x")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with (tmp_path / "large.csv").open("wb") as large:
        large.truncate(200_000_000)

    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
