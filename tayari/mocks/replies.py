"""What a client hears after its messages: what became of them, what others changed, and a question that opened."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.urls import reverse

from tayari.mocks import booklets
from tayari.mocks import messages as wire
from tayari.mocks.actions.sittings import Applied
from tayari.mocks.queries import changes, rooms


def is_short(batch: wire.Batch, applied: Applied, *, now: datetime) -> bool:
    """Whether `reply` asks neither the database nor which language is read."""
    if applied.sitting.closed_at is not None:
        return False
    clock = applied.clock
    if batch.seen is not None and (clock.plan.changes or applied.before > batch.seen):
        return False
    if batch.have is None or not clock.plan.forward:
        return True
    return applied.state.place.at(clock.plan, clock.running(now)).number(clock.plan) in {None, batch.have}


def reply(batch: wire.Batch, applied: Applied, *, token: Callable[[], str], now: datetime) -> dict[str, Any]:
    """In the active language. `token` gives that of the forms, when a question is sent along."""
    sitting = applied.sitting
    answer = wire.answer(applied, now=now)
    if batch.seen is not None:
        answer["extensions"] = changes.extensions(sitting, applied.clock)
        answer["changed"] = changes.since(
            sitting, applied.state, client=batch.client, seq=batch.seen, before=applied.before, sent=batch.messages
        )
    if answer["closed"]:
        answer["result"] = reverse("sitting_result", args=[sitting.pk])
    elif answer["open"] is not None and batch.have is not None and answer["open"] != batch.have:
        sitting.responses = applied.state.as_json()
        shown = rooms.room(sitting, now=now)
        # None is open any more between the paper's end and its closing.
        if shown.questions:
            answer["question"] = booklets.question(shown, shown.questions[0], show="auto", token=token())
    return answer
