"""Makes guests, and joins a guest to the member it turns out to be."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from tayari.accounts.merging import hooks
from tayari.accounts.models import Person
from tayari.audit.actions import entries
from tayari.base.locks import locked

AGAIN = timedelta(minutes=30)
"""For so long a start that is tried again finds the guest it made; later somebody else may use the browser."""


class NotAGuest(ValueError):
    """Only a guest can be joined to another person."""


@transaction.atomic
def create_all(asked: Sequence[tuple[UUID | None, datetime]]) -> list[Person]:
    """New guests, by their ids where they have one and at their moments: two statements where each has a new one.

    No name, no address, nothing to remember but an id. Asked twice with the same id within AGAIN, it makes one guest:
    the answer to the first may have been lost.
    """
    named = {ident: now for ident, now in asked if ident is not None}
    # Another process may make the same guest at this moment: the one that is there counts, whoever made it.
    Person.objects.bulk_create(
        [Person(pk=ident, **_nobody(now)) for ident, now in named.items()], ignore_conflicts=True
    )
    found = {row.pk: row for row in Person.objects.filter(pk__in=named)} if named else {}
    usable = [found[ident] if ident and _is_again(found[ident], now) else None for ident, now in asked]
    new = [Person(**_nobody(now)) for (_, now), row in zip(asked, usable, strict=True) if row is None]
    made = iter(Person.objects.bulk_create(new))
    return [next(made) if row is None else row for row in usable]


def _is_again(person: Person, now: datetime) -> bool:
    return person.is_guest and now - person.joined_at <= AGAIN


def _nobody(now: datetime) -> dict[str, Any]:
    return {"kind": Person.Kind.GUEST, "joined_at": now, "password": make_password(None)}


@transaction.atomic
def merge(guest: Person, member: Person, *, by: Person | None, now: datetime) -> None:
    """Give the member everything the guest has, and end the guest. Raises NotAGuest; once merged it cannot be again.

    A guest that goes on in another browser takes the guest of that browser in, as a member would.
    """
    rows = {person.pk: person for person in locked(Person.objects.all()).filter(pk__in=[guest.pk, member.pk])}
    if guest.pk == member.pk or guest.pk not in rows or member.pk not in rows or not rows[guest.pk].is_guest:
        raise NotAGuest("only a guest that still exists can be joined to another person")
    moved = {name: move(rows[guest.pk], rows[member.pk]) for name, move in sorted(hooks().items())}
    entries.record("persons.merge", member, by=by, now=now, guest=str(guest.pk), moved=moved)
    rows[guest.pk].delete()
