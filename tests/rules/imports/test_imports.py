"""What is furniture, what a card says, what the title was, which part a heading opens: tables and properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.imports import cards, drafting, furniture, parts, titles
from tayari.rules.lint.document import Anchor, Block, Document, Kind

BODY = (
    "The India-US 2+2 Ministerial Dialogue seats four ministers at one table. Officials met before the Ministerial "
    "Dialogue, and what it settled for the two countries is told here. Two dates were put off. The U.S. side agreed."
)


@pytest.mark.parametrize(
    ("titles_of_page", "rebuilt"),
    [
        # The title was made from an address: 2+2 lost its sign, and it was cut at 100 characters.
        (
            ["India US 22 Ministerial Dialogue For The Two Countri"],
            "India-US 2+2 Ministerial Dialogue for the two countries",
        ),
        (["India US 2 2 Ministerial Dialogue"], "India-US 2+2 Ministerial Dialogue"),
        # A word that the page does not go on with is left out with what hangs on it.
        (["The 22 Talks And The Offic"], "The 2+2 Talks"),
        (["The 22 For The Two Countri", "The 22 for four ministers"], "The 2+2 for four ministers"),
        (["Four ministers at one table"], "Four ministers at one table"),
        (["Route 22 of the city"], "Route 2+2 of the city"),
    ],
)  # fmt: skip
def test_titles_are_rebuilt_from_the_text(titles_of_page: list[str], rebuilt: str) -> None:
    assert titles.rebuild(titles_of_page, BODY).title == rebuilt


def test_a_number_that_the_page_itself_writes_stays() -> None:
    assert titles.rebuild(["Route 22 of the city"], BODY + " Route 22 is long.").title == "Route 22 of the city"


@pytest.mark.parametrize(
    ("window", "others", "title"),
    [
        ("The 2+2 dialogue - ExamSite", ["The 2+2 dialogue"], "The 2+2 dialogue"),
        ("The 2+2 dialogue | Exam Site", [], "The 2+2 dialogue"),
        ("Summits – talks between two great rivals", [], "Summits – talks between two great rivals"),
        ("Plain", [], "Plain"),
    ],
)  # fmt: skip
def test_the_sites_name_is_no_part_of_the_title(window: str, others: list[str], title: str) -> None:
    assert titles.without_site(window, others) == title


@given(st.text(max_size=80), st.text(max_size=200))
def test_a_title_is_never_lost(title: str, body: str) -> None:
    rebuilt = titles.rebuild([title], body)

    assert bool(rebuilt.title) == bool(title.strip()) or rebuilt.changes


@pytest.mark.parametrize(
    ("text", "questions", "seconds", "unit", "label"),
    [
        ("20 QuestionsEconomics1900mStart Test", 20, 1900, "seconds, not minutes", "Economics"),
        ("20 Questions Economics 30 min Start Test", 20, 1800, "as printed", "Economics"),
        ("20 Questions19sStart Test", 20, 1140, "minutes, not seconds", ""),
        ("25 Questionsrelation0Start Test", 25, None, "unknown", "relation"),
        ("10 QuestionsEconomics190sStart Test", 10, 190, "as printed", "Economics"),
        ("Polity1900mStart Test", None, 1900, "seconds, not minutes", "Polity"),
        ("20 प्रश्न 1900 सेकंड टेस्ट शुरू करें", 20, 1900, "as printed", ""),
    ],
)
def test_a_card_gives_questions_seconds_and_the_right_unit(
    text: str, questions: int | None, seconds: int | None, unit: str, label: str
) -> None:
    card = cards.read("Basics", text)

    assert cards.is_card(text)
    assert (card.questions, card.seconds, card.unit, card.label) == (questions, seconds, unit, label)


@pytest.mark.parametrize(
    "text",
    ["The panel asked 20 questions in 30 minutes.", "Start here", "It lasted 45 minutes and had no questions at all."],
)
def test_a_sentence_is_no_card(text: str) -> None:
    assert not cards.is_card(text)


@given(st.integers(1, 100), st.integers(1, 9999), st.sampled_from("ms"))
def test_no_card_gives_a_question_more_than_ten_minutes(questions: int, amount: int, unit: str) -> None:
    card = cards.read("", f"{questions} QuestionsLaw{amount}{unit}Start Test")

    assert card.seconds is None or 4 <= card.seconds / questions <= 600


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Advertisement", "advert"), ("Sponsored: learn fast", "advert"),
        ("Share on WhatsApp Copy link", "share button"),
        ("2 min read", "reading time"), ("Home > IR", "breadcrumbs"), ("Home Tests Login", "menu"),
        ("Subscribe to our newsletter", "newsletter"), ("Join our Telegram channel", "follow us"),
        ("© 2025 Somebody. All rights reserved.", "copyright"), ("Start Test", "button"), ("विज्ञापन", "advert"),
        ("The ministers met in New Delhi.", ""), ("Home rule was promised in 1917.", ""), ("Add the two figures.", ""),
        ("Share of exports in GDP rose.", ""),
        ("Advertisement boards " + "stood along the road of the procession " * 5, ""),
    ],
)  # fmt: skip
def test_furniture_is_told_from_prose(text: str, why: str) -> None:
    assert furniture.reason(text) == why


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Key Points", "key-facts"), ("Background of the Dialogue", "background"), ("Importance", "significance"),
        ("Challenges in the Relationship", "challenges"), ("The Way Forward", "way-forward"),
        ("Conclusion", "way-forward"),
        ("मुख्य तथ्य", "key-facts"), ("पृष्ठभूमि", "background"), ("चुनौतियाँ", "challenges"), ("Summary", "summary"),
        ("Agreements and outcomes", "outcomes"), ("Four ministers at one table", ""),
    ],
)  # fmt: skip
def test_headings_open_the_typed_parts(heading: str, part: str) -> None:
    assert parts.part_of(heading) == part


_KINDS = st.sampled_from([Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.LINK, Kind.QUOTE])
_BLOCKS = st.lists(
    st.builds(
        lambda kind, text: Block(kind, text, (Anchor(0, 1, 1),), 2 if kind is Kind.HEADING else 0),
        _KINDS,
        st.sampled_from(
            ["Background", "Challenges", "The ministers met in Delhi on a Thursday in September.", "Advertisement", "x",
             "20 QuestionsLaw1900mStart Test", "You might also like", "A table", "Home > IR", "12. May"]
        ),
    ),
    max_size=12,
)  # fmt: skip


@given(_BLOCKS)
def test_nothing_is_lost_and_no_part_stands_twice(blocks: list[Block]) -> None:
    draft = drafting.draft(Document("page", tuple(blocks)))

    names = [part.part for part in draft.parts]
    assert len(names) == len(set(names))
    assert "summary" not in names
    told = len(draft.kept.blocks) + len(draft.dropped)
    assert told + 2 * len(draft.cards) >= len(blocks) - 1
    assert all(part.text.strip() and part.title.strip() for part in draft.parts)
