"""Pictures of a file's questions: under which ref, kept once, and taken back when nothing shows them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Model, Q, TextField
from django.db.models.fields.files import FieldFile
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex, Revision

from tayari.bank.models import ImportBatch, ImportedPicture, Question, QuestionVersion
from tayari.media import actions as media
from tayari.media.models import Picture
from tayari.rules.interchange import Finding, Reading
from tayari.rules.interchange.reading import ref_of
from tayari.rules.interchange.sketches import refs_in, renamed


def settled(reading: Reading) -> Reading:
    """The reading with a ref for each picture under which the site has no other; what is nowhere is told."""
    brought = {one.ref: one for one in reading.pictures}
    wanted = {ref for one in reading.imported for ref in refs_in(one.content or {})}
    held = dict(Picture.objects.filter(ref__in=wanted).values_list("ref", "content_digest"))
    other = {
        ref: ref_of(one.data)
        for ref, one in brought.items()
        if held.get(ref, media.digest(one.data)) != media.digest(one.data)
    }
    found = []
    for one in reading.found:
        refs = refs_in(one.content or {})
        gone = [ref for ref in refs if ref not in brought and ref not in held]
        told = [Finding(one.where, "warning", "picture-missing", f"The picture {ref} is nowhere.") for ref in gone]
        changed = {**{ref: other[ref] for ref in refs if ref in other}, **dict.fromkeys(gone, "")}
        content = renamed(one.content, changed) if one.content and changed else one.content
        found.append(replace(one, content=content, findings=(*one.findings, *told)))
    pictures = tuple(replace(one, ref=other.get(one.ref, one.ref)) for one in reading.pictures)
    return replace(reading, found=tuple(found), pictures=pictures)


def keep(batch: ImportBatch, content: Mapping[str, Any], *, by: Any) -> list[FieldFile]:
    """Keep the pictures that the content shows and the site has not; the files that were stored for that."""
    refs = refs_in(content)
    held = set(Picture.objects.filter(ref__in=refs).values_list("ref", flat=True)) if refs else set()
    stored = []
    for row in batch.pictures.filter(ref__in=set(refs) - held) if refs else ():
        if row.ref in held:
            continue
        held.add(row.ref)
        row.made = media.keep(ref=row.ref, name=row.name, content=bytes(row.data), alternative=row.alternative, by=by)
        row.save(update_fields=["made"])
        stored.append(row.made.file)
    return stored


@transaction.atomic
def take_back(batch: ImportBatch) -> None:
    """Remove the pictures that were kept for it, or for a batch undone before, and that nothing shows any more."""
    same = ImportedPicture.objects.filter(made__isnull=False, ref__in=batch.pictures.values("ref"))
    gone = Q(batch=batch) | Q(batch__state=ImportBatch.State.UNDONE)
    for row in same.filter(gone).select_related("made").defer("data"):
        assert row.made is not None
        if not _is_shown(row.made):
            row.made.delete()


def _is_shown(picture: Picture) -> bool:
    if ReferenceIndex.get_references_to(picture).exists():
        return True
    return any(_says(model, str(picture.ref)) for model in (Question, QuestionVersion, Revision))


def _says(model: type[Model], ref: str) -> bool:
    """Whether any content of the rows, or of drafts of anything, names the picture."""
    said = model._default_manager.annotate(said=Cast("content", TextField()))
    return said.filter(said__contains=f'"{ref}"').exists()
