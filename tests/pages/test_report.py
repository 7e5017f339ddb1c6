"""Reporting a mistake in an article."""

import pytest
from django.test import Client

from tayari.articles.models import Report
from tests.factories import pages, questions

pytestmark = pytest.mark.django_db
SAID = {"text": "The second met in Washington.", "place": "It met in Delhi.", "source": "MEA, 2019", "website": ""}


def _address() -> str:
    questions.facts()
    return f"{pages.article().url}report/"


def test_a_report_reaches_the_editors_without_a_name(reader: Client) -> None:
    answer = reader.post(_address(), SAID, follow=True)

    report = Report.objects.get()
    assert (report.text, report.place, report.source, report.state) == (*list(SAID.values())[:3], "new")
    assert b"Thank you" in answer.content


def test_a_program_that_fills_the_trap_is_thanked_and_not_heard(reader: Client) -> None:
    answer = reader.post(_address(), {**SAID, "website": "https://spam.example"}, follow=True)

    assert b"Thank you" in answer.content
    assert not Report.objects.exists()


def test_an_empty_report_says_what_is_needed(reader: Client) -> None:
    answer = reader.post(_address(), {"text": ""})

    assert answer.status_code == 400
    assert b"field-errors" in answer.content


def test_the_sixth_report_of_a_session_waits(reader: Client) -> None:
    address = _address()
    for _ in range(5):
        reader.post(address, SAID)

    answer = reader.post(address, SAID)

    assert answer.status_code == 429
    assert Report.objects.count() == 5


def test_an_article_that_is_not_there_has_no_form(reader: Client) -> None:
    assert reader.get("/articles/nothing/report/").status_code == 404
