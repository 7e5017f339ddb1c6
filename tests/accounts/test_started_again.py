"""A start whose answer was lost is pressed again by a browser that has no guest's cookie yet."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from tayari.accounts import persons
from tayari.accounts.models import Person
from tayari.mocks.models import Printing, Sitting
from tests.factories import papers
from tests.mocks.conftest import at  # noqa: F401 — a fixture of the exam room

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]


@pytest.fixture
def printing(at: Clock) -> Printing:  # noqa: F811
    return papers.printing()


def browser(cookie: str = "a" * 32, name: str = persons.START) -> Client:
    """One that was named when Start was pressed, or has opened a page with a form."""
    client = Client()
    client.cookies[name] = cookie
    return client


def start(client: Client, printing: Printing, *, lost: bool = False) -> str:
    answer = client.post(f"/mocks/{printing.paper.slug}/sittings/")
    if lost:
        del client.cookies[persons.COOKIE]
    return str(answer["Location"])


@pytest.mark.parametrize("name", [persons.START, "csrftoken"])
def test_it_goes_on_with_the_sitting_that_began(printing: Printing, name: str) -> None:
    client = browser(name=name)

    first = start(client, printing, lost=True)

    assert start(client, printing) == first
    assert client.get(first).status_code == 200
    assert (Person.objects.count(), Sitting.objects.count()) == (1, 1)


def test_browsers_are_kept_apart(printing: Printing) -> None:
    assert start(browser("b" * 32), printing) != start(browser("c" * 32), printing)
    assert Person.objects.count() == 2


def test_later_the_browser_may_be_somebody_elses(printing: Printing, at: Clock) -> None:  # noqa: F811
    client = browser()
    first = start(client, printing, lost=True)

    at(31 * 60)

    assert start(client, printing) != first
    assert Person.objects.count() == 2


def test_without_any_cookie_each_start_is_a_guest(printing: Printing) -> None:
    client = Client()
    first = start(client, printing, lost=True)
    client.cookies.clear()

    assert start(client, printing) != first
