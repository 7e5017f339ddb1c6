"""`tayari questions draft` on a pack and on a site: what it prints, writes and keeps, and its exit codes."""

import json
from pathlib import Path

import yaml

from tests.config.test_command import ROOT, tayari

PACK = ROOT / "tests" / "golden" / "packs" / "constitution"
DAY = ("--as-of", "2026-11-26")


def test_drafts_of_a_pack_are_printed_with_their_keys(tmp_path: Path) -> None:
    result = tayari("questions", "draft", "--facts", str(PACK), "--count", "7", *DAY, cwd=tmp_path)

    assert result.returncode == 0, result.stderr
    assert result.stdout.count("key: (") == 7
    assert "निम्नलिखित" in result.stdout


def test_json_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    asked = ("questions", "draft", "--facts", str(PACK), "--count", "5", "--seed", "x", "--json", "--lang", "en", *DAY)

    first, second = (tayari(*asked, cwd=tmp_path) for _ in range(2))

    assert first.stdout == second.stdout
    told = json.loads(first.stdout)
    assert [len(one["key"]) for one in told] == [1] * 5
    assert all(set(one["question"]["stem"]) == {"en"} for one in told)


def test_a_file_of_facts_narrows_what_is_asked_about(tmp_path: Path) -> None:
    out = tmp_path / "drafts.yaml"
    asked = ("questions", "draft", "--facts", str(PACK / "facts" / "cases.tsv"), "--kind", "single", "--count", "6")

    result = tayari(*asked, "--out", str(out), *DAY, cwd=tmp_path)

    assert result.returncode == 0, result.stderr
    written = yaml.safe_load(out.read_text(encoding="utf-8"))
    assert [one["schema"] for one in written] == ["tayari-question/1"] * 6
    again = tayari(*asked, "--out", str(out), *DAY, cwd=tmp_path)
    assert again.returncode == 2
    assert again.stderr == f"{out} is there already: give --out another name, so that no reviewed question is lost.\n"


def test_too_few_facts_are_told_with_exit_1(tmp_path: Path) -> None:
    asked = ("questions", "draft", "--facts", str(PACK), "--subject", "upsc", "--kind", "single", "--count", "500")

    result = tayari(*asked, "--json", *DAY, cwd=tmp_path)

    assert result.returncode == 1
    made = len(json.loads(result.stdout))
    assert 0 < made < 500
    assert result.stderr == (
        f"{made} of 500: the facts give no more such questions. Widen the subjects or the kinds.\n"
    )


def test_what_cannot_be_used_gets_one_sentence_and_exit_2(tmp_path: Path) -> None:
    told = {
        ("--facts", str(PACK), "--into-bank"): "A pack has no bank: give --data DIR with --into-bank, or --out FILE.",
        ("--facts", str(PACK), "--data", "."): "Give --facts or --data, not both.",
        ("--facts", str(PACK), "--as-of", "May"): "--as-of May is not a day; write it as 2026-11-23.",
        ("--facts", str(PACK), "--topic", "gs9"): "No question has the topic gs9 yet, so it names no subjects: "
        "give --subject as well.",
        (
            "--facts",
            "nowhere",
        ): "There are no facts in nowhere: give the folder of a content pack, which has facts/*.tsv.",
        ("--data", "nowhere"): f"There is no site in {tmp_path}/nowhere: run `tayari init {tmp_path}/nowhere` first, "
        "or `tayari demo`.",
    }
    for arguments, sentence in told.items():
        result = tayari("questions", "draft", *arguments, cwd=tmp_path)
        assert (result.returncode, result.stderr, result.stdout) == (2, f"{sentence}\n", ""), arguments
