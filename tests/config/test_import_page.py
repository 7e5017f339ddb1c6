"""`tayari import page`: a page with every fault of scraped sites becomes a draft, and nothing is published."""

import json
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).resolve().parents[1] / "golden" / "imports"
pytestmark = pytest.mark.usefixtures("no_site")


@pytest.fixture
def run(command: Any) -> Any:
    return partial(command, "import", "page")


def test_the_page_with_every_fault_becomes_a_typed_draft(run: Any) -> None:
    code, out, _ = run(PAGES / "scraped.html", "--dry-run", "--json", "--url", "https://example.org/a")

    told = json.loads(out)
    assert told["title"] == (
        "India-US 2+2 Ministerial Dialogue editions agreements and what each one settled for the two countries"
    )
    assert [one["part"] for one in told["parts"]] == [
        "key-facts", "background", "significance", "challenges", "way-forward",
    ]  # fmt: skip
    assert told["summary"].startswith("The India-US 2+2 Ministerial Dialogue seats")
    assert [(one["title"], one["questions"], one["seconds"], one["time"], one["unit"]) for one in told["cards"]] == [
        ("Indian Economy Basics", 20, 1900, "31 min 40 s", "seconds, not minutes"),
        ("India and the United States 1947–2028", 25, None, None, "unknown"),
        ("Money and Banking", 10, 190, "3 min 10 s", "as printed"),
    ]
    # The planted error, at its line of the file, with the fact and its source.
    assert [(one["rule"], one["line"], one["fact"]) for one in told["findings"]] == [
        ("fact.date", 25, "2plus2-2.held-on")
    ]
    assert told["findings"][0]["source"]
    assert code == 1
    reasons = {one["reason"].partition(" line")[0] for one in told["dropped"]}
    assert reasons >= {
        "advert", "menu", "breadcrumbs", "cookie notice", "share button", "reading time", "newsletter", "follow us",
        "copyright", "a caption repeated as a heading", "caption of a picture that is not copied",
        "a promise of other pages", "says nearly the same as",
    }  # fmt: skip
    text = json.dumps([told["summary"], told["parts"]])
    for gone in ("Advertisement", "1900m", "relation0", "Start Test", "newsletter", "hall.jpg", "You might also like"):
        assert gone not in text
    assert told["provenance"]["url"] == "https://example.org/a"
    assert len(told["provenance"]["sha256"]) == 64
    assert date.fromisoformat(told["provenance"]["saved"])


def test_bare_text_is_read_as_well(run: Any) -> None:
    code, out, _ = run(PAGES / "scraped.txt", "--dry-run", "--json")

    told = json.loads(out)
    assert code == 0
    assert told["title"].startswith("India-US 2+2 Ministerial Dialogue")
    assert told["title"].endswith("the two countries")
    assert [one["part"] for one in told["parts"]] == ["key-facts", "background", "challenges", "way-forward"]
    assert told["cards"][0]["seconds"] == 1900


def test_hindi_pages_have_hindi_parts_and_time(run: Any) -> None:
    code, out, _ = run(PAGES / "hindi.html", "--dry-run", "--json")

    told = json.loads(out)
    assert code == 0
    assert (told["language"], told["title"]) == ("hi", "भारत अमेरिका 2+2 संवाद के सभी संस्करण")
    assert [one["title"] for one in told["parts"]] == ["मुख्य तथ्य", "पृष्ठभूमि", "चुनौतियाँ"]
    assert told["cards"][0]["time"] == "31 मिनट 40 सेकंड"


def test_the_text_form_says_what_was_done(run: Any) -> None:
    _, out, _ = run(PAGES / "scraped.html", "--dry-run")

    assert "Indian Economy Basics: 20 questions, 1900 s = 31 min 40 s (seconds, not minutes: " in out
    assert "line 17: 'Advertisement', advert" in out
    assert out.endswith("Nothing was stored (--dry-run).\n")


@pytest.mark.parametrize(
    ("content", "words", "said"),
    [
        (b"", ("--dry-run",), "empty"),
        (b"\x00\x01\x02\xff\xfe" * 50, ("--dry-run",), "in.html"),
        (b"<p>Advertisement</p>", ("--dry-run",), "there is nothing to import"),
        (b"<p>Words of it.</p>", ("--dry-run", "--url", "example.org"), "--url example.org is no address"),
        (b"<p>Words of it.</p>", ("--facts", "x"), "with --dry-run only"),
        (b"<p>Words of it.</p>", ("--data", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_exit_2(
    run: Any, tmp_path: Path, content: bytes, words: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "in.html"
    file.write_bytes(content)

    code, out, error = run(file, *words)

    assert (code, out) == (2, "")
    assert said in error
    assert "Traceback" not in error


def test_a_file_that_is_not_there(run: Any) -> None:
    assert run("nothing.html", "--dry-run")[0] == 2
