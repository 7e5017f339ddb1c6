"""An invigilator sees who sits a paper and changes their time."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.mocks.models import Extension, Sitting
from tests.factories import papers
from tests.mocks.test_clocks import sectioned, sit
from tests.mocks.test_sittings import begun, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def invigilator(client: Client, at: Callable[[float], datetime]) -> Client:
    person = papers.person(username="invigilator")
    names = ["access_admin", "add_extension"]
    person.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    at(60)
    return client


def address(sitting: Sitting) -> str:
    return reverse("paper_running", args=[sitting.printing.paper_id])


def test_who_sits_it_is_listed_with_what_is_left(invigilator: Client) -> None:
    sitting = begun()

    page = invigilator.get(address(sitting)).content.decode()

    assert "1 sit it now" in page
    assert f"guest · {str(sitting.pk)[:8]}" in page
    assert "29 min" in page
    assert "0 of 3" in page


def test_all_get_more_time_by_one_form(invigilator: Client) -> None:
    sitting = begun()

    answer = invigilator.post(address(sitting), {"minutes": "10", "reason": "fire alarm"}, follow=True)

    assert "+10 min for all 1 who sit it now" in answer.content.decode()
    assert "fire alarm" in answer.content.decode()
    row = Extension.objects.get()
    assert (row.ms, row.reason, row.by) == (600_000, "fire alarm", Person.objects.get(username="invigilator"))


def test_one_gets_less_time(invigilator: Client) -> None:
    sitting = begun()

    invigilator.post(address(sitting), {"minutes": "-5", "reason": "began late", "sitting": str(sitting.pk)})

    assert Sitting.objects.get().deadline_at == later(1_500)
    assert Extension.objects.count() == 0


def test_a_section_is_chosen_where_only_sections_have_clocks(invigilator: Client) -> None:
    sitting = sit(sectioned(15, 15))

    page = invigilator.get(address(sitting)).content.decode()
    invigilator.post(address(sitting), {"minutes": "5", "reason": "noise", "clock": "2"})

    assert "The whole paper" not in page
    assert Extension.objects.get().section == 2


def test_a_sitting_is_found_among_many(invigilator: Client) -> None:
    sitting = begun()
    other = papers.person(username="meera")
    Sitting.objects.create(
        printing=sitting.printing, person=other, language="en", opened_at=later(0), last_contact_at=later(0)
    )

    page = invigilator.get(address(sitting), {"q": "meer"}).content.decode()
    by_id = invigilator.get(address(sitting), {"q": str(sitting.pk)}).content.decode()

    assert "meera ·" in page
    assert "guest ·" not in page
    assert "meera ·" not in by_id


def test_a_mistake_in_the_form_changes_nothing(invigilator: Client) -> None:
    sitting = begun()

    answer = invigilator.post(address(sitting), {"minutes": "0", "reason": "x"})

    assert "Give more or less time" in answer.content.decode()
    assert Extension.objects.count() == 0


def test_the_screen_is_for_who_may(client: Client) -> None:
    sitting = begun()
    reader = papers.person(username="reader")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(reader, "django.contrib.auth.backends.ModelBackend")

    assert client.get(address(sitting)).status_code == 302
    assert client.post(address(sitting), {"minutes": "10", "reason": "x"}).status_code == 302
    assert Extension.objects.count() == 0


def test_the_list_costs_the_same_for_one_and_for_many(invigilator: Client, django_assert_num_queries: object) -> None:
    from tayari.mocks.queries import running

    sitting = begun()
    for number in range(5):
        Sitting.objects.create(
            printing=sitting.printing,
            person=papers.person(username=f"aspirant{number}"),
            language="en",
            opened_at=later(0),
            last_contact_at=later(0),
        )

    with django_assert_num_queries(5):  # type: ignore[operator]
        room = running.running(sitting.printing.paper, now=later(60))

    assert len(room.sittings) == 6
