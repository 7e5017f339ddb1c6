"""What a candidate does, in the words of the exam."""

import json
import re

from playwright.sync_api import Locator, expect

from tests.browser.watched import Reader


def begin(reader: Reader, mock: str, *, ready: bool = True) -> None:
    """Start a sitting from the mock's cover. `ready`: wait until the room's script, where there is one, is at work."""
    reader.go(mock)
    reader.page.locator(".booklet-start button").click()
    expect(reader.page).to_have_url(re.compile(r"/sittings/[0-9a-f-]{36}/"))
    if ready and reader.javascript:
        expect(reader.page.locator("exam-room[data-ready]")).to_be_attached()


def question(reader: Reader, place: int) -> Locator:
    """The form of the question that stands at `place`, from 1."""
    return reader.page.locator(f'.q[data-place="{place}"]')


def choose(reader: Reader, place: int, letter: str) -> None:
    """Fill the bubble of an option of the question on the screen."""
    question(reader, place).locator(f'.option:has(input[value="{letter}"])').click()


def saved(reader: Reader, answered: int, total: int) -> None:
    """Wait until the server has acknowledged so many answers."""
    expect(reader.page.locator(".room-saved")).to_have_text(
        re.compile(rf"Saved \d\d:\d\d:\d\d · {answered} of {total}")
    )


def bubble(reader: Reader, place: int) -> Locator:
    """The bubble of a question on the answer sheet."""
    return reader.page.locator(".sheet-bubbles .bubble").nth(place - 1)


def hand_in(reader: Reader) -> None:
    """Hand the paper in, and look what comes of it."""
    reader.page.locator(".room-hand-in").click()
    expect(reader.page).to_have_url(re.compile(r"/submission/$"))
    reader.page.locator("form button.button").click()
    expect(reader.page).to_have_url(re.compile(r"/result/$"))


def events(reader: Reader) -> list[tuple[str, int, str]]:
    """What the server keeps of the answers given in the open room: kind, question and options, in its order."""
    receipt = reader.page.request.get(f"{reader.page.url.split('?')[0]}receipt")
    kept = json.loads(receipt.text())["events"]
    answers = [one for one in kept if one["kind"] in {"answered", "cleared"}]
    return [(one["kind"], one["question"], "".join(one["data"].get("options", []))) for one in answers]
