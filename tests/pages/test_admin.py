"""What an editor does in Wagtail's admin."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from wagtail.models import Locale

from tayari.articles.models import ArticleIndexPage, ArticlePage, Report
from tayari.live.models import Post, PostEvent
from tayari.site.actions import tree
from tests.factories import pages, papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db: None) -> Client:
    tree.ensure()
    client = Client()
    client.force_login(papers.person(username="ed", is_staff=True, is_superuser=True))
    return client


def _post_form(page_id: int, **values: object) -> dict[str, object]:
    return {
        "coverage": page_id, "kind": "update", "title_en": "It began", "text_en": "The ministers met.", "title_hi": "",
        "text_hi": "मंत्री मिले।", "happened": "2023-11-10", "edition_date": "", "author": "", **values,
    }  # fmt: skip


def test_a_post_is_published_through_the_action_that_numbers_it(editor: Client) -> None:
    page = pages.coverage()

    answer = editor.post("/admin/snippets/live/post/add/", _post_form(page.pk))

    assert answer.status_code == 302
    post = Post.objects.get()
    assert (post.number, post.text) == (1, {"en": "The ministers met.", "hi": "मंत्री मिले।"})
    assert post.by.username == "ed"
    assert PostEvent.objects.get().kind == "created"


def test_a_post_is_edited_and_taken_down(editor: Client) -> None:
    page = pages.coverage()
    editor.post("/admin/snippets/live/post/add/", _post_form(page.pk))
    post = Post.objects.get()

    assert editor.get(f"/admin/snippets/live/post/edit/{post.pk}/").status_code == 200
    form = _post_form(page.pk, text_en="The four ministers met.", began_from=post.revision)
    editor.post(f"/admin/snippets/live/post/edit/{post.pk}/", form)
    editor.post(f"/admin/snippets/live/post/delete/{post.pk}/")

    post.refresh_from_db()
    assert post.text["en"] == "The four ministers met."
    assert post.edited_at is not None
    assert post.deleted_at is not None
    assert list(PostEvent.objects.values_list("kind", flat=True)) == ["created", "edited", "deleted"]


def test_a_closed_coverage_takes_only_corrections(editor: Client) -> None:
    page = pages.coverage(state="closed", closed="2023-11-10")

    refused = editor.post("/admin/snippets/live/post/add/", _post_form(page.pk))
    taken = editor.post("/admin/snippets/live/post/add/", _post_form(page.pk, kind="correction"))

    assert "only a correction can be added" in refused.content.decode()
    assert taken.status_code == 302


def test_a_date_that_is_none_is_refused_with_a_sentence(editor: Client) -> None:
    answer = editor.post("/admin/snippets/live/post/add/", _post_form(pages.coverage().pk, happened="2020-13"))

    assert "has no month 13" in answer.content.decode()


def test_the_slug_may_stay_empty_and_keeps_2_plus_2(editor: Client) -> None:
    index = ArticleIndexPage.objects.get(locale=Locale.objects.get(language_code="en"))
    address = f"/admin/pages/add/articles/articlepage/{index.pk}/"
    form = {
        "title": "India–US 2+2", "slug": "", "subject_line": "IR", "author": "Desk", "published": "2026-11-20",
        "facts_as_of": "2026-11-20", "summary": "Short.", "body-count": "0", "corrections-TOTAL_FORMS": "0",
        "corrections-INITIAL_FORMS": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }  # fmt: skip

    assert editor.get(address).status_code == 200
    answer = editor.post(address, form)

    assert answer.status_code == 302, answer.content.decode()[:2000]
    page = ArticlePage.objects.get()
    assert (page.slug, page.live) == ("india-us-2-plus-2", True)


def test_reports_are_listed(editor: Client) -> None:
    page = pages.article(body=[])
    Report.objects.create(page=page, at=datetime(2026, 11, 23, tzinfo=UTC), text="The place is wrong.")

    answer = editor.get("/admin/snippets/articles/report/")

    assert "The place is wrong." in answer.content.decode()


def test_the_explorer_stays_usable(editor: Client) -> None:
    page = pages.article(body=[])
    parent = page.get_parent()

    assert editor.get(f"/admin/pages/{parent.pk}/").status_code == 200
    assert editor.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert editor.get("/admin/snippets/live/post/").status_code == 200


def test_hindi_has_its_face_on_every_page_of_the_admin(editor: Client) -> None:
    page = editor.get("/admin/facts/affected/").text

    assert page.index("wagtailadmin/css/core") < page.index("ui/css/admin")
