"""What happened in a sitting elsewhere: in another tab, on another device, without this client."""

from collections.abc import Iterable
from typing import Any

from tayari.mocks import plans
from tayari.mocks.models import Extension, Sitting, SittingEvent
from tayari.mocks.plans import Clock
from tayari.rules.messages import Message
from tayari.rules.responses import Response
from tayari.rules.sittings import State

_ELSEWHERE = (SittingEvent.Kind.VISITED, SittingEvent.Kind.LEFT)


def since(
    sitting: Sitting, state: State, *, client: str, seq: int, before: int, sent: Iterable[Message] = ()
) -> list[dict[str, Any]]:
    """The questions that others changed after event `seq`, and those of `sent` for which a later action of another
    had won already, each as it stands now. `before` is the last event before what was sent: one query, and none when
    the client has heard as far.
    """
    numbers = {one.question for one in sent if not _holds(state.of(one.question), one)}
    if before > seq:
        events = SittingEvent.objects.filter(sitting=sitting, seq__gt=seq, question__isnull=False)
        events = events.exclude(client=client).exclude(kind__in=_ELSEWHERE)
        numbers |= set(events.values_list("question", flat=True))
    return [_as_json(sitting, number, state.of(number)) for number in sorted(numbers)]


def extensions(sitting: Sitting, clock: Clock) -> list[dict[str, Any]]:
    """Every change of the sitting's time while it ran, with the reason that was given. Two queries if any."""
    if not clock.plan.changes:
        return []
    rows = Extension.objects.filter(printing=sitting.printing_id, at__gte=sitting.opened_at)
    own = SittingEvent.objects.filter(sitting=sitting, kind=SittingEvent.Kind.EXTENDED)
    found = list(rows.values("ms", "section", "reason", "at")) + [{**one.data, "at": one.at} for one in own]
    return [{**one, "at": one["at"].isoformat()} for one in sorted(found, key=lambda one: one["at"])]


def _holds(response: Response, message: Message) -> bool:
    """Whether the sitting now holds what the message said."""
    if message.kind in {"answered", "cleared"}:
        return response.options == (tuple(sorted(message.options)) if message.kind == "answered" else ())
    if message.kind in {"flagged", "unflagged"}:
        return response.flagged == (message.kind == "flagged")
    return True


def _as_json(sitting: Sitting, number: int, response: Response) -> dict[str, Any]:
    acted = max(response.acted_ms or 0, response.flagged_ms or 0)
    return {
        "question": number,
        "options": list(response.options),
        "confidence": response.confidence,
        "flagged": response.flagged,
        "at": plans.moment(sitting, acted).isoformat(),
    }
