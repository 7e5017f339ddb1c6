"""Editors look at questions, change a paper's words and freeze printings."""

import html
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tayari.mocks.actions import printings
from tayari.mocks.models import Paper
from tayari.mocks.wagtail_hooks import PaperViewSet
from tayari.syllabus.actions import topics
from tayari.syllabus.models import Blueprint
from tests.factories import papers
from tests.factories.questions import NOW, TOPIC, how_many, published

pytestmark = pytest.mark.django_db


def test_questions_are_listed_with_their_key(editor: Client) -> None:
    published(how_many())

    page = editor.get("/admin/snippets/bank/question/").content.decode()

    assert "q.places" in page
    assert "Preview q.places" in page
    assert editor.get("/admin/snippets/bank/question/add/").status_code == 200


def test_the_preview_shows_key_reasons_and_facts(editor: Client) -> None:
    published(how_many())

    page = editor.get(reverse("question_preview", args=["q.places"])).content.decode()

    assert "<strong>key</strong>" in page
    assert "Two of the three statements are correct." in page
    assert "Edition 2 was held in Washington, D.C." in page
    assert "तीन कथनों में से दो सही हैं।" in page


def test_the_preview_is_for_editors(client: Client) -> None:
    published(how_many())

    assert client.get(reverse("question_preview", args=["q.places"])).status_code == 302


def test_a_paper_is_frozen_from_the_list(editor: Client) -> None:
    paper = papers.paper(2)
    listing = editor.get(reverse(PaperViewSet().get_url_name("list"))).content.decode()

    assert "Freeze a printing" in listing
    assert editor.get(reverse("paper_freeze", args=[paper.pk])).status_code == 200
    assert paper.printings.count() == 0

    said = editor.post(reverse("paper_freeze", args=[paper.pk]), follow=True).content.decode()
    again = editor.post(reverse("paper_freeze", args=[paper.pk]), follow=True).content.decode()

    assert "Printing 1 of India–US relations on the UPSC pattern frozen." in said
    assert "still holds: nothing has changed since" in again
    assert paper.printings.count() == 1


def test_a_paper_that_cannot_be_printed_says_why(editor: Client) -> None:
    paper = papers.paper(0)

    said = editor.post(reverse("paper_freeze", args=[paper.pk]), follow=True).content.decode()

    assert "the paper has no questions; add some before it is printed" in said


def _form(**changes: Any) -> dict[str, Any]:
    words = {
        f"{name}_{code}": f"{name} {code}" for name in ("subject", "title", "short", "summary") for code in ("en", "hi")
    }
    rules = {
        "right": "2",
        "wrong": "-2/3",
        "blank": "0",
        "languages": ["en", "hi"],
        "paper_time": "30 min",
        "late_time": "2 min",
        "navigation": "free",
        "shuffle": "none",
        "shows_score": "submitted",
        "shows_answers": "submitted",
        "objection_sources": "1",
    }
    return {"state": "draft", "slug": "a-paper", **words, **rules, **changes}


def test_words_and_state_are_edited_language_by_language(editor: Client) -> None:
    paper = papers.printing(1).paper

    editor.post(f"/admin/snippets/mocks/paper/edit/{paper.pk}/", _form(state="withdrawn", title_hi="नया शीर्षक"))

    stored = Paper.objects.get()
    assert stored.state == "withdrawn"
    assert stored.title == {"en": "title en", "hi": "नया शीर्षक"}
    assert stored.paper_ms == 1_800_000


def test_a_paper_without_a_printing_cannot_be_opened(editor: Client) -> None:
    paper = papers.paper(1, state="draft")

    page = editor.post(f"/admin/snippets/mocks/paper/edit/{paper.pk}/", _form(state="open"))

    assert "Freeze a printing first" in page.content.decode()
    assert Paper.objects.get().state == "draft"


def test_a_title_covers_no_years_that_have_not_come(editor: Client) -> None:
    paper = papers.printing(1).paper

    page = editor.post(f"/admin/snippets/mocks/paper/edit/{paper.pk}/", _form(title_en="India 1947–2928"))

    assert "It covers 1947–2928, which was not over in 2026." in page.content.decode()


def _address(paper: Paper) -> str:
    return f"/admin/snippets/mocks/paper/edit/{paper.pk}/"


def test_every_rule_of_a_paper_is_edited_and_kept_exactly(editor: Client) -> None:
    paper = papers.printing(1).paper
    rules = {
        "state": "open",
        "right": "4/3",
        "wrong": "-4/9",
        "blank": "-4/9",
        "qualifying": "33/100",
        "languages": ["en"],
        "paper_time": "",
        "question_time": "19 s",
        "late_time": "90 s",
        "navigation": "forward",
        "leave_early": "on",
        "shuffle": "both",
        "opens_at": "2026-12-06 09:30",
        "closes_at": "2026-12-06 11:30",
        "attempts": "1",
        "shows_score": "closed",
        "shows_answers": "final",
        "objections_until": "2026-12-13 18:00",
        "objection_sources": "3",
        "topic_ids": TOPIC,
    }

    assert editor.post(_address(paper), _form(**rules)).status_code == 302

    kept = Paper.objects.get()
    assert kept.marking == {"right": "4/3", "wrong": "-4/9", "blank": "-4/9"}
    assert (kept.qualifying, kept.languages, kept.attempts) == ("33/100", ["en"], 1)
    assert (kept.paper_ms, kept.question_ms, kept.late_ms) == (None, 19_000, 90_000)
    assert (kept.navigation, kept.leave_early, kept.shuffle) == ("forward", True, "both")
    assert kept.opens_at == datetime(2026, 12, 6, 4, 0, tzinfo=UTC)
    assert (kept.shows_score, kept.shows_answers, kept.objection_sources) == ("closed", "final", 3)
    assert [topic.pk for topic in kept.topics.all()] == [TOPIC]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"wrong": "-0.66"}, "is rounded; write it exactly, as a fraction such as 2/3."),
        ({"wrong": "2/3"}, "A wrong answer or a blank earns marks; write 0 or a minus before it."),
        ({"qualifying": "33"}, "“33” is no share of a whole; write 33/100 for 33 per cent."),
        ({"paper_time": "half an hour"}, "“half an hour” is no length of time; write 30 min, 19 s or 2 h."),
        ({"question_time": "19 s"}, "A time for each question needs: forward only."),
        ({"sealed": "on"}, "A sealed paper is opened at its start; say when that is."),
        ({"sealed": "on", "navigation": "forward"}, "Only a paper with free navigation can be sent ahead"),
        (
            {"opens_at": "2026-12-06 09:30", "closes_at": "2026-12-06 09:00"},
            "It closes before it opens; choose a later moment.",
        ),
        (
            {"closes_at": "2026-12-06 11:30", "objections_until": "2026-12-06 11:00"},
            "Objections end before the window does; choose a later moment.",
        ),
        ({"shows_score": "closed", "shows_answers": "final"}, "The window has no end to wait for"),
        ({"shows_score": "final"}, "The answers tell the score; show them no earlier than the score."),
        ({"topic_ids": "gs9"}, "There is no topic gs9 in the syllabus; correct its id."),
    ],
)
def test_what_is_wrong_is_said_on_the_field_and_nothing_typed_is_lost(
    editor: Client, changes: dict[str, Any], said: str
) -> None:
    paper = papers.printing(1).paper

    answer = editor.post(_address(paper), _form(title_en="A title just typed", **changes))

    page = html.unescape(answer.content.decode())
    assert answer.status_code == 200
    assert said in page and "A title just typed" in page
    for name, value in changes.items():
        assert value == "on" or value in page, name
    assert Paper.objects.get().title != {"en": "A title just typed"}


def test_a_new_paper_is_made_in_the_admin(editor: Client) -> None:
    answer = editor.post("/admin/snippets/mocks/paper/add/", _form(slug="made-here"))

    assert answer.status_code == 302
    made = Paper.objects.get()
    assert (made.ref, made.slug, made.state, made.paper_ms) == ("made-here", "made-here", "draft", 1_800_000)


def test_the_page_of_a_paper_says_where_it_departs_from_its_blueprint(editor: Client) -> None:
    topics.load(now=NOW)
    blueprint = Blueprint.objects.get(slug="upsc-gs1")
    paper = papers.printing(2, blueprint=blueprint).paper

    page = editor.get(_address(paper)).content.decode()

    assert "Departs from upsc-gs1, version 1, in 2 points." in page
    assert "It has 2 questions and the blueprint 100; add 98." in page
    assert "It has 30 min and the blueprint 2 h; give it 2 h." in page


def test_the_history_of_printings_shows_every_hash(editor: Client) -> None:
    first = papers.printing(2)
    Paper.objects.filter(pk=first.paper_id).update(paper_ms=60_000)
    second = printings.freeze(first.paper, by=None, now=NOW)

    page = editor.get(reverse("paper_freeze", args=[first.paper_id])).content.decode()

    assert first.body_hash in page and second.body_hash in page
    assert "2 (is sat)" in page
