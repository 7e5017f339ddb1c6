"""Pictures in packs: pictures/*.yaml and the files beside them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import willow
from django.conf import settings
from django.db.models.fields.files import FieldFile

from tayari.base.packfiles import read_yaml, write_yaml
from tayari.base.packing import Data, Findings, Item, Part, World
from tayari.base.packrows import Told
from tayari.media.actions import digest as digest_of
from tayari.media.actions import put
from tayari.media.models import Picture

_TWIN = "file_"


def _is_picture(content: bytes) -> bool:
    try:
        return all(willow.Image.open(BytesIO(content)).get_size())
    # Each format fails in its own way, and a broken file in any.
    except Exception:
        return False


def _decorates(decorative: bool) -> Data:
    """Said only where it is so: others keep the form, and the digest, that they were loaded with."""
    return {"decorative": True} if decorative else {}


class PicturePart(Part):
    """Pictures; a file is compared by the digest of its content; a twin has the ref `<ref>-<lang>`."""

    kind = "picture"

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, bytes]] = {}
        self._written: list[FieldFile] = []

    def read(self, folder: Path, findings: Findings) -> list[Item]:
        items = []
        for row in read_yaml(folder, "pictures/*.yaml", findings):
            told = Told(row, findings)
            data: Data = {
                "ref": told.text("ref"),
                "alt": told.texts("alt"),
                "caption": told.texts("caption"),
                "credit": told.text("credit"),
                "licence": told.text("licence"),
                **_decorates(told.flag("decorative")),
            }
            named = {"": told.text("file")}
            named |= {key.removeprefix(_TWIN): told.text(key) for key in row.data if key.startswith(_TWIN)}
            data["files"] = {code: self._take(folder, name, told, findings) for code, name in named.items()}
            told.finish()
            items.append(Item(self.kind, data["ref"], data, row.file, row.line))
        return items

    def _take(self, folder: Path, name: str, told: Told, findings: Findings) -> str:
        """The digest of a file beside the list, whose content is kept until it is stored."""
        path = folder / "pictures" / name
        if not name or not path.is_file() or path.parent.resolve() != (folder / "pictures").resolve():
            told.problem(f"there is no file pictures/{name}" if name else "names no file")
            return ""
        findings.files.add(f"pictures/{name}")
        extension = path.suffix.lower().removeprefix(".")
        if extension not in settings.WAGTAILIMAGES_EXTENSIONS:
            told.problem(f"{name} is no picture; use one of {', '.join(settings.WAGTAILIMAGES_EXTENSIONS)}")
        content = path.read_bytes()
        if not _is_picture(content):
            told.problem(f"{name} cannot be read as a picture; save it again")
        self._files[digest_of(content)] = (name, content)
        return digest_of(content)

    def check(self, items: Iterable[Item], world: World, findings: Findings) -> None:
        for item in items:
            if item.data.get("decorative") and item.data["alt"]:
                findings.about(item, "is decorative and has alt text; one of the two")
            elif not item.data.get("decorative") and not item.data["alt"].get("en"):
                findings.about(item, "has no alt text in English; say what a person who cannot see it should know")

    def current(self) -> Mapping[str, Data]:
        held: dict[str, Data] = {}
        rows = {row.pk: row for row in Picture.objects.exclude(ref__isnull=True)}
        twins = {twin for row in rows.values() for twin in row.localised.values()}
        for row in rows.values():
            if row.pk in twins:
                continue
            of_language = {"": row, **{code: rows[pk] for code, pk in row.localised.items() if pk in rows}}
            held[row.ref or ""] = {
                "ref": row.ref,
                "alt": row.alt,
                "caption": row.caption,
                "credit": row.credit,
                "licence": row.licence,
                **_decorates(row.decorates),
                "files": {code: picture.content_digest for code, picture in of_language.items()},
            }
        return held

    def _store(self, ref: str, data: Data, digest: str) -> Picture:
        picture = Picture.objects.filter(ref=ref).first() or Picture(ref=ref)
        picture.title = (data["caption"].get("en") or data["alt"].get("en") or ref)[:255]
        picture.alt, picture.caption = data["alt"], data["caption"]
        picture.credit, picture.licence = data["credit"], data["licence"]
        if picture.content_digest != digest:
            name, content = self._files[digest]
            put(picture, name, content)
            self._written.append(picture.file)
            if picture.pk:
                picture.renditions.all().delete()
        picture.save()
        return picture

    def undo(self) -> None:
        for file in self._written:
            file.storage.delete(file.name)
        self._written.clear()

    def apply(self, data: Data, *, by: Any, now: datetime) -> None:
        ref = data["ref"]
        picture = self._store(ref, data, data["files"][""])
        picture.localised = {
            code: self._store(f"{ref}-{code}", data, digest).pk for code, digest in data["files"].items() if code
        }
        picture.save()

    def write(self, folder: Path, held: Mapping[str, Data]) -> None:
        rows = []
        taken: dict[str, str] = {}
        for ref, data in held.items():
            row = {key: data[key] for key in ("ref", "alt", "caption", "credit", "licence")}
            row |= _decorates("decorative" in data)
            for code, digest in data["files"].items():
                picture = Picture.objects.get(ref=ref if not code else f"{ref}-{code}")
                name = picture.original_name or Path(picture.file.name).name
                if taken.setdefault(name, digest) != digest:
                    name = f"{picture.ref}{Path(name).suffix}"
                row["file" if not code else _TWIN + code] = name
                target = folder / "pictures" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with picture.file.open("rb") as stored:
                    target.write_bytes(stored.read())
            rows.append(row)
        if rows:
            write_yaml(folder / "pictures" / "pictures.yaml", rows)


PARTS = (PicturePart,)
