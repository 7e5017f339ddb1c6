"""There is one sign-in: neither the admin's own nor that of private pages lets anyone guess on."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tayari.accounts.models import Person
from tests.factories import pages, papers

pytestmark = pytest.mark.django_db

PASSWORD = "a long pass phrase"


@pytest.fixture
def editor(db: None) -> Person:
    return papers.person(username="ed", is_staff=True, is_superuser=True)


def test_a_stranger_signs_in_and_comes_out_where_he_wanted_to_go(client: Client, editor: Person) -> None:
    sent = client.get("/admin/pages/", follow=True)
    assert sent.request["PATH_INFO"] == "/accounts/login/"

    back = client.post(sent.redirect_chain[-1][0], {"login": "ed", "password": PASSWORD})

    assert back["Location"] == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/", "/hi/_util/login/"])
def test_wagtails_own_forms_take_no_password(client: Client, editor: Person, address: str) -> None:
    answer = client.post(address, {"username": "ed", "password": PASSWORD})

    assert answer["Location"].removeprefix("/hi") == "/accounts/login/?next=/admin/"
    assert "_auth_user_id" not in client.session


def test_guessing_an_editors_password_is_slowed_down(client: Client, editor: Person) -> None:
    for _ in range(5):
        client.post("/accounts/login/?next=/admin/", {"login": "ed", "password": "wrong"})

    client.post("/accounts/login/?next=/admin/", {"login": "ed", "password": PASSWORD})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["/admin/password_reset/", "/admin/password_reset/confirm/x/y/"])
def test_there_is_one_reset(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == "/accounts/password/reset/"


def test_a_reader_is_told_that_the_admin_is_not_for_this_account(client: Client) -> None:
    client.force_login(papers.person(username="asha"))

    answer = client.get("/admin/", follow=True)

    assert answer.status_code == 403
    assert len(answer.redirect_chain) == 1
    assert "You are signed in as asha" in answer.content.decode()


def test_an_editor_at_the_door_goes_in(client: Client, editor: Person) -> None:
    client.force_login(editor)

    assert client.get("/admin/login/")["Location"] == "/admin/"


def test_a_private_hindi_page_asks_in_hindi_and_keeps_the_wrong_account_out(client: Client) -> None:
    page = pages.article(language="hi", slug="niji", body=[])
    page.view_restrictions.create(restriction_type=PageViewRestriction.GROUPS)
    address = page.get_url()

    assert client.get(address, follow=True).redirect_chain[-1][0] == f"/hi/accounts/login/?next={address}"
    client.force_login(papers.person(username="asha"))
    assert client.get(address, follow=True).status_code == 403


def test_after_signing_out_of_the_admin_the_sign_in_shows(client: Client, editor: Person) -> None:
    client.force_login(editor)

    answer = client.post("/admin/logout/", follow=True)

    assert answer.request["PATH_INFO"] == "/accounts/login/"
