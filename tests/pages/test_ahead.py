"""A paper whose day has not come is told of nowhere: no page, no list, no search, no sitemap."""

from datetime import timedelta

import pytest
from django.test import Client

from tayari.base import clock
from tayari.discovery.actions import index
from tayari.mocks.models import Paper
from tayari.syllabus.models import Topic
from tests.factories import pages, papers
from tests.factories.questions import TOPIC

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> Paper:
    """Named by an article and a coverage, linked to in a text, filed under a topic, its questions on shared facts."""
    made: Paper = papers.printing(slug="ahead").paper
    made.topics.set([Topic.objects.get(pk=TOPIC)])
    text = "It met in [New Delhi](fact:2plus2-1.held-in). Then [practise](paper:ahead)."
    article = pages.article("Found", slug="found", body=[pages.part("key-facts", "Facts", pages.text(text))])
    article.papers.set([made])
    article.save_revision().publish()
    pages.article("Near", slug="near").save_revision().publish()
    coverage = pages.coverage("Live", slug="live-one")
    coverage.papers.set([made])
    coverage.save()
    return made


PLACES = (
    "/",
    "/mocks/",
    f"/topics/{TOPIC}/",
    "/articles/found/",
    "/articles/near/",
    "/live/live-one/",
    "/search/?q=UPSC+pattern",
    "/sitemap.xml",
)


def told(reader: Client, paper: Paper) -> dict[str, bool]:
    """Which places link to the paper or name it."""
    index.follow_records(now=clock.now())
    answers = {place: reader.get(place).content.decode() for place in PLACES}
    return {place: "/mocks/ahead/" in answer or paper.title["en"] in answer for place, answer in answers.items()}


def test_a_paper_that_is_out_is_led_to_from_everywhere(reader: Client, paper: Paper) -> None:
    assert told(reader, paper) == dict.fromkeys(PLACES, True)
    assert reader.get("/mocks/ahead/").status_code == 200


def test_a_paper_that_is_ahead_is_led_to_from_nowhere(reader: Client, paper: Paper) -> None:
    Paper.objects.update(published_at=clock.now() + timedelta(days=1))

    assert told(reader, paper) == dict.fromkeys(PLACES, False)
    assert "/mocks/ahead/" not in reader.get("/today/").content.decode()
    assert reader.get("/mocks/ahead/").status_code == 404
    assert reader.post("/mocks/ahead/sittings/").status_code == 404


def test_search_learns_of_a_paper_when_its_day_comes_and_forgets_one_withdrawn(paper: Paper) -> None:
    def found() -> bool:
        index.follow_records(now=clock.now())
        return index.SearchDocument.objects.filter(kind="mock", ref="ahead").exists()

    Paper.objects.update(published_at=clock.now() + timedelta(days=1))
    assert not found()
    Paper.objects.update(published_at=clock.now() - timedelta(minutes=1))
    assert found()
    Paper.objects.update(state=Paper.State.WITHDRAWN)
    assert not found()
