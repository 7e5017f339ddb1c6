"""Packages of questions: a zip archive with a manifest, read within bounds and written the same every time."""

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from tayari.bank.formats.limits import opened, part
from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Unreadable

MANIFEST = "imsmanifest.xml"
_HREF = re.compile(rb'href\s*=\s*["\']([^"\']+)["\']')
_LOOKED_AT = 4_000


class Files(Mapping[str, bytes]):
    """The files of an archive by path; each is unpacked when it is asked for."""

    def __init__(self, archive: zipfile.ZipFile, *, name: str) -> None:
        self.archive = archive
        self.name = name
        self.paths = dict.fromkeys(one.filename for one in archive.infolist() if not one.is_dir())

    def __getitem__(self, path: str) -> bytes:
        found = part(self.archive, path, name=self.name) if path in self.paths else None
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def is_zip(data: bytes) -> bool:
    return data.startswith(b"PK")


def files_of(data: bytes, *, name: str) -> Mapping[str, bytes]:
    """The files of a package; of a single file only itself. Raises Unreadable."""
    return Files(opened(data, name=name), name=name) if is_zip(data) else {name: data}


def in_order(files: Mapping[str, bytes], *, name: str) -> list[str]:
    """The paths of a package's XML, those of the manifest first and in its order."""
    told: list[str] = []
    for path in files:
        if posixpath.basename(path) == MANIFEST:
            data, folder = files[path], posixpath.dirname(path)
            tree(data, name=f"{name}: {path}")
            hrefs = (href.decode("utf-8", "replace") for href in _HREF.findall(data))
            told += [posixpath.normpath(posixpath.join(folder, href)) for href in hrefs]
    listed = [path for path in told if path in files]
    rest = sorted(path for path in files if posixpath.basename(path) != MANIFEST)
    return [path for path in dict.fromkeys([*listed, *rest]) if path.lower().endswith((".xml", ".dat", ".qti"))]


def holds(data: bytes, *signs: bytes) -> bool:
    """Whether a file, or some XML of a package, begins with one of the signs."""
    if not is_zip(data):
        return any(sign in data[:_LOOKED_AT].replace(b"\0", b"") for sign in signs)
    try:
        files = files_of(data, name="file")
        return any(sign in files[path][:_LOOKED_AT] for path in in_order(files, name="file")[:50] for sign in signs)
    except Unreadable:
        return False


def written(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive that is the same for the same files."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for path, data in files:
            info = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return kept.getvalue()
