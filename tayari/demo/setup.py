"""Fills a demonstration site: topics, the demo pack, and two people to sign in as."""

import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.contrib.auth.hashers import check_password

from tayari.accounts.models import Person
from tayari.base.problems import Unusable
from tayari.packs import actions
from tayari.syllabus.actions import topics

PACK = Path(__file__).resolve().parent / "pack"
_KEPT = "demo-accounts.json"
_LOADED = "demo-loaded"
# No letters that look like others: these are read from a terminal and typed.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody to sign in as."""

    role: str
    name: str
    password: str


def fill(folder: Path, *, now: datetime, said: Callable[[str], None]) -> list[Account]:
    """Load what is not loaded yet and give the accounts, the same ones each time. Keeps what was done in the site."""
    load(folder, now=now, said=said)
    return accounts(folder)


def load(folder: Path, *, now: datetime, said: Callable[[str], None]) -> None:
    """Load topics and the demo pack, unless they are as they were at the last load."""
    stamp, state = folder / _LOADED, _state()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    topics.load(now=now)
    said("Loading the demo pack …")
    # What somebody tried out in the demo stays, and is no reason to stop.
    report = actions.load(PACK, by=None, now=now, ours=True, said=said)
    if report.refused:
        first = next(finding for finding in report.findings if finding.level == "error")
        raise Unusable(f"The demo pack could not be loaded: {first}")
    stamp.write_text(state, encoding="utf-8")


def _state() -> str:
    seen = hashlib.sha256()
    for file in sorted(file for folder in (PACK, topics.DATA) for file in folder.rglob("*") if file.is_file()):
        seen.update(f"{file.name}\0".encode() + file.read_bytes())
    return seen.hexdigest()


def accounts(folder: Path) -> list[Account]:
    """The editor and the aspirant, made when missing; their passwords are kept in `folder` for the next start."""
    file = folder / _KEPT
    kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    found = [
        Account("editor", "editor", kept.get("editor") or _password()),
        Account("aspirant", "aspirant", kept.get("aspirant") or _password()),
    ]
    for account in found:
        _ensure(account, staff=account.role == "editor")
    if not kept:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as written:
            json.dump({account.role: account.password for account in found}, written)
    return found


def _password() -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))


def _ensure(account: Account, *, staff: bool) -> None:
    person = Person.objects.filter(username=account.name).first()
    if person is None:
        make = Person.objects.create_superuser if staff else Person.objects.create_user
        make(account.name, f"{account.name}@example.org", account.password)
    elif not check_password(account.password, person.password):
        person.set_password(account.password)
        person.save(update_fields=["password"])
