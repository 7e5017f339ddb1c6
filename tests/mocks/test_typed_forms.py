"""The plain form of the room: several options, how sure one is, and taking back what the page showed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tayari.mocks.models import Printing, Sitting
from tests.factories import papers

pytestmark = pytest.mark.django_db
Start = Callable[[Printing], Sitting]


@pytest.fixture
def press(client: Client, started: Start) -> Callable[..., Any]:
    sitting = started(papers.printing())

    def send(**fields: Any) -> list[Any]:
        given = {"question": "1", "then": "stay", **fields}
        assert client.post(f"/sittings/{sitting.pk}/responses/", given).status_code == 302
        return list(Sitting.objects.get().responses["questions"]["1"])

    return send


def test_how_sure_one_is_goes_with_the_answer(press: Callable[..., Any]) -> None:
    answer = press(options="c", confidence="unsure")

    assert (answer[0], answer[-1]) == (["c"], "unsure")


def test_an_empty_form_takes_back_only_what_its_page_showed(press: Callable[..., Any]) -> None:
    press(options="c")

    assert press()[0] == ["c"]
    assert press(had="1")[0] == []


def test_the_page_knows_how_sure_one_was(client: Client, press: Callable[..., Any]) -> None:
    press(options="c", confidence="guess")

    page = client.get(f"/sittings/{Sitting.objects.get().pk}/?q=1").content.decode()

    assert '<input type="radio" name="confidence" value="guess" checked' in page
    assert '<input type="hidden" name="had" value="1">' in page
