"""Lets a person go on in another browser, by a code that is used once."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from tayari.accounts.actions import guests
from tayari.accounts.models import DeviceCode, Person
from tayari.audit.actions import entries
from tayari.base.locks import locked

LASTS = timedelta(minutes=10)
# No letter or digit that is mistaken for another when read out or copied by hand: 31 ** 8 codes.
_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH = 8


class NoSuchCode(LookupError):
    """The code was never made, was used, or is too old; which of these is nobody's business."""


class NotByCode(ValueError):
    """This person does not go from browser to browser by a code."""


def _digest(code: str) -> str:
    plain = "".join(sign for sign in code.upper() if sign in _SIGNS)
    return salted_hmac("tayari.accounts.device", plain, algorithm="sha256").hexdigest()


@transaction.atomic
def make(person: Person, *, path: str = "", by: Person, now: datetime) -> str:
    """A new code for the person; one made before ends. Raises NotByCode for those who may enter the admin."""
    if person.is_staff or not person.is_active:
        raise NotByCode("sign in with your password on the other device")
    locked(Person.objects.all()).get(pk=person.pk)
    DeviceCode.objects.filter(person=person, used_at=None).delete()
    DeviceCode.objects.filter(expires_at__lt=now - timedelta(days=1)).delete()
    code = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    DeviceCode.objects.create(person=person, digest=_digest(code), path=path, expires_at=now + LASTS)
    return f"{code[:4]}-{code[4:]}"


@transaction.atomic
def use(code: str, *, by: Person | None, now: datetime) -> tuple[Person, str]:
    """Whose code it is and the page to go on with. What the guest of this browser did joins that person.

    Raises NoSuchCode, also when somebody else is signed in here.
    """
    rows = DeviceCode.objects.filter(digest=_digest(code), used_at=None, expires_at__gt=now)
    found = locked(rows).select_related("person").first()
    if found is None or not found.person.is_active or (by and not by.is_guest and by != found.person):
        raise NoSuchCode("this code is not known")
    found.used_at = now
    found.save(update_fields=["used_at"])
    if by and by.is_guest and by != found.person:
        guests.merge(by, found.person, by=found.person, now=now)
    entries.record("devices.use", found.person, by=found.person, now=now)
    return found.person, found.path
