"""Each rule of the page: what it finds, and what it must leave alone."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.base.problems import Unusable
from tayari.facts.readers import reading
from tayari.facts.readers.wordlists import loaded_words
from tayari.rules.lint.findings import Finding
from tayari.rules.lint.pages.judging import RULES, judge_page
from tayari.rules.lint.pages.sayings import LEVELS, said

GOLDEN = Path(__file__).parents[1] / "golden" / "lint"
AS_OF = date(2026, 11, 23)


def of_page(text: str, name: str = "a.md") -> list[Finding]:
    found = judge_page(reading.read_text(name, text), as_of=AS_OF, loaded_words=loaded_words())
    return sorted(found, key=lambda one: (one.line, one.column, one.rule))


def told(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    return [(finding.rule.removeprefix("page."), finding.words) for finding in of_page(text, name)]


LONG = "The ministers met in the morning and signed the papers that their officials had prepared over several months."
PAGE = "---\ntitle: Words of a page\n{front}---\n" + f"{LONG} " * 8

FOUND = [
    ("## Aims\nOne.\n\n## Aims\nTwo.", "duplicate-heading", "Aims"),
    ("## पृष्ठभूमि\nएक।\n\n## पृष्ठभूमि\nदो।", "duplicate-heading", "पृष्ठभूमि"),
    (f"{LONG}\n\n{LONG.replace('signed the papers', 'then signed the papers')}", "near-duplicate-paragraph", LONG[:20]),
    ("# India–US 22 Ministerial\n\nThe 2+2 is a format. A 2+2 has four ministers.", "title-lost-characters", "22"),
    ("# The 22 Ministerial\n\nThe 2+2 Ministerial met. A 2+2 met on 22 May 2023.", "title-lost-characters", "22"),
    ("# India–US Ministerial Dial\n\nThe Ministerial Dialogue met.", "title-lost-characters", "Dial"),
    ("---\ntitle: The 2+2 explained\nslug: the-22-explained\n---\nA 2+2 met.", "title-lost-characters", "The 2+2 ex"),
    ("---\ntitle: The dialogue explained\nslug: the-dialogue-expl\n---\nIt met.", "title-lost-characters", "The dialo"),
    ("The quiz has 100 questions in 1900m.", "unit", "1900m"),
    ("मॉक टेस्ट में 100 प्रश्न हैं, समय 1900 मिनट।", "unit", "1900 मिनट"),
    ("100 Questions\n\n1900m", "unit", "1900m"),
    ("They met at 14:30 pm.", "unit", "14:30 pm"),
    ("## Editions of the talks, 2005–2031", "range-ends-in-future", "2005–2031"),
    ("The talks of 2005 to 2031 were held in two cities.", "range-ends-in-future", "2005 to 2031"),
    ("**Economics1900m**", "glued-label", "Economics1900m"),
    ("relation0", "glued-label", "relation0"),
    ("100Questions", "glued-label", "100Questions"),
    ("प्रश्न100", "glued-label", "प्रश्न100"),
    ("45 min read\n\n" + f"{LONG} " * 8, "reading-time", "45 min read"),
    (PAGE.format(front="reading_time: 30\nas_of: 2026\nsources: [s]\n"), "reading-time", "Words of a page"),
    (PAGE.format(front="sources: [s]\n"), "no-as-of", "Words of a page"),
    (PAGE.format(front="as_of: 2026-11-20\n"), "no-source", "Words of a page"),
    ("[Read](/a) this. [Read](/b) that.", "identical-link-texts", "Read"),
    ("It ends here.\n\n## You might also like\n", "empty-promise", "You might also like"),
    ("## Also read\n\n## Sources\n\nOne.", "empty-promise", "Also read"),
    ("यह समाप्त।\n\n## यह भी पढ़ें", "empty-promise", "यह भी पढ़ें"),
    ("The color of one centre and the colour of another centre.", "mixed-spelling", "color"),
    ("It was a game-changer for both.", "loaded-words", "game-changer"),
    ("यह ऐतिहासिक बैठक थी।", "loaded-words", "ऐतिहासिक"),
]


@pytest.mark.parametrize(("text", "rule", "words"), FOUND, ids=[f"{row[1]}: {row[0][:30]!r}" for row in FOUND])
def test_a_rule_finds_what_it_is_for_and_nothing_else_does(text: str, rule: str, words: str) -> None:
    found = told(text)

    assert {name for name, _ in found} == {rule}
    assert found[0][1].startswith(words)


LEFT_ALONE = {
    "headings under different headings": "## First\n### Aims\nA.\n\n## Second\n### Aims\nB.",
    "paragraphs of another number": f"{LONG} It was 2018.\n\n{LONG} It was 2019.",
    "paragraphs of another name": f"{LONG} Then Delhi.\n\n{LONG} Then Washington.",
    "a title that has its sign": "# India–US 2+2\n\nThe 2+2 met. A 2+2 met on 22 May 2023.",
    "a day in a heading": "# The 2+2\n\nA 2+2 met.\n\n## On 22 May 2023\n\nThe 2+2 met on 22 May 2023 again.",
    "a plural in the text": "# The foreign minister\n\nTwo foreign ministers met.",
    "a slug that leaves dots out": "---\ntitle: The U.S. view\nslug: the-us-view\n---\nThe U.S. met.",
    "metres": "The pass stands at 1900m above the sea.",
    "a height near a test of arms": "The missile rose to 1900 m in the test.",
    "an hour on a clock": "They met at 2:30 pm and at 14:30.",
    "a plan": "The scheme of 2021–2031 has five aims.",
    "a financial year": "The budget of 2026-27 grew.",
    "a term of office": "Her term, 2024–2029, has begun.",
    "a range that is over": "The editions of 2018–2023 were five.",
    "names with a number": "COVID-19 and GSLV-F16",
    "an address": "user2024@example.org",
    "a spelt-out code": "एलवीएम3",
    "prose with a code in it": "The mission used the rocket called Vikram1 because nothing else could fly then.",
    "a reading time that fits": "1 min read\n\n" + f"{LONG} " * 8,
    "bare text without date and source": f"{LONG} " * 8,
    "a page that says its day and its source": PAGE.format(front="facts_as_of: 2026-11-20\nsources: [s]\n"),
    "links of one target": "[Read](/a) this. [Read](/a/) again.",
    "citations with the same words": "In [Delhi](fact:a.held-in) and [Delhi](fact:b.held-in).",
    "numbers of pages": "[1](/a?page=1) [1](/b)",
    "a promise that is kept": "## You might also like\n\n[The 2+2](/a)",
    "the name of an office": "The colour of defence, said the Department of Defense.",
    "one spelling": "The centre has a colour.",
    "a spelling that is quoted": "The centre said: “our color”.",
    "a loaded word in a quotation": "He called it “a game-changer”.",
    "a loaded word that is quoted at length": "> It was a game-changer.",
    "a word within a word": "The prehistoric site.",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_what_is_right_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_heading_that_is_a_caption_is_found() -> None:
    page = "<h2>The room in Delhi</h2><figure><figcaption>The room in Delhi</figcaption></figure><p>One.</p>"

    assert told(page, "a.html") == [("heading-equals-caption", "The room in Delhi")]


def test_the_title_of_the_tab_is_held_against_the_heading() -> None:
    page = "<title>India–US 22 talks</title><h1>India–US 2+2 talks</h1><p>The 2+2 met.</p>"

    assert [finding.suggestion for finding in of_page(page, "a.html")] == ["India–US 2+2 talks"]


def test_every_rule_is_found_in_the_planted_page() -> None:
    page = (GOLDEN / "planted.html").read_text(encoding="utf-8")

    found = of_page(page, "planted.html")

    assert {finding.rule for finding in found} == set(RULES)


@pytest.mark.parametrize("name", ["planted.html", "planted.md", "planted.hi.md"])
def test_planted_files_give_what_their_list_says(name: str) -> None:
    found = of_page((GOLDEN / name).read_text(encoding="utf-8"), name)

    listed = [f"{one.line}\t{one.column}\t{one.level}\t{one.rule}\t{one.words}" for one in found]

    assert listed == (GOLDEN / f"{name}.found").read_text(encoding="utf-8").splitlines()


def test_an_id_survives_lines_above_and_changes_with_the_sentence() -> None:
    [before] = of_page("It was a game-changer.")
    [moved] = of_page("Something else.\n\nA paragraph more.\n\nIt was a game-changer.")
    [changed] = of_page("It was a game-changer for all.")

    assert (before.id, before.line) == (moved.id, 1)
    assert moved.line == 5
    assert changed.id != before.id


def test_two_equal_findings_have_two_ids() -> None:
    first, second = of_page("It was a game-changer.\n\nIt was a game-changer.")

    assert first.id != second.id


def test_every_rule_has_its_level_and_says_what_it_means_in_both_languages() -> None:
    class Filled(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "…"

    known: Mapping[str, str] = Filled(line="1", right="a", likely="a", end="1", year="1", said="1", other="a")
    for rule in RULES:
        assert LEVELS[rule] in {"error", "warning", "advice"}
        assert said(rule, known, "en") != said(rule, known, "hi")


@given(st.text(alphabet="ab2+ \n#*[]()<>&;-–।कि१०.,:|`_\\", max_size=200), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_no_text_breaks_a_reader_or_a_rule(text: str, name: str) -> None:
    try:
        document = reading.read_text(name, text)
    except Unusable:
        return
    lines = text.split("\n")
    for finding in judge_page(document, as_of=AS_OF, loaded_words=loaded_words()):
        assert 1 <= finding.line <= len(lines)
    for block in document.blocks:
        assert block.text == block.text.strip()
        assert block.anchors[0].offset == 0
