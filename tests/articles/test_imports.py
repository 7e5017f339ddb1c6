"""An imported page is kept as a draft: not live, valid for publishing, with its provenance in the audit."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.articles import origins
from tayari.articles.actions import imports
from tayari.articles.models import ArticleIndexPage, ArticlePage
from tayari.audit.models import Entry
from tayari.facts.readers import reading
from tayari.rules.imports import drafting
from tayari.rules.imports.drafting import Draft
from tayari.site.actions import tree
from tests.factories import pages, papers, questions

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 6, tzinfo=UTC)
PAGES = Path(__file__).resolve().parents[1] / "golden" / "imports"


def _draft(name: str = "scraped.html") -> Draft:
    return drafting.draft(next(reading.read_path(PAGES / name)))


def _create(draft: Draft) -> ArticlePage:
    provenance = {"file": "scraped.html", "url": "https://example.org/a", "sha256": "0" * 64}
    return imports.create(draft, provenance=provenance, findings=[{"rule": "fact.date"}], by=None, now=NOW)


def test_nothing_is_published_and_where_it_came_from_is_kept(client: Client) -> None:
    tree.ensure()

    page = _create(_draft())

    page.refresh_from_db()
    assert (page.live, page.has_unpublished_changes) == (False, True)
    assert "2-plus-2" in page.slug
    assert client.get(f"/articles/{page.slug}/").status_code == 404
    assert page.latest_revision is not None
    told = Entry.objects.get(action="articles.import").data
    assert told["provenance"]["url"] == "https://example.org/a"
    assert told["findings"] == [{"rule": "fact.date"}]


def test_an_editor_can_publish_it_as_it_stands(client: Client) -> None:
    tree.ensure()
    page = _create(_draft())

    page.full_clean()
    page.get_latest_revision().publish()

    answer = client.get(f"/articles/{page.slug}/")
    assert answer.status_code == 200
    assert "Key Points" in answer.text


def test_the_same_page_twice_gets_another_address_and_hindi_its_own_tree() -> None:
    tree.ensure()
    first, second, hindi = _create(_draft()), _create(_draft()), _create(_draft("hindi.html"))

    assert second.slug == f"{first.slug}-2"
    assert hindi.locale.language_code == "hi"


def test_a_site_without_articles_in_its_language_says_so() -> None:
    ArticleIndexPage.objects.get(locale__language_code="en").delete()

    with pytest.raises(imports.ImportRefused, match="no articles in en"):
        _create(_draft())


def _editor() -> Client:
    client = Client()
    client.force_login(papers.person(username="ed", is_staff=True, is_superuser=True))
    return client


def test_its_form_tells_the_editor_where_it_came_from() -> None:
    tree.ensure()
    page = _create(_draft())

    form = _editor().get(f"/admin/pages/{page.pk}/edit/").text

    told = BeautifulSoup(form, "html.parser").select_one(".fact-origin")
    words = " ".join(told.get_text(" ").split())
    assert told.select_one("a")["href"] == "https://example.org/a"
    assert words.startswith("Address https://example.org/a File scraped.html SHA-256 000000000000… Imported")
    assert "26 November 2026" in words
    assert words.endswith("findings then 1")
    assert "File last changed" not in words


def test_an_article_of_this_sites_own_says_nothing_of_an_import() -> None:
    tree.ensure()
    questions.facts()
    page = pages.article()

    assert "fact-origin" not in _editor().get(f"/admin/pages/{page.pk}/edit/").text
    assert origins.origin("articles.articlepage", page.pk) is None
