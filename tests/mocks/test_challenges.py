"""From an objection to a rescored result: the candidate's pages, the editor's pages, the notice and the public page."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tayari.accounts.actions import guests
from tayari.facts.models import Consequence, Fact
from tayari.mocks import marking
from tayari.mocks.actions import consequences, objections, rescoring
from tayari.mocks.models import Objection, Paper, Rekeying, Rescore, Sitting
from tayari.mocks.queries import rekeyed
from tayari.mocks.views import challenges
from tayari.site.actions import tree
from tests.factories import papers
from tests.factories.questions import NOW
from tests.mocks.test_rescoring import decide, held, rescored
from tests.mocks.test_result import result, sign_in, texts

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]

FILLED = {
    "claim": "key",
    "suggested": ["b"],
    "words": "The treaty says so.",
    "publisher_1": "Ministry of External Affairs",
    "title_1": "Joint statement, paragraph 4",
    "url_1": "https://www.mea.gov.in/example",
}
DECIDED = {"policy": "corrected", "keys": "b", "reason_en": "Both sources show it.", "reason_hi": "दोनों स्रोत।"}


@pytest.fixture
def editor(client: Client) -> Client:
    person = papers.person(username="editor", is_staff=True, is_superuser=True)
    made = Client()
    made.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return made


def soup(answer: object) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")  # type: ignore[attr-defined]


def said(answer: object) -> str:
    return " ".join(soup(answer).get_text(" ").split())


def address(sitting: Sitting, number: int = 1) -> str:
    return f"/sittings/{sitting.pk}/questions/{number}/objection/"


def test_an_objection_is_made_seen_and_taken_back(client: Client, at: Clock) -> None:
    sitting = papers.sat(papers.printing(2), {1: "b"})
    link = result(client, sitting).select_one("#q-1 .q-object a")
    assert link is not None and link["href"] == address(sitting)

    form = client.get(address(sitting))
    assert "SECRET-WHY" not in form.content.decode()
    assert len(soup(form).select("form.form input[name^=publisher]")) == 2

    made = client.post(address(sitting), FILLED, follow=True)
    assert "The treaty says so." in said(made) and "It waits for a decision." in said(made)

    client.post(address(sitting), {"withdraw": "1"})
    assert Objection.objects.filter(withdrawn_at=None).count() == 0
    assert soup(client.get(address(sitting))).select_one("form.form") is not None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"publisher_1": ""}, "required"),
        ({"url_1": "javascript:alert(1)"}, "A link begins with https://"),
        ({"publisher_2": "MEA"}, "Each source needs its publisher and its title."),
        ({"words": ""}, "required"),
        ({"claim": "rubbish"}, "rubbish"),
        ({"suggested": ["z"]}, "z"),
    ],
)
def test_what_is_missing_is_said_at_the_form_and_nothing_is_lost(
    client: Client, at: Clock, changes: dict[str, object], words: str
) -> None:
    sitting = papers.sat(papers.printing(1), {1: "b"})
    sign_in(client, sitting)

    answer = client.post(address(sitting), {**FILLED, **changes})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Joint statement, paragraph 4" in answer.content.decode()
    assert Objection.objects.count() == 0


def test_hostile_words_are_shown_as_words(client: Client, at: Clock, editor: Client) -> None:
    sitting = papers.sat(papers.printing(1), {1: "b"})
    sign_in(client, sitting)
    client.post(address(sitting), {**FILLED, "words": "<script>alert(1)</script>"})

    for page in (client.get(address(sitting)), editor.get("/admin/papers/objections/")):
        assert "<script>alert(1)" not in page.content.decode()
        assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_twenty_objections_an_hour_are_enough(client: Client, at: Clock) -> None:
    sitting = papers.sat(papers.printing(1), {1: "b"})
    sign_in(client, sitting)
    for _ in range(20):
        client.post(address(sitting), FILLED)
        client.post(address(sitting), {"withdraw": "1"})

    answer = client.post(address(sitting), FILLED)

    assert "You have made many objections within an hour" in said(answer)


def test_objections_are_for_whoever_sat_the_question(client: Client, at: Clock) -> None:
    sitting = papers.sat(papers.printing(1), {1: "b"})

    assert client.get(address(sitting)).status_code == 404
    sign_in(client, sitting)
    assert client.get(address(sitting, 9)).status_code == 404


def test_the_window_ends(client: Client, at: Clock) -> None:
    sitting = papers.sat(papers.printing(1, objections_until=NOW + timedelta(minutes=10)), {1: "b"})
    at(599)
    assert result(client, sitting).select(".q-object")
    at(601)
    assert result(client, sitting).select(".q-object") == []
    assert "The time for objections to this paper is over." in said(client.get(address(sitting)))


def test_the_queue_groups_by_question_and_keeps_persons_out(client: Client, at: Clock, editor: Client) -> None:
    printing = papers.printing(3)
    for turn in range(3):
        sitting = papers.sat(printing, {1: "b"})
        sign_in(client, sitting)
        client.post(address(sitting), FILLED)
        if turn == 0:
            client.post(address(sitting, 2), FILLED)

    page = soup(editor.get("/admin/papers/objections/"))

    assert [" ".join(one.get_text().split()) for one in page.select(".challenge h2")] == [
        "India–US relations on the UPSC pattern, question 1: key A",
        "India–US relations on the UPSC pattern, question 2: key B",
    ]
    assert len(page.select(".challenge")[0].select(".challenge-objections > li")) == 3
    assert str(sitting.person_id) not in page.decode()


def test_the_queue_asks_no_more_for_more_objections(
    client: Client, at: Clock, editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    printing = papers.printing(3)
    for _ in range(4):
        sitting = papers.sat(printing, {1: "b"})
        for number in (1, 2, 3):
            objections.file(
                sitting.pk,
                number,
                claim="none",
                suggested=[],
                words="No.",
                sources=[objections.Cited("MEA", "Statement")],
                by=sitting.person,
                now=NOW,
            )
    editor.get("/admin/papers/objections/")

    with django_assert_max_num_queries(30):
        editor.get("/admin/papers/objections/")


def press(editor: Client, paper: Paper, what: str, **more: str) -> str:
    return said(editor.post(f"/admin/papers/{paper.pk}/rescores/act/", {"do": what, **more}, follow=True))


def test_from_objection_to_notice_and_back(client: Client, at: Clock, editor: Client) -> None:
    printing = papers.printing(2)
    paper = printing.paper
    sitting, other = papers.sat(printing, {1: "b"}), papers.sat(printing, {1: "a"})
    sign_in(client, sitting)
    client.post(address(sitting), FILLED)
    question = printing.questions.get(number=1)

    named = editor.get(f"/admin/papers/objections/?printing={printing.pk}&number=2")
    assert [one["id"] for one in BeautifulSoup(named.content, "html.parser").select(".challenge h2")] == [
        f"c{printing.questions.get(number=number).pk}" for number in (2, 1)
    ]
    assert "has no question 9" in said(editor.get(f"/admin/papers/objections/?printing={printing.pk}&number=9"))

    decided = said(editor.post(f"/admin/papers/objections/{question.pk}/", DECIDED, follow=True))
    assert "Decided. Look at what a rescore would change" in decided
    assert "Question 1: The key is B now." in decided
    assert question.rekeyings.get().origin == "objections"

    assert "Computed: 1 scores would rise and 1 fall." in press(editor, paper, f"draft:{printing.pk}")
    run = Rescore.objects.get()
    assert "Say why in public words" in press(editor, paper, f"apply:{run.pk}")
    applied = press(editor, paper, f"apply:{run.pk}", reason_en="Question 1 has another key.", reason_hi="प्रश्न 1")
    assert "Applied: 1 scores rose and 1 fell." in applied

    notice = texts(result(client, sitting), ".result-head .notice")
    assert notice == [
        "Rescored 23 November 2026 Your score was −0.67 and is 2 now. Question 1 has another key. "
        "What became of the answer key"
    ]
    assert "The key is B now." in texts(result(client, sitting), "#q-1 .q-key")[0]
    assert [(one.was, one.now) for one in rekeyed.news(sitting.person, "en", now=NOW)] == [("−0.67", "2")]
    settled = said(client.get(address(sitting)))
    assert "The key is B now. Both sources show it." in settled and "Take the objection back" not in settled

    undone = press(editor, paper, f"undo:{run.pk}", reason_en="The sources were misread.")
    assert "Undone: the former keys and scores hold again." in undone
    assert held(other) == 2
    news = rekeyed.news(sitting.person, "en", now=NOW)
    assert [(one.now, one.undone, one.reason) for one in news] == [("−0.67", True, "The sources were misread.")]


def test_buttons_that_make_no_sense_are_answered(editor: Client, at: Clock) -> None:
    printing = papers.printing(1)
    paper = printing.paper

    assert "No decision waits" in press(editor, paper, f"draft:{printing.pk}")
    assert "Press one of the buttons" in press(editor, paper, "nonsense")
    assert "1 keys are final now." in press(editor, paper, f"final:{printing.pk}")
    decide(printing, 1, "drop")
    press(editor, paper, f"draft:{printing.pk}")
    assert "Discarded" in press(editor, paper, f"discard:{Rescore.objects.get().pk}")
    question = printing.questions.get()
    refused = editor.post(f"/admin/papers/objections/{question.pk}/", {**DECIDED, "keys": "q"}, follow=True)
    assert "no such option" in said(refused)
    assert "say why" in said(editor.post(f"/admin/papers/objections/{question.pk}/", {"policy": "drop"}, follow=True))


def test_a_large_rescore_is_left_to_the_background(editor: Client, at: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(challenges, "AT_ONCE", 0)
    printing = papers.printing(1)
    papers.sat(printing, {1: "a"})
    decide(printing, 1, "drop")

    assert "The dry run is being computed" in press(editor, printing.paper, f"draft:{printing.pk}")
    assert rescoring.fill_waiting(now=NOW) == 1
    run = Rescore.objects.get()
    assert run.state == "ready"

    press(editor, printing.paper, f"apply:{run.pk}", reason_en="Dropped.")
    undone = press(editor, printing.paper, f"undo:{run.pk}", reason_en="Put back.")
    assert "The former scores are being computed" in undone
    assert rescoring.fill_waiting(now=NOW) == 1
    last = Rescore.objects.latest("number")
    assert (last.state, last.undoes, last.reason) == ("applied", run, {"en": "Put back."})


@pytest.mark.parametrize("path", ["/admin/papers/objections/", "/admin/papers/{pk}/rescores/"])
def test_the_admins_pages_are_for_editors(client: Client, path: str) -> None:
    paper = papers.printing(1).paper
    client.force_login(papers.person(username="asha"), "django.contrib.auth.backends.ModelBackend")

    assert client.get(path.format(pk=paper.pk)).status_code in {302, 403}


def test_home_tells_whose_score_changed_and_nobody_else(client: Client, at: Clock) -> None:
    tree.ensure()
    printing = papers.printing(1)
    sitting, other = papers.sat(printing, {1: "b"}), papers.sat(printing, {1: "c"})
    decide(printing, 1, "corrected", "b")
    rescored(printing)
    at(26 * 3600)

    for one, told in ((sitting, True), (other, False)):
        sign_in(client, one)
        own = said(client.get("/own/"))
        assert ("Your score was −0.67 and is 2 now." in own) is told
        assert ("2 of 2 marks" if told else "−0.67 of 2 marks") in own
    client.cookies.clear()
    assert "Your score was" not in said(client.get("/own/"))
    at(40 * 24 * 3600)
    sign_in(client, sitting)
    assert "Your score was" not in said(client.get("/own/"))


def test_the_public_page_tells_keys_only_to_those_who_have_sat_it(client: Client, at: Clock) -> None:
    printing = papers.printing(2)
    sitting = papers.sat(printing, {1: "b"})
    assert client.get("/mocks/india-us/").content.decode().count("/mocks/india-us/key/") == 0
    decide(printing, 1, "corrected", "b")
    rescored(printing)

    assert "/mocks/india-us/key/" in client.get("/mocks/india-us/").content.decode()
    stranger = said(client.get("/mocks/india-us/key/"))
    assert "1 of 2 questions was decided about." in stranger and "1 of 1 scores changed." in stranger
    assert "The key is B now." not in stranger and "Two sources show it." not in stranger

    sign_in(client, sitting)
    assert "The key is B now. Two sources show it." in said(client.get("/mocks/india-us/key/"))
    assert "उत्तर कुंजी अब B है।" in said(client.get("/hi/mocks/india-us/key/"))


def test_it_tells_everybody_when_nobody_can_sit_it_any_more(client: Client, at: Clock) -> None:
    printing = papers.printing(2)
    papers.sat(printing, {1: "b"})
    decide(printing, 1, "corrected", "b")
    rescored(printing)
    Paper.objects.update(closes_at=NOW)
    assert "The key is B now." in said(client.get("/mocks/india-us/key/"))

    running = papers.starts.start
    Paper.objects.update(closes_at=None)
    running(printing=printing, person=papers.person(), language="en", now=NOW)
    Paper.objects.update(closes_at=NOW)
    assert "The key is B now." not in said(client.get("/mocks/india-us/key/"))


def test_another_paper_that_has_not_released_the_question_keeps_it_back(client: Client, at: Clock) -> None:
    printing = papers.printing(1)
    decide(printing, 1, "drop")
    rescored(printing)
    Paper.objects.update(state="withdrawn")
    assert "The question is dropped" in said(client.get("/mocks/india-us/key/"))

    later = papers.paper(0, slug="later", published_at=NOW + timedelta(days=2))
    later.places.create(question=printing.questions.get().version.question, number=1)
    assert "The question is dropped" not in said(client.get("/mocks/india-us/key/"))


def test_a_draft_has_no_page_of_its_key(client: Client) -> None:
    papers.printing(1, state="draft")

    assert client.get("/mocks/india-us/key/").status_code == 404


def test_a_key_that_a_fact_flips_is_proposed_for_printings_that_were_sat(editor: Client, at: Clock) -> None:
    printing = papers.printing(1)
    papers.sat(printing, {1: "a"})
    version = printing.questions.get().version
    newest = version.keys.get()
    version.keys.create(
        key=["b"], truths=newest.truths, shown_by=newest.shown_by, as_of=newest.as_of, at=NOW + timedelta(hours=1)
    )
    row = Consequence(
        fact=Fact.objects.get(ref="2plus2-1.held-on"), cause="changed", holder_ref="india-us", revision_now=2
    )

    done = consequences.apply(row, {}, None, NOW + timedelta(hours=2))

    assert done == "printing 2; 1 keys proposed for earlier printings"
    assert "Changed facts would give B" in said(editor.get("/admin/papers/objections/"))
    proposed = Rekeying.objects.get()
    assert (proposed.state, proposed.origin, proposed.cause) == (
        "proposed",
        "fact",
        "2plus2-1.held-on: it says something else",
    )
    assert marking.newest(printing.questions.get()).key == ["a"]


def test_a_guests_objections_go_with_it(at: Clock) -> None:
    printing = papers.printing(2)
    guest, member = papers.sat(printing, {1: "b"}), papers.person(username="asha")
    theirs = papers.sat(printing, {1: "b"}, by=member)
    for sitting, numbers in ((guest, (1, 2)), (theirs, (1,))):
        for number in numbers:
            cited = [objections.Cited("MEA", "Statement")]
            told = {"claim": "none", "suggested": [], "words": "No.", "sources": cited, "now": NOW}
            objections.file(sitting.pk, number, by=sitting.person, **told)  # type: ignore[arg-type]

    guests.merge(guest.person, member, by=member, now=NOW)

    standing = Objection.objects.filter(person=member, withdrawn_at=None)
    assert sorted(standing.values_list("question__number", flat=True)) == [1, 2]
    assert Objection.objects.filter(person=member).count() == 3
