"""Takes a file that was read: its questions wait for a person, beside what the file said."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from django.db import IntegrityError, transaction

from tayari.audit.actions import entries
from tayari.bank.actions.imports import picturing
from tayari.bank.actions.imports.preparing import Prepared, prepare
from tayari.bank.formats.limits import check_size
from tayari.bank.models import ImportBatch, ImportedFile, ImportedPicture, ImportedQuestion
from tayari.plain.graphemes import nfc
from tayari.rules.interchange import Reading, Unreadable

_ROWS_AT_ONCE = 200


def take(*, reading: Reading, file_name: str, data: bytes, format: str, by: Any, now: datetime) -> ImportBatch:
    """Store the file with everything found in it, to be reviewed; nothing goes into the bank yet.

    The same file again finds the batch that is there, unless that was undone. Raises Unreadable.
    """
    check_size(data, name=file_name)
    if not reading.found:
        raise Unreadable(f"No question was found in {file_name}; look whether its format is the right one.")
    digest, name = hashlib.sha256(data).hexdigest(), _name(file_name)
    there = _standing(digest, format)
    if there:
        return there
    reading = picturing.settled(reading)
    prepared = prepare(reading.found, name)
    try:
        with transaction.atomic():
            return _store(reading, prepared, name, digest, data, format, by=by, now=now)
    except IntegrityError:
        # Somebody took the same file in the same moment.
        there = _standing(digest, format)
        if there is None:
            raise
        return there


def _standing(digest: str, format: str) -> ImportBatch | None:
    standing = ImportBatch.objects.exclude(state=ImportBatch.State.UNDONE)
    return standing.filter(digest=digest, format=format).first()


def _name(file_name: str) -> str:
    """The file's own name, without folders and signs that cannot be seen."""
    own = PurePosixPath(file_name.replace("\\", "/")).name
    return nfc("".join(sign for sign in own if sign.isprintable()))[-200:] or "file"


def _store(
    reading: Reading,
    prepared: Sequence[Prepared],
    name: str,
    digest: str,
    data: bytes,
    format: str,
    *,
    by: Any,
    now: datetime,
) -> ImportBatch:
    batch = ImportBatch.objects.create(
        file_name=name,
        format=format,
        digest=digest,
        size=len(data),
        languages=_languages(prepared),
        found=len(prepared),
        findings=[asdict(one) for one in reading.findings],
        at=now,
        by=by,
    )
    ImportedFile.objects.create(batch=batch, data=data)
    ImportedPicture.objects.bulk_create(
        ImportedPicture(batch=batch, name=one.name[:200], alternative=one.alternative, data=one.data, ref=one.ref)
        for one in reading.pictures
    )
    rows = (
        ImportedQuestion(
            batch=batch,
            position=position,
            where=found.where[:200],
            number=found.number[:40],
            source=_storable(found.source),
            confidence=found.confidence,
            findings=[asdict(finding) for finding in (*found.findings, *one.findings)],
            content=one.content,
            identity=one.identity,
            needs_look=one.needs_look,
            fate=one.fate,
            double_of=one.double_of,
            alike=one.alike,
        )
        for position, (found, one) in enumerate(zip(reading.found, prepared, strict=True), start=1)
    )
    ImportedQuestion.objects.bulk_create(rows, batch_size=_ROWS_AT_ONCE)
    entries.record("imports.taken", batch, by=by, now=now, file=name, format=format, found=len(prepared), digest=digest)
    return batch


def _storable(words: str) -> str:
    """PostgreSQL stores no NUL."""
    return words.replace("\x00", "\ufffd")


def _languages(prepared: Sequence[Prepared]) -> list[str]:
    contents: list[Mapping[str, Any]] = [one.content for one in prepared if one.content]
    stems = [content["stem"] for content in contents if isinstance(content.get("stem"), Mapping)]
    return sorted({str(code) for stem in stems for code, words in stem.items() if words})
