"""What a site holds is found: pages as they are published, things by any of their names, and no question."""

import pytest
from django.test import Client

from tayari.articles.models import ArticlePage
from tayari.discovery.actions import index
from tayari.discovery.documents import Document
from tayari.discovery.models import SearchDocument
from tayari.discovery.queries import search
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db


def found(query: str, language: str = "en") -> list[str]:
    return [hit.title for hit in search(query, language).hits]


def test_the_index_follows_what_is_published(article: ArticlePage) -> None:
    assert "The first 2+2 meeting: one table" in found("2+2 table")
    article.title = "The opening of the dialogue at a round desk"
    article.save_revision().publish()

    assert found("round desk") == ["The opening of the dialogue at a round desk"]
    article.unpublish()
    assert found("round desk") == []


def test_a_page_behind_a_password_is_not_found(article: ArticlePage) -> None:
    article.view_restrictions.create(restriction_type="password", password="secret")

    article.save_revision().publish()

    assert found("2+2 table") == []


def test_rebuilding_gives_the_same_index_and_forgets_what_is_gone(small: None) -> None:
    index.put([Document("article", "gone", "en", "/gone/", "Long gone", "")])
    size = index.rebuild(now=NOW)

    assert found("gone") == []
    assert index.rebuild(now=NOW) == size == SearchDocument.objects.count()


def test_things_of_every_kind_are_found_by_any_of_their_names(small: None) -> None:
    kinds = {hit.kind for query in ("2+2", "brief", "IR 365", "topic") for hit in search(query, "en").hits}

    assert kinds == {"article", "series", "live", "mock", "topic", "dossier", "entity"}
    assert found("opening meeting")[0] == "First 2+2 meeting"
    assert found("आरंभिक बैठक", "hi") == ["पहली 2+2 बैठक"]


def test_the_body_of_an_article_is_words_and_not_markdown(article: ArticlePage) -> None:
    body = SearchDocument.objects.get(kind="article", ref=str(article.translation_key), language="en").body

    assert body.startswith("The first meeting was held in New Delhi. It began a dialogue.")
    assert "fact:" not in body
    assert "](" not in body


def test_no_question_is_found(small: None) -> None:
    assert found("consider the following statements") == []


@pytest.mark.parametrize("path", ["/search/", "/hi/search/"])
@pytest.mark.parametrize("query", ["2+2", '"', "<script>alert(1)</script>", "nothinghasthis", "", "हिन्दी"])
def test_the_page_answers_and_escapes(path: str, query: str, small: None, client: Client) -> None:
    answer = client.get(path, {"q": query})

    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content
