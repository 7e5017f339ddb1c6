"""A paper in sections in the room: one opens after the other, and the sheet says so."""

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tayari.mocks.actions import arranging, extensions, printings
from tayari.mocks.actions.arranging import Place, Section
from tayari.mocks.models import Paper, Printing, Sitting
from tests.factories import halls, papers
from tests.factories.questions import NOW, both

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]
Start = Callable[[Printing], Sitting]
DESK = "desk-0123456789"


def page(client: Client, sitting: Sitting, query: str = "") -> str:
    return client.get(f"/sittings/{sitting.pk}/{query}").content.decode()


def standings(page: str) -> list[str]:
    return re.findall(r'data-standing="(\w+)"', page)


def ask(client: Client, sitting: Sitting, **more: Any) -> Any:
    return client.get(f"/sittings/{sitting.pk}/messages", {"client": DESK, "seen": "0", **more}).json()


def test_only_the_open_section_is_in_the_page(client: Client, started: Start, at: Clock) -> None:
    sitting = started(halls.in_sections())

    first = page(client, sitting)
    at(601)
    second = page(client, sitting)

    assert ("q.sections.2?" in first, "q.sections.3?" in first) == (True, False)
    assert ("q.sections.2?" in second, "q.sections.3?" in second) == (False, True)
    assert (standings(first), standings(second)) == (["open", "ahead"], ["closed", "open"])
    assert 'data-section="2"' in second
    assert 'data-section-remaining="299000" data-section-whole="300000"' in second


def test_a_question_of_another_section_cannot_be_turned_to(client: Client, started: Start) -> None:
    sitting = started(halls.in_sections())

    shown = page(client, sitting, "?q=3")

    assert "q.sections.3?" not in shown
    assert shown.count('<a class="sheet-cell"') == 2
    assert shown.count('<span class="sheet-cell"') == 2
    assert 'id="q-2"' in shown
    assert "data-next" not in shown.split('id="q-2"')[1].split(">")[0]


def test_a_client_hears_which_section_is_open_and_what_is_left_of_it(client: Client, started: Start, at: Clock) -> None:
    sitting = started(halls.in_sections())
    at(60)
    before = ask(client, sitting)
    at(630)
    after = ask(client, sitting)

    assert (before["section"], before["section_remaining_ms"], before["remaining_ms"]) == (1, 540_000, 840_000)
    assert (after["section"], after["section_remaining_ms"], after["remaining_ms"]) == (2, 270_000, 270_000)


def test_a_section_is_left_early_only_where_the_paper_says_so(client: Client, started: Start) -> None:
    sitting = started(halls.in_sections())

    assert "departure" not in page(client, sitting)
    answer = client.post(f"/sittings/{sitting.pk}/sections/1/departure/")

    assert answer["Location"] == f"/sittings/{sitting.pk}/"
    assert standings(page(client, sitting)) == ["open", "ahead"]


def test_who_leaves_a_section_is_asked_first_and_cannot_come_back(client: Client, started: Start, at: Clock) -> None:
    sitting = started(halls.in_sections(leave_early=True))
    at(100)
    way = re.findall(r'href="([^"]+departure/)"', page(client, sitting))
    asked = client.get(way[0]).content.decode()
    still = standings(page(client, sitting))

    client.post(way[0])
    client.post(way[0])

    assert "cannot come back" in asked
    assert (still, standings(page(client, sitting))) == (["open", "ahead"], ["closed", "open"])
    assert ask(client, sitting)["section_remaining_ms"] == 300_000
    assert "departure" not in page(client, sitting)


def test_the_last_question_of_a_section_leads_no_further_in_the_plain_form(client: Client, started: Start) -> None:
    sitting = started(halls.in_sections())

    answer = client.post(f"/sittings/{sitting.pk}/responses/", {"question": "2", "options": "a", "then": "next"})

    assert answer["Location"] == f"/sittings/{sitting.pk}/?q=2"


def test_an_answer_for_a_section_that_is_not_open_is_not_taken(client: Client, started: Start) -> None:
    sitting = started(halls.in_sections())
    message = {"seq": 1, "kind": "answered", "question": 3, "options": ["a"]}
    body = json.dumps({"client": DESK, "messages": [message], "seen": 0})

    answer = client.post(f"/sittings/{sitting.pk}/messages", body, content_type="application/json").json()

    assert answer["acks"][0]["status"] == "refused"
    assert answer["changed"][0]["options"] == []


def test_more_time_is_heard_at_once_with_its_reason(client: Client, started: Start, at: Clock) -> None:
    sitting = started(papers.printing())
    before = ask(client, sitting)
    extensions.extend_all(
        sitting.printing.paper,
        more=timedelta(minutes=10),
        reason="The hall was noisy.",
        by=papers.person(username="editor"),
        now=NOW + timedelta(seconds=30),
    )
    at(60)

    after = ask(client, sitting)

    assert (before["extensions"], before["remaining_ms"]) == ([], 1_800_000)
    assert after["remaining_ms"] == 2_340_000
    assert [(one["ms"], one["reason"]) for one in after["extensions"]] == [(600_000, "The hall was noisy.")]
    assert 'data-extensions="1"' in page(client, sitting)


def test_what_is_typed_is_kept_shown_and_taken_back(client: Client, started: Start) -> None:
    sitting = started(halls.typed())

    def press(**fields: Any) -> list[str]:
        client.post(f"/sittings/{sitting.pk}/responses/", {"then": "stay", **fields})
        return list(Sitting.objects.get().responses["questions"][fields["question"]][0])

    assert press(question="2", options=["b", "a"]) == ["a", "b"]
    assert press(question="3", text=" 12.5 ") == ["12.5"]
    assert press(question="4", text="BECA") == ["BECA"]
    shown = page(client, sitting)
    assert shown.count('type="checkbox" name="options"') == 4
    assert 'name="text" type="text" value="12.5" inputmode="decimal"' in shown
    assert '<span class="q-unit">km</span>' in shown
    assert 'value="BECA"' in shown
    assert "4 of 4" not in shown
    assert "3 of 4" in shown
    assert press(question="4", text="", had="1") == []


def test_what_is_too_long_for_a_number_is_refused_and_said(client: Client, started: Start) -> None:
    sitting = started(halls.typed())

    answer = client.post(f"/sittings/{sitting.pk}/responses/", {"question": "3", "text": "1" * 41, "then": "stay"})

    assert answer["Location"].endswith("said=refused")


def test_a_section_of_which_some_answers_count_says_which(client: Client, started: Start) -> None:
    """On the cover before the start, and in the room where the answers are given."""
    paper = papers.paper(4, slug="any-one", navigation=Paper.Navigation.FREE)
    arranging.arrange(
        paper=paper,
        sections=[Section(both("All")), Section(both("Any one"), choose=1)],
        places=[Place(row.question_id, 1 + at // 2) for at, row in enumerate(paper.places.order_by("number"))],
        known=arranging.seen(paper),
        by=None,
        now=NOW,
    )
    printing = printings.freeze(paper, by=None, now=NOW)
    words = "1 answer counts, the first one as printed."

    cover = client.get("/mocks/any-one/").content.decode()
    room = client.get(f"/sittings/{started(printing).pk}/").content.decode()

    assert cover.count(words) == 1
    assert room.count(words) == 1
    assert room.index(words) > room.index('id="section-2"')
