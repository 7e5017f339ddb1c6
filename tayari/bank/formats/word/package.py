"""The parts of a .docx: opened within limits, without DTD or entities, found by their relationships."""

import posixpath
import zipfile
from types import TracebackType
from typing import Self
from xml.etree.ElementTree import Element

from tayari.bank.formats import limits, trees
from tayari.bank.formats.word.names import plain_names
from tayari.rules.interchange import Unreadable

_MAIN = "/officeDocument"
MOST_PICTURE = 10_000_000
MOST_XML = 40_000_000


class Package:
    """A document's archive. Raises Unreadable with a sentence for whatever is wrong with it."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise Unreadable(f"{name} is in Word's old format or encrypted; save it as .docx without a password.")
        if data and not data.startswith(b"PK"):
            raise Unreadable(f"{name} is not a Word document but something else; open it in Word and save it as .docx.")
        self._archive: zipfile.ZipFile = limits.opened(data, name=name)
        if "xl/workbook.xml" in self._archive.namelist():
            raise Unreadable(f"{name} is an Excel workbook and no Word document; let its name end in .xlsx.")
        self.main = self._main()
        self.document = self._tree(self.main)
        if self.document is None:
            raise Unreadable(f"{name} has no {self.main}: it is not a Word document, or it is damaged.")
        self._links = self._relationships(self.main)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def beside(self, kind: str) -> Element | None:
        """The part that the document calls its `styles`, `numbering` …; None when it has none."""
        for target, told, outside in self._links.values():
            if told.rpartition("/")[2] == kind and not outside:
                return self._tree(target)
        return None

    def picture(self, link: str) -> tuple[str, bytes]:
        """A picture's name and bytes by the id of its relationship; no bytes when it is not in the archive."""
        target, _, outside = self._links.get(link, ("", "", True))
        name = posixpath.basename(target)
        if outside or not target or self._size(target) > MOST_PICTURE:
            return name, b""
        return name, limits.part(self._archive, target, name=self.name) or b""

    def _main(self) -> str:
        links = self._relationships("")
        return next((target for target, kind, _ in links.values() if kind.endswith(_MAIN)), "word/document.xml")

    def _relationships(self, part: str) -> dict[str, tuple[str, str, bool]]:
        folder, base = posixpath.split(part)
        root = self._tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str, bool]] = {}
        for link in root if root is not None else ():
            target = link.get("Target", "")
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            outside = link.get("TargetMode", "") == "External"
            found[link.get("Id", "")] = (posixpath.normpath(inside), link.get("Type", ""), outside)
        return found

    def _size(self, path: str) -> int:
        try:
            return self._archive.getinfo(path).file_size
        except KeyError:
            return 0

    def _tree(self, path: str) -> Element | None:
        if self._size(path) > MOST_XML:
            raise Unreadable(f"{self.name} has {self._size(path) // 1_000_000} MB of text in {path}; split it.")
        data = limits.part(self._archive, path, name=self.name)
        return None if data is None else plain_names(trees.tree(data, name=f"{self.name}, {path}"))
