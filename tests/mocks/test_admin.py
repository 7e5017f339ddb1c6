"""Editors look at questions, change a paper's words and freeze printings."""

import pytest
from django.test import Client
from django.urls import reverse

from tayari.mocks.models import Paper
from tayari.mocks.wagtail_hooks import PaperViewSet
from tests.factories import papers
from tests.factories.questions import how_many, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(
        papers.person(username="editor", is_staff=True, is_superuser=True), "django.contrib.auth.backends.ModelBackend"
    )
    return client


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


def _form(**changes: str) -> dict[str, str]:
    words = {
        f"{name}_{code}": f"{name} {code}" for name in ("subject", "title", "short", "summary") for code in ("en", "hi")
    }
    return {"state": "draft", **words, **changes}


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
