"""Start stands on a page that is everybody's and has no token: whose form it is, browsers say themselves."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.accounts import persons
from tayari.accounts.known import MARK
from tayari.mocks.models import Sitting
from tests.factories import papers

pytestmark = pytest.mark.django_db
START = "/mocks/india-us/sittings/"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 302),
        ({"Origin": "http://testserver"}, 302),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "https://testserver"}, 403),
        ({"Origin": "http://testserver.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_only_a_page_of_this_site_starts_a_sitting(said: dict[str, str], status: int) -> None:
    papers.printing()

    answer = Client(enforce_csrf_checks=True).post(START, headers=said)

    assert (answer.status_code, Sitting.objects.count()) == (status, int(status == 302))
    assert (persons.COOKIE in answer.cookies) is (status == 302)


def test_a_browser_that_says_nothing_gets_the_form_again_with_a_token() -> None:
    papers.printing()
    old = Client(enforce_csrf_checks=True)

    again = BeautifulSoup(old.post(START).content, "html.parser")
    form = again.select_one(f'.booklet-start form[action="{START}"]')
    assert form is not None
    told = {field["name"]: field["value"] for field in form.select("input")}

    assert old.post(START, told).status_code == 302
    assert old.post(START, {"csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert Sitting.objects.count() == 1


def test_what_is_ones_own_takes_the_places_of_the_page_that_is_everybodys(client: Client) -> None:
    papers.printing(attempts=1)
    cover = client.get("/mocks/india-us/").content.decode()
    page = BeautifulSoup(cover, "html.parser")
    assert client.get("/mocks/india-us/own/part/").status_code == client.get("/own/part/").status_code == 204

    room = client.post(START)["Location"]
    parts = BeautifulSoup(client.get("/mocks/india-us/own/part/").content, "html.parser").select("template")
    bar = client.get("/own/part/").content.decode()

    assert [bool(page.select(f"#{part['data-place']}")) for part in parts] == [True, True]
    assert [part.a["href"] for part in parts if part.a] == [room, room]
    assert f'href="{room}"' in bar and 'data-place="home-own"' in bar
    assert client.get("/mocks/india-us/").content.decode() == cover
    client.post(f"{room}submission/")
    done = client.get("/mocks/india-us/own/part/").content.decode()
    assert "You have used all attempts at this paper." in done
    assert "0 of 6 marks: see the result" in done
    assert client.get("/own/part/").status_code == 204
    assert f'{room}result/"' in client.get("/own/").content.decode()


def test_scripts_see_that_somebody_is_known_and_not_who(client: Client) -> None:
    papers.printing()
    client.get("/mocks/india-us/")
    assert MARK not in client.cookies

    client.post(START)
    mark, guest = client.cookies[MARK], client.cookies[persons.COOKIE]
    assert (mark.value, mark["httponly"], mark["max-age"]) == ("1", "", guest["max-age"])

    member = Client()
    member.post("/accounts/signup/", {"username": "ravi", "email": "r@example.org", **_PASSWORDS})
    assert member.cookies[MARK].value == "1"
    member.post("/accounts/logout/")
    assert member.cookies[MARK].value == ""


_PASSWORDS = dict.fromkeys(("password1", "password2"), "marigold-7-bubble")
