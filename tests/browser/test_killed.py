"""A server that is killed in the middle of a sitting, on a site that no other test needs afterwards."""

import os
import signal

import pytest
from playwright.sync_api import expect

from tests.browser import exam, served
from tests.browser.kinds import QUIZ
from tests.browser.served import Served
from tests.browser.watched import PHONE, NewReader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(own_site: Served) -> Served:
    return own_site


def test_a_killed_server_has_what_it_acknowledged_and_is_told_the_rest(new_reader: NewReader, site: Served) -> None:
    reader = new_reader(PHONE)
    reader.watch.expect("net::ERR_CONNECTION_REFUSED")
    reader.watch.expect("net::ERR_EMPTY_RESPONSE")
    reader.watch.expect("net::ERR_CONNECTION_RESET")
    exam.begin(reader, QUIZ)
    exam.choose(reader, 1, "a")
    exam.saved(reader, 1, 5)

    os.kill(site.pid, signal.SIGKILL)
    exam.choose(reader, 1, "b")
    reader.page.locator('.q:visible [data-act="next"]').click()
    exam.choose(reader, 2, "c")
    expect(reader.page.locator(".room-saved")).to_contain_text("2 to send")
    with served.serve(site.folder, int(site.url.rpartition(":")[2])):
        exam.saved(reader, 2, 5)
        reader.page.reload()

        assert exam.events(reader) == [("answered", 1, "a"), ("answered", 1, "b"), ("answered", 2, "c")]
        expect(exam.question(reader, 2).locator('input[value="c"]')).to_be_checked()
        expect(exam.question(reader, 1).locator('input[value="b"]')).to_be_checked()
