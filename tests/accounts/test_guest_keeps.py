"""What a guest did stays with the account that it signs up for."""

from datetime import datetime

import pytest
from django.core import signing
from django.test import Client

from tayari.accounts import merging, persons
from tayari.accounts.actions import guests
from tayari.accounts.models import Person

pytestmark = pytest.mark.django_db

PASSWORD = "marigold-7-bubble"


def test_signing_up_takes_the_guests_rows_along(client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[tuple[object, object]] = []
    monkeypatch.setattr(merging, "_moves", {"sittings": lambda guest, member: moved.append((guest.pk, member.pk)) or 1})
    guest = guests.create_all([(None, now)])[0].pk
    client.cookies[persons.COOKIE] = signing.dumps(str(guest), salt=persons._SALT)

    client.post(
        "/accounts/signup/",
        {"username": "asha", "email": "asha@example.org", "password1": PASSWORD, "password2": PASSWORD},
    )

    member = Person.objects.get()
    assert member.username == "asha"
    assert moved == [(guest, member.pk)]
