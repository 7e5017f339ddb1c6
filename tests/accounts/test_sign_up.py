"""Sign-up, sign-in, reset and verification with our own persons, in both languages."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from tayari.accounts.models import Person

pytestmark = pytest.mark.django_db

PASSWORD = "marigold-7-bubble"
FORM = {"username": "asha", "email": "asha@example.org", "password1": PASSWORD, "password2": PASSWORD}


def sign_up(client: Client, path: str = "/accounts/signup/", **changes: str) -> None:
    response = client.post(path, FORM | changes)
    assert response.status_code == 302, response.content.decode()


def address_in(message: mail.EmailMessage) -> str:
    found = re.search(r"http://testserver(\S+)", str(message.body))
    assert found
    return found[1]


def test_who_signs_up_is_a_member_and_signed_in(client: Client) -> None:
    sign_up(client)

    person = Person.objects.get(username="asha")
    assert person.kind == Person.Kind.MEMBER
    assert not person.is_staff
    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_address_is_verified_by_the_message(client: Client) -> None:
    sign_up(client)
    address = address_in(mail.outbox[0])

    client.post(address)

    assert EmailAddress.objects.get(email="asha@example.org").verified


def test_a_forgotten_password_is_set_anew(client: Client) -> None:
    sign_up(client)
    client.logout()
    mail.outbox.clear()

    client.post("/accounts/password/reset/", {"email": "asha@example.org"})
    page = client.get(address_in(mail.outbox[0]), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "leaf-green-31", "password2": "leaf-green-31"})

    assert client.login(username="asha", password="leaf-green-31")


@pytest.mark.parametrize("login", ["asha", "asha@example.org"])
def test_signing_in_takes_the_name_or_the_address(client: Client, login: str) -> None:
    sign_up(client)
    client.logout()

    response = client.post("/accounts/login/", {"login": login, "password": PASSWORD})

    assert response.status_code == 302
    assert "_auth_user_id" in client.session


def test_without_a_mail_server_the_page_says_where_the_message_went(client: Client) -> None:
    sign_up(client)

    page = client.get("/accounts/email/")

    assert "This site has no mail server yet" in page.content.decode()


def test_hindi_pages_stay_in_hindi(client: Client) -> None:
    response = client.get("/hi/accounts/signup/")

    assert response.status_code == 200
    assert 'lang="hi"' in response.content.decode()


@pytest.mark.parametrize("name", ["editor", "Tayari", "admin"])
def test_names_that_sound_official_are_taken(client: Client, name: str) -> None:
    response = client.post("/accounts/signup/", FORM | {"username": name})

    assert response.status_code == 200
    assert not Person.objects.exists()


def test_guessing_a_password_is_slowed_down(client: Client) -> None:
    sign_up(client)
    client.logout()
    for _ in range(5):
        client.post("/accounts/login/", {"login": "asha", "password": "wrong"})

    client.post("/accounts/login/", {"login": "asha", "password": PASSWORD})

    assert "_auth_user_id" not in client.session
