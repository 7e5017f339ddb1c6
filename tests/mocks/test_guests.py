"""Guests, and what becomes of their sittings when they sign in."""

from collections.abc import Callable

import pytest
from django.test import Client

from tayari.accounts.actions import guests
from tayari.accounts.models import Person
from tayari.audit.models import Entry
from tayari.mocks.models import Printing, Sitting
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
Start = Callable[[Printing], Sitting]


def test_a_guest_who_signs_in_keeps_the_sitting(client: Client, started: Start) -> None:
    member = papers.person(username="asha")
    sitting = started(papers.printing())

    client.post("/accounts/login/", {"login": "asha", "password": "a long pass phrase"})

    assert Sitting.objects.get().person == member
    assert client.get(f"/sittings/{sitting.pk}/").status_code == 200
    assert Person.objects.filter(kind="guest").count() == 0


def test_a_guest_who_signs_up_keeps_the_sitting(client: Client, started: Start) -> None:
    sitting = started(papers.printing())
    form = {"username": "ravi", "email": "ravi@example.org", "password1": "a long pass phrase"}

    client.post("/accounts/signup/", {**form, "password2": "a long pass phrase"})

    assert Sitting.objects.get(pk=sitting.pk).person.username == "ravi"


def test_merging_is_logged_with_what_moved(started: Start) -> None:
    sitting = started(papers.printing())
    member = papers.person(username="asha")

    guests.merge(sitting.person, member, by=member, now=NOW)

    assert Entry.objects.get(action="persons.merge").data["moved"] == {"objections": 0, "sittings": 1}


def test_only_a_guest_can_be_merged_and_only_into_another_that_still_exists() -> None:
    member, other, guest = papers.person(username="asha"), papers.person(username="ravi"), papers.person()

    for one, two in ((member, other), (guest, guest), (guest, Person())):
        with pytest.raises(guests.NotAGuest):
            guests.merge(one, two, by=None, now=NOW)

    assert Person.objects.count() == 3


def test_a_merge_that_fails_moves_nothing(started: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = started(papers.printing())
    member = papers.person(username="asha")

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("tayari.accounts.actions.guests.entries.record", broken)

    with pytest.raises(RuntimeError):
        guests.merge(sitting.person, member, by=member, now=NOW)

    assert Sitting.objects.get().person_id == sitting.person_id
