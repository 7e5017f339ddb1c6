"""No byte before the end holds a key, a truth, a reason, a source, or a question that is not open: every page, fragment
and answer of a sitting, and every other page of the site that could tell.
"""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tayari.mocks.models import Printing, Sitting
from tests.factories import halls, papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
Clock = Callable[[float], datetime]
Start = Callable[[Printing], Sitting]

KEYS = ("SECRET-WHY", '"key"', "data-key", "data-so", "verdict", "derived", "accepted")
INSIDE = (*KEYS, "2plus2-1.held-on", "explanation")
"""Facts stand on other pages, and a cover says that explanations will follow; not so what a sitting is sent."""
ENTITY = "/entities/2plus2-1/"
ELSEWHERE = (
    "/",
    "/mocks/",
    ENTITY,
    "/entities/new-delhi/",
    "/search/?q=2%2B2",
    "/search/?q=q.",
    "/corrections/",
    "/topics/",
    "/today/",
)


def bytes_of(answer: Any) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return repr(sorted(answer.headers.items())) + content.decode()


def everything(client: Client, sitting: Sitting, number: int, seq: int) -> Iterator[str]:
    """All that a candidate can be sent at this moment, in both languages, with and without a script."""
    room = f"/sittings/{sitting.pk}/"
    message = {"seq": seq, "kind": "answered", "question": number, "options": ["a"], "confidence": "sure"}
    body = json.dumps({"client": "tab-0123456789", "messages": [message], "have": 0, "seen": 0})
    for prefix in ("", "/hi"):
        for path in ("", "?q=4&show=both", "submission/", "result/", "sections/2/departure/"):
            yield bytes_of(client.get(f"{prefix}{room}{path}"))
        for path in ELSEWHERE:
            yield bytes_of(client.get(prefix + path))
        yield bytes_of(client.get(f"{prefix}/mocks/{sitting.printing.paper.slug}/"))
    yield bytes_of(client.post(f"{room}messages", body, content_type="application/json"))
    yield bytes_of(client.get(f"{room}messages", {"client": "desk-0123456789", "seen": "0", "have": "0"}))
    yield bytes_of(client.get(f"{room}receipt"))
    yield bytes_of(client.post(f"{room}responses/", {"question": str(number), "options": "b", "then": "next"}))


def no_key(seen: str) -> None:
    # The one key that may be told: the public one, with which a receipt is checked.
    seen = seen.replace('"key": "-----BEGIN PUBLIC KEY', "")
    for word in INSIDE if "data-sitting" in seen or "acks" in seen else KEYS:
        assert word not in seen, seen[max(0, seen.index(word) - 200) :][:400]


def test_a_paper_in_sections_keeps_the_sections_that_are_not_open(client: Client, started: Start, at: Clock) -> None:
    sitting = started(halls.in_sections(4, seconds=(60, 60)))
    for seq, second in enumerate(range(0, 120, 15), start=1):
        at(second)
        closed = {3, 4} if second < 60 else {1, 2}
        for seen in everything(client, sitting, 1 if second < 60 else 3, seq):
            no_key(seen)
            for number in closed - ({1, 2} if second >= 60 else set()):
                assert f"q.sections.{number}?" not in seen
                assert f"of q.sections.{number}" not in seen


def test_a_section_that_was_left_is_gone_and_the_next_not_before(client: Client, started: Start, at: Clock) -> None:
    sitting = started(halls.in_sections(4, leave_early=True))
    before = "".join(everything(client, sitting, 1, 1))
    client.post(f"/sittings/{sitting.pk}/sections/1/departure/")
    at(5)
    after = bytes_of(client.get(f"/sittings/{sitting.pk}/"))

    assert "q.sections.3?" not in before
    assert "q.sections.3?" in after
    assert "q.sections.1?" not in after


def test_a_forward_paper_tells_one_question_at_a_time(client: Client, started: Start, at: Clock) -> None:
    sitting = started(papers.sprint(4))
    for seq, second in enumerate(range(0, 70, 6), start=1):
        at(second)
        opened = second // 19 + 1
        # The plain form goes on to the next question: it is the last thing asked in each round, and not pressed here.
        for seen in list(everything(client, sitting, opened, seq))[:-1] if second % 19 < 13 else []:
            no_key(seen)
            current = Sitting.objects.get().responses["place"][0] + 1
            for number in range(max(opened, current) + 1, 5):
                assert f"q.sprint.{number}?" not in seen


def test_the_page_of_an_entity_names_a_question_only_when_all_of_its_paper_can_be_turned_to(
    client: Client, at: Clock
) -> None:
    papers.printing(2, slug="free")
    halls.in_sections()
    papers.sprint()
    papers.printing(2, slug="window", opens_at=NOW + timedelta(days=1))

    seen = client.get(ENTITY).content.decode()

    assert "q.free.1?" in seen
    assert [ref for ref in ("q.sections.1?", "q.sprint.1?", "q.window.1?") if ref in seen] == []


def test_a_free_paper_and_typed_questions_tell_no_key(client: Client, started: Start) -> None:
    for printing in (papers.printing(4), halls.typed()):
        sitting = started(printing)
        for number in range(1, 5):
            for seen in everything(client, sitting, number, number):
                no_key(seen)
                assert "BECA" not in seen
