"""What belongs beside an article."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tayari.articles.models import ArticleIndexPage, ArticlePage, SeriesMember
from tayari.discovery import cards, drawings, related
from tayari.mocks.models import Paper
from tests.factories import pages
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db


def write(title: str, like: ArticlePage, *, topics: bool = True, cites: str = "") -> ArticlePage:
    page = ArticlePage(
        title=title,
        slug=title.lower().replace(" ", "-"),
        subject_line="Test",
        author="Desk",
        published=like.published,
        facts_as_of=like.facts_as_of,
        summary=f"See [this](fact:{cites})." if cites else "Nothing.",
        locale=like.locale,
    )
    ArticleIndexPage.objects.get(locale=like.locale).add_child(instance=page)
    if topics:
        page.topics = list(like.topics.all())
    page.save_revision().publish()
    return page


def test_shared_facts_count_for_more_than_topics(article: ArticlePage) -> None:
    near = write("Near", article, cites="f.on", topics=False)
    write("Far", article, topics=False)
    topical = write("Topical", article)

    found = related.articles(article, "en")

    assert [(one.page.pk, one.shared) for one in found] == [(near.pk, 1), (topical.pk, 0)]


def test_neighbours_in_a_series_are_left_out_as_the_page_leads_there_already(article: ArticlePage) -> None:
    assert related.articles(article, "en") == []
    SeriesMember.objects.all().delete()

    assert [one.page.ref for one in related.articles(article, "en")] == ["a.capital"]


def test_articles_are_of_the_language_and_public(article: ArticlePage) -> None:
    near = write("Near", article, cites="f.on")
    near.view_restrictions.create(restriction_type="password", password="secret")
    write("Gone", article, cites="f.on").unpublish()

    assert related.articles(article, "en") == []


def test_an_article_without_a_ref_has_its_relations_too(article: ArticlePage) -> None:
    mine = write("Mine", article, cites="f.on", topics=False)

    assert [one.page.ref for one in related.articles(mine, "en")] == ["a.first"]
    assert [paper.ref for paper in related.papers(mine, now=NOW)] == ["first-edition-test"]


def test_papers_are_those_on_its_own_facts(article: ArticlePage) -> None:
    ArticlePage.papers.through.objects.all().delete()
    article = ArticlePage.objects.get(pk=article.pk)

    assert [paper.ref for paper in related.papers(article, now=NOW)] == ["first-edition-test"]
    Paper.objects.update(state=Paper.State.WITHDRAWN)
    assert related.papers(article, now=NOW) == []


def test_the_carousel_mixes_kinds_and_names_each_link(article: ArticlePage) -> None:
    for language, link in (("en", "Start: First 2+2 meeting"), ("hi", "पहली 2+2 बैठक")):
        page = article if language == "en" else article.get_translations().get().specific
        with override(language):
            found = cards.resources(page, language, now=NOW)
        assert [card.kind for card in found] == ["mock", "series", "live"]
        assert link in found[0].link


def test_the_reason_is_told_in_words(article: ArticlePage) -> None:
    write("Near", article, cites="f.on")

    assert cards.related_articles(article, "en")[0].meta[-1] == "1 shared fact"


def test_the_number_of_queries_does_not_grow_with_the_articles(article: ArticlePage) -> None:
    counts = []
    for number in range(3):
        write(f"Near {number}", article, cites="f.on")
        with CaptureQueriesContext(connection) as asked:
            cards.related_articles(ArticlePage.objects.get(pk=article.pk), "en")
            cards.resources(ArticlePage.objects.get(pk=article.pk), "en", now=NOW)
        counts.append(len(asked))

    assert len(set(counts)) == 1


def test_nothing_to_recommend_leaves_no_heading(small: None) -> None:
    alone = pages.article("Alone", body=[])

    assert (drawings.article_resources(alone, "en"), drawings.article_related(alone, "en")) == ("", "")
