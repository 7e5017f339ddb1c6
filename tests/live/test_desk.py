"""The desk without scripts: an editor writes, is refused what is stale, and finds the draft again."""

from datetime import datetime
from typing import Any
from unittest import mock

import pytest
from django.test import Client
from django.urls import reverse

from tayari.base import clock
from tayari.live.actions import drafts, posts
from tayari.live.forms import PostForm
from tayari.live.models import CoveragePage, Draft, Edition, Post
from tests.factories import pages, papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> CoveragePage:
    return pages.coverage(ref="talks", slug="talks")


def _sent(**values: Any) -> dict[str, Any]:
    return {"began_from": 0, "kind": "update", "text_en": "It began.", "text_hi": "शुरू हुआ।", **values}


def _post(page: CoveragePage, now: datetime, words: str = "It began.", **values: Any) -> Post:
    return posts.create(coverage_key=page.translation_key, text={"en": words}, by=None, now=now, **values)


def _desk(page: CoveragePage, post: Post | None = None) -> str:
    return reverse("live_desk", args=[page.pk]) + (f"?post={post.pk}" if post else "")


def test_a_post_is_published_in_both_languages_pinned_and_taken_down(page: CoveragePage, editor: Client) -> None:
    editor.post(_desk(page), _sent(kind="breaking", title_en="First"))
    post = Post.objects.get()
    act = reverse("live_desk_act", args=[page.pk, post.pk])
    assert "is pinned" in editor.post(act, {"do": "pin"}, headers={"Accept": "application/json"}).json()["said"]
    listed = editor.get(_desk(page)).content.decode()

    assert "no हिन्दी" not in listed
    assert (post.kind, post.text) == ("breaking", {"en": "It began.", "hi": "शुरू हुआ।"})
    assert "Breaking" in listed and "Pinned" in listed and "First" in listed
    editor.post(act, {"do": "take-down", "reason": "twice"})
    assert "This post was taken down." in editor.get(_desk(page)).content.decode()


def test_a_correction_says_why_and_the_earlier_wording_is_seen(
    page: CoveragePage, editor: Client, now: datetime
) -> None:
    post = _post(page, now, "It begun.")

    refused = editor.post(_desk(page, post), _sent(began_from=1))
    editor.post(_desk(page, post), _sent(began_from=1, reason="grammar"))

    assert refused.status_code == 400 and "Say why" in refused.content.decode()
    shown = editor.get(_desk(page)).content.decode()
    assert "It begun." in shown and "changed by editor: grammar" in shown and "Edited" in shown


def test_a_stale_edit_is_refused_with_both_wordings_and_kept(page: CoveragePage, editor: Client, now: datetime) -> None:
    post = _post(page, now)
    posts.edit(post, text={"en": "It began at ten."}, by=None, now=now)

    answer = editor.post(_desk(page, post), _sent(began_from=1, text_en="It began late.", reason="late"))

    told = answer.content.decode()
    assert answer.status_code == 409
    assert ">\nIt began late.</textarea>" in told and "It began at ten." in told and 'value="2"' in told
    assert Post.objects.get().text == {"en": "It began at ten."}
    again = editor.get(_desk(page, post)).content.decode()
    assert "It began late." in again and "Somebody changed this post" in again
    editor.post(_desk(page, post), _sent(began_from=2, text_en="It began at ten, late.", reason="both"))
    assert Post.objects.get().text["en"] == "It began at ten, late."
    assert not Draft.objects.exists()


def test_a_draft_is_found_again_by_its_editor_alone(page: CoveragePage, editor: Client, client: Client) -> None:
    address = reverse("live_desk_draft", args=[page.pk])

    kept = editor.post(address, _sent(text_en="Half a sent"), headers={"Accept": "application/json"})

    assert "saved" in kept.json()
    assert "Half a sent" in editor.get(_desk(page)).content.decode()
    other = Client()
    other.force_login(papers.person(username="ravi", is_staff=True, is_superuser=True))
    assert "Half a sent" not in other.get(_desk(page)).content.decode()
    editor.post(address, {"do": "forget"})
    assert not Draft.objects.exists()


def test_an_editor_sees_who_else_is_at_an_edit(page: CoveragePage, editor: Client, now: datetime) -> None:
    post = _post(page, now)
    ravi = papers.person(username="ravi", is_staff=True, is_superuser=True)
    drafts.keep(coverage_key=page.translation_key, post=post, began_from=1, values={}, by=ravi, now=clock.now())

    listed = editor.get(reverse("live_desk_posts", args=[page.pk])).content.decode()

    assert "Being edited by ravi" in listed and "no हिन्दी" in listed
    Draft.objects.all().delete()
    assert not Draft.objects.exists()


def test_an_embargoed_post_waits_at_the_desk_and_nowhere_else(page: CoveragePage, editor: Client) -> None:
    past = editor.post(_desk(page), _sent(publish_at="2020-01-01T10:00"))
    editor.post(_desk(page), _sent(text_en="Embargoed.", publish_at="2099-01-01T10:00"))

    assert "That time has passed" in past.content.decode()
    desk = editor.get(_desk(page)).content.decode()
    assert "To come" in desk and "Embargoed." in desk
    for address in (page.url, "/", "/feeds/all.xml", f"{page.url}/events/newest.json", "/search/?q=Embargoed"):
        assert "<p>Embargoed." not in Client().get(address, follow=True).content.decode()
    post = Post.objects.get()
    editor.post(_desk(page, post), _sent(text_en="Embargoed.", began_from=1, publish_at=""))
    post.refresh_from_db()
    assert (post.out, post.number) == (True, 1)
    assert "Embargoed." in Client().get(page.url).content.decode()


def test_the_linter_reads_each_language_of_what_was_sent(page: CoveragePage, editor: Client) -> None:
    told = editor.post(
        reverse("live_desk_lint", args=[page.pk]), _sent(text_en="It met in New Delhi.")
    ).content.decode()

    assert "<h3>English</h3>" in told and "<h3>हिन्दी</h3>" in told
    assert told.count("1 sentences") == 2


def test_who_may_not_change_posts_has_no_desk(page: CoveragePage, editor: Client) -> None:
    reader = Client()
    reader.force_login(papers.person(username="reader"))

    assert reader.get(_desk(page)).status_code in (302, 403)
    assert reader.post(reverse("live_desk_draft", args=[page.pk]), _sent()).status_code in (302, 403)
    assert not Draft.objects.exists()
    assert editor.get(reverse("live_desks")).url == _desk(page)  # type: ignore[attr-defined]


def test_the_form_of_the_snippet_does_not_overwrite_either(page: CoveragePage, editor: Client, now: datetime) -> None:
    post = _post(page, now)
    posts.edit(post, text={"en": "It began at ten."}, by=None, now=now)
    posts.pin(post, pinned=True, by=None, now=now)
    sent = {"coverage": page.pk, "kind": "update", "text_en": "Mine."}
    form = reverse("wagtailsnippets_live_post:edit", args=[post.pk])

    for began_from in (1, ""):
        refused = editor.post(form, sent | {"began_from": began_from}).content.decode()
        assert "Somebody changed this post" in refused and "Mine." in refused
    assert Post.objects.get().text == {"en": "It began at ten."}
    with mock.patch.object(PostForm, "save", side_effect=posts.Stale(post)):
        between = editor.post(form, sent | {"began_from": 2}).content.decode()
    assert "Somebody changed this post" in between and "Mine." in between
    editor.post(form, sent | {"began_from": 2})
    post.refresh_from_db()
    assert (post.text, post.pinned) == ({"en": "Mine."}, True)
    listed = editor.get(reverse("wagtailsnippets_live_post:list")).content.decode()
    assert _desk(page, post) in listed
    assert _desk(page) in editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_a_post_of_a_briefing_stands_in_its_newest_edition(editor: Client, now: datetime) -> None:
    page = pages.coverage(form="briefing")
    edition = Edition.objects.create(coverage_key=page.translation_key, date=now.date(), title={"en": "Today"})

    assert f'<option value="{edition.pk}" selected>' in editor.get(_desk(page)).content.decode()
    editor.post(_desk(page), _sent(edition=edition.pk))

    assert Post.objects.get().edition == edition
