"""axe finds nothing to object to in a sitting or on a lost page, in any language, theme or width."""

import pytest

from tests.browser import exam
from tests.browser.axe import violations
from tests.browser.kinds import QUIZ, SPRINT
from tests.browser.watched import PHONE, NewReader, Reader

pytestmark = pytest.mark.browser


@pytest.fixture(params=["", "/hi"], ids=["en", "hi"])
def candidate(request: pytest.FixtureRequest, new_reader: NewReader) -> tuple[Reader, str]:
    return new_reader(PHONE), request.param


def test_the_room_the_hand_in_and_the_result_have_no_violation(candidate: tuple[Reader, str], axe: str) -> None:
    reader, prefix = candidate
    page = reader.page
    exam.begin(reader, prefix + QUIZ)
    assert violations(page, axe) == []

    page.locator(".room-hand-in").click()
    page.wait_for_url("**/submission/")
    assert violations(page, axe) == []

    page.locator("form button.button").click()
    page.wait_for_url("**/result/")
    assert violations(page, axe) == []


def test_the_room_of_a_sprint_has_no_violation(candidate: tuple[Reader, str], axe: str) -> None:
    reader, prefix = candidate
    exam.begin(reader, prefix + SPRINT)

    assert violations(reader.page, axe) == []


def test_a_lost_page_has_no_violation(candidate: tuple[Reader, str], axe: str) -> None:
    reader, prefix = candidate
    reader.watch.expect("status of 404")
    reader.go(f"{prefix}/no-such-page/")

    assert violations(reader.page, axe) == []
