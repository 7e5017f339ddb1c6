"""What is broken, blown up or no Word document at all: one sentence each, never a crash."""

import random
import zipfile
from io import BytesIO

import pytest

from tayari.bank.formats import read
from tayari.bank.formats import word as reader
from tayari.rules.interchange import Unreadable
from tests.bank.formats.word.traps import TRAPS
from tests.factories import documents as word

_ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
_DEEP = "<w:smartTag>" * 2_000 + "</w:smartTag>" * 2_000
_GOOD = word.document(word.paragraphs("1. River?\n(a) Ganga\n(b) Delhi"))

BROKEN = {
    "nothing": (b"", "0 bytes"),
    "words": (b"1. River?", "not a Word document"),
    "Word's old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "old format"),
    "a zip cut off": (_GOOD[: len(_GOOD) // 2], "no sound zip archive"),
    "another archive": (word.packed({"x.txt": "no"}), "has no word/document.xml"),
    "XML cut off": (word.packed({"word/document.xml": "<w:document"}), "no sound XML"),
    "entities": (word.document(head=_ENTITIES), "DTD"),
    "a bomb": (word.packed({"word/document.xml": b" " * 30_000_000}), "unpacks to 30 MB"),
    "tags in tags": (word.document(word.paragraph(_DEEP)), "deep"),
    "no words": (word.document(word.paragraph("")), "no words"),
    "parts outside": (word.packed({"../word/document.xml": "<a/>"}), "outside"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_read_is_told_in_a_sentence(case: str) -> None:
    data, words = BROKEN[case]

    with pytest.raises(Unreadable, match=words):
        read(data, name="test.docx")


def test_a_file_with_a_wrong_ending_is_read_when_its_format_is_said() -> None:
    reading = read(_GOOD, name="test.txt", form="docx")

    assert len(reading.found) == 1
    assert reading.findings[0].rule == "wrong-extension"


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    """The archive with some bytes of its XML changed, packed soundly again, or with bytes of the archive changed."""
    if chance.random() < 0.3:
        made = bytearray(data)
        for _ in range(chance.randrange(1, 8)):
            made[chance.randrange(len(made))] = chance.randrange(256)
        return bytes(made[: chance.randrange(len(made) // 2, len(made) + 1)])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    cut = [piece for piece in parts[name].replace("<", "\0<").split("\0")]
    for _ in range(chance.randrange(1, 6)):
        at, other = chance.randrange(len(cut)), chance.randrange(len(cut))
        match chance.randrange(3):
            case 0:
                cut[at], cut[other] = cut[other], cut[at]
            case 1:
                cut[at] = cut[at].replace('"1"', '"-7"').replace('"a"', '"९"')
            case _:
                cut[at] += chance.choice(["(a)", "1.", "\t", "Ans. (b)", "क", "*", "1-b, 2-c"])
    return word.packed({**parts, name: "".join(cut).encode("latin-1", "replace")})


def test_spoilt_documents_are_read_or_refused() -> None:
    chance = random.Random(7)  # noqa: S311  it only has to be the same each time
    documents = [data for data, _ in TRAPS.values()]
    read_well = 0

    for number in range(250):
        try:
            spoilt = _spoilt(documents[number % len(documents)], chance)
            read_well += len(reader.read(spoilt, name="test.docx").found) > 0
        except Unreadable as error:
            assert str(error).endswith(".")

    assert read_well > 25
