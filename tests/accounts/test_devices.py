"""A guest, or a member, goes on in another browser."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tayari.accounts import devices, persons
from tayari.accounts.models import DeviceCode, Person
from tayari.audit.models import Entry
from tayari.mocks.models import Printing, Sitting
from tests.factories import papers
from tests.mocks.conftest import at, started  # noqa: F401 — fixtures of the exam room
from tests.mocks.test_room import answered, send

pytestmark = pytest.mark.django_db
Start = Callable[[Printing], Sitting]
Clock = Callable[[float], datetime]


def code_of(client: Client, **data: str) -> Any:
    return client.post("/continue/code/", data, headers={"accept": "application/json"}).json()


@pytest.fixture
def sitting(started: Start) -> Sitting:  # noqa: F811
    return started(papers.printing())


def test_a_sitting_goes_on_in_another_browser(client: Client, sitting: Sitting) -> None:
    phone = Client()
    path = f"/sittings/{sitting.pk}/"
    told = code_of(client, next=path)

    answer = phone.post("/continue/", {"code": told["code"].lower().replace("-", " ")})

    assert answer["Location"] == path
    assert phone.get(path).status_code == 200
    assert send(phone, sitting, answered(1, 1, "a")).json()["acks"][0]["status"] == "saved"
    assert client.get(path).status_code == 200
    assert Entry.objects.filter(action="devices.use").count() == 1


def test_opening_the_link_uses_nothing(client: Client, sitting: Sitting) -> None:
    told = code_of(client)

    page = Client().get(told["link"].replace("http://127.0.0.1:8000", "")).content.decode()

    assert f'value="{told["code"]}"' in page
    assert DeviceCode.objects.get().used_at is None


def test_a_code_is_used_once(client: Client, sitting: Sitting) -> None:
    told = code_of(client)

    assert Client().post("/continue/", {"code": told["code"]}).status_code == 302
    assert Client().post("/continue/", {"code": told["code"]}).status_code == 404


def test_a_code_lasts_ten_minutes_and_a_new_one_ends_it(client: Client, sitting: Sitting, at: Clock) -> None:  # noqa: F811
    old = code_of(client)["code"]
    new = code_of(client)["code"]

    assert Client().post("/continue/", {"code": old}).status_code == 404
    at(600)
    assert Client().post("/continue/", {"code": new}).status_code == 404
    at(599)
    assert Client().post("/continue/", {"code": new}).status_code == 302


def test_only_its_digest_is_kept(client: Client, sitting: Sitting) -> None:
    code = code_of(client)["code"]

    row = DeviceCode.objects.get()

    assert code.replace("-", "") not in repr(row.__dict__)
    assert len(row.digest) == 64


def test_what_the_other_browser_did_joins(client: Client, sitting: Sitting) -> None:
    phone = Client()
    phone.post("/mocks/india-us/sittings/")
    told = code_of(client)

    phone.post("/continue/", {"code": told["code"]})

    assert Sitting.objects.filter(person=sitting.person).count() == 2
    assert Person.objects.count() == 1


def test_a_member_goes_on_as_a_member(client: Client) -> None:
    member = papers.person(username="asha")
    client.force_login(member, "django.contrib.auth.backends.ModelBackend")
    phone = Client()

    phone.post("/continue/", {"code": code_of(client)["code"]})

    assert phone.session["_auth_user_id"] == str(member.pk)


def test_who_is_signed_in_as_another_stays_so(client: Client, sitting: Sitting) -> None:
    phone = Client()
    phone.force_login(papers.person(username="asha"), "django.contrib.auth.backends.ModelBackend")

    assert phone.post("/continue/", {"code": code_of(client)["code"]}).status_code == 404
    assert DeviceCode.objects.get().used_at is None


def test_editors_sign_in_with_their_password(client: Client) -> None:
    editor = papers.person(username="editor", is_staff=True)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")

    answer = client.post("/continue/code/")

    assert answer.status_code == 403
    assert "password" in answer.content.decode()
    assert DeviceCode.objects.count() == 0


def test_who_did_nothing_has_nothing_to_continue(client: Client) -> None:
    answer = client.post("/continue/code/", headers={"accept": "application/json"})

    assert (answer.status_code, set(answer.json())) == (409, {"error"})
    assert persons.COOKIE not in client.cookies


@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example/", "javascript:1", "/" + "x" * 200])
def test_it_leads_to_this_site_only(client: Client, sitting: Sitting, path: str) -> None:
    code_of(client, next=path)

    assert DeviceCode.objects.get().path == ""


def test_codes_cannot_be_tried_out(client: Client, sitting: Sitting, at: Clock) -> None:  # noqa: F811
    code = code_of(client)["code"]
    phone = Client()
    tried = [
        phone.post("/continue/", {"code": f"WRNG-{number:04}"}).status_code for number in range(devices.TRIES.most)
    ]

    right = phone.post("/continue/", {"code": code})

    assert set(tried) == {404}
    assert right.status_code == 429
    assert int(right["Retry-After"]) > 0


def test_the_page_shows_the_code_and_the_link(client: Client, sitting: Sitting) -> None:
    page = client.post("/continue/code/", {"next": f"/sittings/{sitting.pk}/"}).content.decode()

    assert "It works once, for 10 minutes" in page
    assert f'href="/sittings/{sitting.pk}/"' in page


def test_old_codes_are_swept_out(client: Client, sitting: Sitting) -> None:
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    used = {"used_at": long_ago, "expires_at": long_ago + timedelta(minutes=10)}
    DeviceCode.objects.create(person=sitting.person, digest="0" * 64, **used)

    code_of(client)

    assert DeviceCode.objects.filter(digest="0" * 64).count() == 0
