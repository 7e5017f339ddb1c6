"""How large a file of questions may be, packed and unpacked; more is refused with a sentence before it is read."""

import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from tayari.rules.interchange import Unreadable

MOST_BYTES = 50_000_000
MOST_UNPACKED = 200_000_000
MOST_ENTRIES = 5_000
MOST_RATIO = 200
# Small parts of repeated words pack very well; the ratio tells a bomb from this size on.
_RATIO_FROM = 5_000_000


def check_length(count: int, *, name: str) -> None:
    """Raise Unreadable for an empty file and for one that is too large, by its length alone."""
    if count == 0:
        raise Unreadable(f"{name} is empty (0 bytes); there is nothing to import.")
    if count > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise Unreadable(f"{name} has {count / 1_000_000:.0f} MB; files up to {most} MB are read: split it.")


def check_size(data: bytes, *, name: str) -> None:
    """Raise Unreadable for an empty file and for one that is too large."""
    check_length(len(data), name=name)


def opened(data: bytes, *, name: str) -> zipfile.ZipFile:
    """A zip archive whose size, count, ratio and names are within bounds. Raises Unreadable."""
    check_size(data, name=name)
    if not data.startswith(b"PK"):
        raise Unreadable(f"{name} is no zip archive, as .docx, .xlsx and packages are; say its true format.")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeError):
        raise Unreadable(f"{name} is no sound zip archive; it may be cut off: save it anew.") from None
    entries = archive.infolist()
    unpacked, packed = sum(one.file_size for one in entries), sum(one.compress_size for one in entries) or 1
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(f"{name} has {len(entries)} parts; archives up to {MOST_ENTRIES} parts are read.")
    if unpacked > MOST_UNPACKED or (unpacked > _RATIO_FROM and unpacked / packed > MOST_RATIO):
        raise Unreadable(f"{name} unpacks to {unpacked / 1_000_000:.0f} MB, more than questions need.")
    if any(one.flag_bits & 1 for one in entries):
        raise Unreadable(f"{name} is encrypted; save it without a password.")
    if any(_leads_out(one.filename) for one in entries):
        raise Unreadable(f"{name} names parts outside itself; such an archive is not read.")
    return archive


def part(archive: zipfile.ZipFile, path: str, *, name: str) -> bytes | None:
    """The bytes of a part, None when there is none. Raises Unreadable when it is damaged."""
    try:
        with archive.open(path) as packed:
            # What the archive says of sizes may be a lie.
            data = packed.read(MOST_UNPACKED + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error):
        raise Unreadable(f"{name} is damaged in {path}; save it anew.") from None
    if len(data) > MOST_UNPACKED:
        raise Unreadable(f"{name} unpacks to more than questions need.")
    return data


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\")) or ".." in PurePosixPath(path.replace("\\", "/")).parts
