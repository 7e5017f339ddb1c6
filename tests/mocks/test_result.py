"""What the result says, and what it keeps back as long as the review policy says so."""

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.accounts import persons
from tayari.mocks import plans
from tayari.mocks.actions import cohorts, objections, sittings, starts
from tayari.mocks.models import PaperQuestion, Sitting
from tayari.mocks.queries import tables
from tests.factories import halls, papers
from tests.factories.questions import NOW, both, how_many, published

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]
HOUR = timedelta(hours=1)


def sign_in(client: Client, sitting: Sitting) -> None:
    """Be the guest who sat it."""
    from django.http import HttpResponse

    response = HttpResponse()
    persons.remember(response, sitting.person)
    client.cookies[persons.COOKIE] = response.cookies[persons.COOKIE].value


def result(client: Client, sitting: Sitting, language: str = "") -> BeautifulSoup:
    sign_in(client, sitting)
    return BeautifulSoup(client.get(f"{language}/sittings/{sitting.pk}/result/").content, "html.parser")


def texts(page: BeautifulSoup, path: str) -> list[str]:
    return [" ".join(one.get_text(" ").split()) for one in page.select(path)]


@pytest.mark.parametrize(
    ("policy", "score", "answers"),
    [
        ({}, True, True),
        ({"shows_answers": "closed", "closes_at": NOW + HOUR}, True, False),
        ({"shows_score": "closed", "shows_answers": "closed", "closes_at": NOW + HOUR}, False, False),
        ({"shows_answers": "final"}, True, False),
        ({"shows_score": "final", "shows_answers": "final"}, False, False),
        ({"shows_answers": "final", "closes_at": NOW + HOUR, "objections_until": NOW + 2 * HOUR}, True, False),
        ({"shows_score": "final", "shows_answers": "final", "objections_until": NOW + HOUR}, True, True),
        ({"shows_score": "closed", "shows_answers": "closed", "closes_at": NOW}, True, True),
    ],
)
def test_no_byte_tells_more_than_the_policy(
    client: Client, at: Clock, policy: dict[str, object], score: bool, answers: bool
) -> None:
    closes = policy.get("closes_at")
    printing = papers.printing(3)
    sitting = papers.sat(printing, {1: "a", 2: "a"})
    for name, value in policy.items():
        setattr(printing.paper, name, value)
    printing.paper.save()
    at(600)
    sign_in(client, sitting)

    page = client.get(f"/sittings/{sitting.pk}/result/").content.decode()
    cover = client.get("/mocks/india-us/own/").content.decode()
    table = client.get(f"/sittings/{sitting.pk}/result.csv")
    practice = client.post(f"/sittings/{sitting.pk}/practices/")
    objection = client.get(f"/sittings/{sitting.pk}/questions/1/objection/")

    assert ("1.33" in page, "1.33" in cover) == (score, score)
    assert ("SECRET-WHY" in page, "Right answer" in page, 'data-state="right"' in page) == (answers,) * 3
    assert (table.status_code, objection.status_code) == ((200, 200) if answers else (404, 404))
    assert practice["Location"].endswith("/result/") is not answers
    if closes and not score:
        assert "when the paper closes: 23 November 2026" in page


def test_the_final_key_lets_everything_out(client: Client, at: Clock) -> None:
    printing = papers.printing(3, shows_score="final", shows_answers="final")
    sitting = papers.sat(printing, {1: "a"})
    assert "The score is shown when the answer key is final." in result(client, sitting).get_text()

    objections.finalise(printing, by=None, now=NOW)

    assert "Right answer" in result(client, sitting).get_text()


def test_a_provisional_key_is_shown_for_objections_and_becomes_final(client: Client, at: Clock) -> None:
    printing = papers.printing(2, shows_score="final", shows_answers="final", objections_until=NOW + HOUR)
    sitting = papers.sat(printing, {1: "a"})
    at(600)
    page = result(client, sitting)
    assert "Provisional answer key Objections are taken until 23 November 2026" in texts(page, ".notice")[0]
    assert len(page.select(".q-object")) == 2
    table = client.get(f"/sittings/{sitting.pk}/result.csv").content.decode("utf-8-sig")
    assert [row["key is"] for row in csv.DictReader(io.StringIO(table))] == ["provisional"] * 2

    at(2 * 3600)
    page = result(client, sitting)
    assert "The time for objections is over." in texts(page, ".notice")[0]
    assert page.select(".q-object") == []

    objections.finalise(printing, by=None, now=NOW)
    page = result(client, sitting)
    assert "The answer key is final." in page.get_text() and page.select(".notice") == []


def test_typed_and_several_answers_are_shown_with_what_was_right(client: Client, at: Clock) -> None:
    printing = halls.typed()
    page = result(client, papers.sat(printing, {2: ["a"], 3: ["13"], 4: ["beca"]}))

    assert [one.split(" · ")[0] for one in texts(page, ".q-outcome")] == ["Blank", "Wrong", "Wrong", "Right"]
    assert [one["data-state"] for one in page.select("#q-2 .reason")] == ["right", "right", "left", "left"]
    assert texts(page, "#q-2 .reason-tags") == ["Your answer Right answer", "Right answer", "", ""]
    assert texts(page, "#q-3 .q-typed div") == ["Your answer 13", "Right answer 12.5 km"]
    assert texts(page, "#q-4 .q-typed div") == ["Your answer beca", "Right answer BECA"]
    blank = result(client, papers.sat(printing, {1: "a"}), "/hi")
    assert texts(blank, "#q-3 .q-typed dd")[0] == "—"


def test_a_section_says_which_of_its_answers_count(client: Client, at: Clock) -> None:
    paper = papers.paper(4)
    paper.places.update(section=paper.sections.create(number=1, name=both("Any two"), choose=2))
    printing = papers.printings.freeze(paper, by=None, now=NOW)

    page = result(client, papers.sat(printing, {1: "a", 3: "c", 4: "d"}))

    assert texts(page, "#sections ~ .table-wrap tbody th") == [
        "Any two 2 answers count, the first ones as printed. Not counted: 4."
    ]
    said = [one.split(" · ")[0] for one in texts(page, ".q-outcome")]
    assert said == ["Right", "Blank, and not needed", "Right", "Beyond the answers that count"]


def test_marks_lost_are_told_apart(client: Client, at: Clock) -> None:
    sitting = papers.sat(papers.printing(4, marking={"right": "3", "wrong": "-1", "blank": "-1/2"}), {1: "a", 2: "a"})

    rows = texts(result(client, sitting), ".result-head dl div")

    assert rows[:3] == [
        "Right 1",
        "Wrong 1 · cost 1 mark · 3 marks not earned",
        "Blank 2 · cost 1 mark · 6 marks not earned",
    ]


def test_the_time_is_summed_by_outcome_and_drawn_with_a_text_beside_it(client: Client, at: Clock) -> None:
    page = result(client, papers.sat(papers.printing(3), {1: "a", 2: "a"}))

    part = page.select_one(".result-times")
    assert part is not None
    assert "on right answers" in part.get_text()
    assert texts(page, ".result-times p a")[0].startswith("Question ")
    assert part.svg is not None and part.svg["aria-hidden"] == "true"
    assert [bar["data-outcome"] for bar in part.select(".time-bar")] == ["right", "wrong", "blank"]
    assert part.select(".time-median") == []


def test_guesses_are_set_against_chance(client: Client, at: Clock) -> None:
    printing = papers.printing(5)
    said = {1: "sure", 2: "guess", 3: "guess", 4: "unsure"}
    sitting = papers.sat(printing, {1: "a", 2: "b", 3: "a", 4: "a"}, confidence=said)

    page = result(client, sitting)

    assert texts(page, "#guesses ~ .table-wrap tbody tr") == [
        "Sure 1 1 (100 %) 2 —",
        "Between two 1 0 (0 %) −0.67 0.67",
        "A guess 2 1 (50 %) 1.33 0",
    ]
    assert "when you are right more often than 1/4 of the time" in page.get_text()
    assert "a guess" in texts(page, "#q-2 .q-outcome")[0]


def test_topics_stand_against_kinds(client: Client, at: Clock) -> None:
    paper = papers.paper(2)
    PaperQuestion.objects.create(paper=paper, question=published(how_many()).question, number=3)
    sitting = papers.sat(papers.printings.freeze(paper, by=None, now=NOW), {1: "a", 2: "a", 3: "b"})

    page = result(client, sitting)

    assert texts(page, ".matrix thead th") == ["Topic", "How many are correct", "One of four"]
    assert texts(page, ".matrix tbody tr") == ["India–US relations 1 of 1 1 of 2"]


def test_below_thirty_nothing_is_said_of_others_and_from_thirty_on_it_is(client: Client, at: Clock) -> None:
    printing = papers.printing(2)
    mine = papers.sat(printing, {1: "a", 2: "a"})
    for turn in range(28):
        papers.sat(printing, {1: "a" if turn < 7 else "b"})
    cohorts.measure(printing, now=NOW + HOUR)
    assert "Too few to say: a percentile is shown from 30 candidates on." in result(client, mine).get_text()

    papers.sat(printing, {1: "a", 2: "b"})
    cohorts.measure(printing, now=NOW + HOUR)
    page = result(client, mine)

    # 21 wrong, then mine (2 − 2/3), then 7 with 2 and one with 4: 22 of 30 at or below, 8 above.
    assert texts(page, "#standing + dl dd") == ["73.33 · 55.6 to 85.8 with 95 % confidence", "9 of 30"]
    assert "100 × candidates with this score or less ÷ all 30 candidates" in page.get_text()
    assert "India rank" not in page.get_text()
    assert "Others took" in texts(page, "#q-1 .q-others")[0]
    assert len(page.select(".time-median")) == 1
    assert page.select("#q-2 .q-others") == []


def test_qualifying_marks_are_said_in_words(client: Client, at: Clock) -> None:
    for share, said in (("33/100", "Not qualified: 1.98 marks are needed."), ("1/5", "Qualified: 1.2 marks")):
        sitting = papers.sat(papers.printing(3, qualifying=share, slug=f"p{share[0]}"), {1: "a", 2: "a"})
        assert said in result(client, sitting).get_text()


def test_sections_have_marks_of_their_own(client: Client, at: Clock) -> None:
    paper = papers.paper(3)
    one, two = (paper.sections.create(number=n, name=both(f"Part {n}"), qualifying="1/2") for n in (1, 2))
    paper.places.filter(number=1).update(section=one)
    paper.places.filter(number__gt=1).update(section=two)
    sitting = papers.sat(papers.printings.freeze(paper, by=None, now=NOW), {1: "a", 2: "a"})

    rows = texts(result(client, sitting), "#sections ~ .table-wrap tbody tr")

    assert rows == ["Part 1 2 of 2 reached (1)", "Part 2 −0.67 of 4 not reached (2)"]


def test_attempts_stand_side_by_side(client: Client, at: Clock) -> None:
    printing = papers.printing(2)
    first = papers.sat(printing, {1: "b"})
    second = papers.sat(printing, {1: "a"}, by=first.person, after=HOUR)

    rows = texts(result(client, second), ".history li")

    assert [row.split(": ")[1] for row in rows] == ["−0.67", "2 · this one"]


def test_an_attempt_whose_score_still_waits_is_told_nowhere(client: Client, at: Clock) -> None:
    printing = papers.printing(2, shows_score="final", shows_answers="final")
    first = papers.sat(printing, {1: "b"})
    objections.finalise(printing, by=None, now=NOW)
    PaperQuestion.objects.filter(number=2).delete()
    papers.sat(papers.printings.freeze(printing.paper, by=None, now=NOW), {1: "a"}, by=first.person, after=HOUR)

    assert texts(result(client, first), ".history li") == []


def test_articles_about_the_facts_are_offered_once_each(
    client: Client, at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tayari.mocks import reading

    asked: list[list[str]] = []

    def finder(refs: list[str], language: str) -> dict[str, list[reading.Reading]]:
        asked.append(list(refs))
        return {ref: [reading.Reading(f"The dialogue ({language})", "/articles/2-plus-2/")] for ref in refs}

    monkeypatch.setattr(reading, "_FINDERS", {"articles": finder})
    page = result(client, papers.sat(papers.printing(3), {}))

    assert texts(page, "#q-1 .q-read") == ["To read: The dialogue (en)"]
    assert asked == [["2plus2-1.held-on"]]


def test_the_page_reads_in_hindi(client: Client, at: Clock) -> None:
    page = result(client, papers.sat(papers.printing(3), {1: "a"}), "/hi")

    said = page.get_text()
    assert page.html is not None and page.html["lang"] == "hi"
    assert [
        word for word in ("What to fix", "Where the time", "Among others", "Longest", "Too few") if word in said
    ] == []


def test_the_table_holds_exact_marks_and_no_formula(client: Client, at: Clock) -> None:
    sitting = papers.sat(papers.printing(3), {1: "a", 2: "a"}, confidence={1: "sure"})
    sign_in(client, sitting)

    answer = client.get(f"/sittings/{sitting.pk}/result.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert "attachment" in answer["Content-Disposition"]
    assert [row["outcome"] for row in rows] == ["right", "wrong", "blank"]
    assert [(row["mark"], row["mark numerator"], row["mark denominator"]) for row in rows] == [
        ("2", "2", "1"),
        ("−2/3", "-2", "3"),
        ("0", "0", "1"),
    ]
    assert (rows[0]["your answer"], rows[1]["key"], rows[0]["confidence"]) == ("A", "B", "sure")


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_would_be_a_formula_is_made_text(text: str) -> None:
    assert tables.safe(text) == f"'{text}"
    assert tables.safe("B, C") == "B, C"


def test_a_stranger_gets_no_table(client: Client, at: Clock) -> None:
    sitting = papers.sat(papers.printing(1), {})

    assert client.get(f"/sittings/{sitting.pk}/result.csv").status_code == 404


def test_a_dropped_question_is_said_and_the_rest_rescaled(client: Client, at: Clock) -> None:
    from tests.mocks.test_rescoring import decide, rescored

    printing = papers.printing(4)
    sitting = papers.sat(printing, {1: "a", 2: "a", 3: "c"})
    decide(printing, 1, "drop")
    rescored(printing)

    page = result(client, sitting)

    # Of questions 2 to 4: −2/3 and 2, rescaled by 8/6.
    assert texts(page, ".score") == ["1.78 of 8 marks"]
    assert "1 question was dropped: your 1.33 marks are rescaled to the full marks." in page.get_text()
    assert texts(page, "#q-1 .q-outcome")[0].startswith("Dropped: counts for nobody")
    assert "Your score was 3.33 and is 1.78 now. Two sources show it." in " ".join(page.get_text().split())
    assert "The question is dropped; the others are rescaled to the full marks." in texts(page, "#q-1 .q-key")[0]


def test_a_second_key_shows_both_as_right(client: Client, at: Clock) -> None:
    from tests.mocks.test_rescoring import decide, rescored

    printing = papers.printing(2)
    sitting = papers.sat(printing, {1: "b"})
    decide(printing, 1, "second", "a", "b")
    rescored(printing)

    page = result(client, sitting)

    assert [one["data-state"] for one in page.select("#q-1 .reason")] == ["right", "right", "left", "left"]
    assert "Any of A or B counts as right." in page.get_text()


def test_a_practice_is_marked_by_the_keys_of_now_without_rescaling(client: Client, at: Clock) -> None:
    from tests.mocks.test_rescoring import decide, rescored

    printing = papers.printing(3)
    sitting = papers.sat(printing, {1: "b", 2: "a"})
    practice = starts.practise_missed(sitting, by=sitting.person, now=NOW)
    sittings.submit(practice.pk, by=sitting.person, now=NOW)
    decide(printing, 2, "drop")
    rescored(printing)

    page = result(client, practice)

    assert texts(page, ".score") == ["0 of 4 marks"]
    assert "rescaled" not in page.select_one(".result-head").get_text()  # type: ignore[union-attr]


def test_a_shuffled_sitting_is_explained_in_its_own_order_and_letters(client: Client, at: Clock) -> None:
    from tests.mocks.test_rescoring import decide, rescored

    printing = papers.printing(6, shuffle="both")
    for _ in range(4):
        sitting = papers.sat(printing, {1: "b"})
    decide(printing, 1, "corrected", "b")
    rescored(printing)
    page = result(client, sitting)
    letters = plans.letters(sitting, 1)

    assert [int(one["id"][2:]) for one in page.select(".q-done")] == list(plans.plan(sitting).numbers)
    assert texts(page, "#q-1 .reason-option .bubble") == ["A", "B", "C", "D"]
    assert texts(page, "#q-1 .reason[data-state=right] .bubble") == [letters["b"]]
    assert f"The key is {letters['b']} now." in texts(page, "#q-1 .q-key")[0]
    form = BeautifulSoup(client.get(f"/sittings/{sitting.pk}/questions/1/objection/").content, "html.parser")
    assert "Decided" in form.get_text()
    rows = list(
        csv.DictReader(io.StringIO(client.get(f"/sittings/{sitting.pk}/result.csv").content.decode("utf-8-sig")))
    )
    mine = rows[list(plans.plan(sitting).numbers).index(1)]
    assert (mine["your answer"], mine["key"], mine["outcome"]) == (letters["b"], letters["b"], "right")
    assert "letters here are those of the printing" in client.get("/mocks/india-us/key/").content.decode()
