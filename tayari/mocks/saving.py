"""What one request's messages become, from its batch to the answer, for many requests at once: the writer's side."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from tayari.mocks import replies
from tayari.mocks.actions.sittings import Applied, Sent, SittingUnknown, apply_all
from tayari.mocks.messages import Batch
from tayari.rules.messages import Message


class Posted(NamedTuple):
    """A batch whose sender has shown a pass, and when it came; ids are bytes, as they travel in least time."""

    ident: bytes
    person: bytes
    client: str
    messages: tuple[Message, ...]
    have: int | None
    seen: int | None
    now: datetime

    @classmethod
    def of(cls, ident: UUID, person: UUID, batch: Batch, now: datetime) -> "Posted":
        return cls(ident.bytes, person.bytes, batch.client, batch.messages, batch.have, batch.seen, now)

    @property
    def batch(self) -> Batch:
        return Batch(self.client, self.messages, self.have, self.seen)

    @property
    def sent(self) -> Sent:
        return Sent(UUID(bytes=self.ident), self.client, self.messages, UUID(bytes=self.person), self.now)


Outcome = dict[str, Any] | Applied | SittingUnknown
"""The answer; or what it is made of, where it needs the database or a language, which would keep others waiting."""


def save_all(posted: Sequence[Posted]) -> list[Outcome]:
    """`sittings.apply_all`, and what each client is told."""
    applied = apply_all([one.sent for one in posted])
    return [_outcome(one, told) for one, told in zip(posted, applied, strict=True)]


def _outcome(posted: Posted, applied: Applied | SittingUnknown) -> Outcome:
    batch = posted.batch
    if isinstance(applied, SittingUnknown) or not replies.is_short(batch, applied, now=posted.now):
        return applied
    return replies.reply(batch, applied, token=str, now=posted.now)
