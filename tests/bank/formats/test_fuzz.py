"""No bytes make a reader fail: spoilt files are read, or refused with a sentence.

`TAYARI_FUZZ=20000` tries so many of each format in place of the few that every run tries.
"""

import io
import os
import random
import zipfile

import pytest

from tayari.bank import formats
from tayari.rules.interchange import Unreadable
from tests.rules import contents as made

_MORE = int(os.environ.get("TAYARI_FUZZ", "0"))
_FEW = {"json": 1500, "csv": 500, "xlsx": 50}
_PIECES = [b'"', b"\\ud800", b"1e999", b"null", b"{}", b"\xef\xbb\xbf", "अ".encode(), b"<a>", b"</row>", b"9" * 20]


@pytest.mark.parametrize("name", _FEW)
def test_no_bytes_make_a_reader_fail(name: str) -> None:
    # The seed is fixed, so that a failure stays.
    chance = random.Random(7)  # noqa: S311
    chosen = formats.FORMATS[name]
    assert chosen.read is not None and chosen.write is not None
    data = chosen.write([made.by_kind(kind) for kind in ("single", "numeric", "match")]).data
    for turn in range(_MORE or _FEW[name]):
        packed = name == "xlsx" and turn % 4
        try:
            reading = chosen.read(respoilt(data, chance) if packed else spoilt(data, chance), name="x")
        except Unreadable as refused:
            assert str(refused).endswith(".")
        else:
            assert all(one.content is not None or one.findings for one in reading.found)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, left out or put in, or the end cut off."""
    kept = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(kept) + 1)
        match chance.randrange(4):
            case 0:
                kept[at : at + 1] = bytes([chance.choice(b'{}[]",:;\\\n\r\t\x00\xff=0aeE.-')])
            case 1:
                del kept[at : at + chance.randint(1, 9)]
            case 2:
                kept[at:at] = chance.choice(_PIECES)
            case _:
                del kept[at : None if chance.random() < 0.2 else at + 1]
        kept = kept or bytearray(b"x")
    return bytes(kept)


def respoilt(data: bytes, chance: random.Random) -> bytes:
    """A sound archive with one part of it spoilt."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(kept, "w") as target:
        hit = chance.choice(source.namelist())
        for part in source.namelist():
            target.writestr(part, spoilt(source.read(part), chance) if part == hit else source.read(part))
    return kept.getvalue()
