"""Bytes as text: every encoding that questions come in, and what is refused with a sentence."""

import io
import zipfile

import pytest

from tayari.bank import formats
from tayari.bank.formats import limits
from tayari.bank.formats.decoding import decoded
from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Unreadable

WORDS = "Which? é नमस्ते\nA. क्\u200dष\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_of_unicode_gives_the_same_text(encoding: str, line_end: str) -> None:
    text = "Question 1, in letters. " + WORDS

    found = decoded(text.replace("\n", line_end).encode(encoding), name="x.txt")

    assert found.text == text
    assert found.findings == ()


def test_western_letters_are_read_and_told_with_their_line() -> None:
    found = decoded("One\nThe “café”, 5 €".encode("cp1252"), name="x.txt")

    assert found.text == "One\nThe “café”, 5 €"
    assert [(one.where, one.level, one.rule) for one in found.findings] == [("line 2", "warning", "supposed-encoding")]


def test_text_is_one_form_of_its_letters_and_keeps_joiners() -> None:
    raw = "e\u0301 \u0929 a\xa0b\u2028c\x0bd\ufeff\x07 क्\u200dष र्\u200cय"

    assert decoded(raw.encode(), name="x").text == "\u00e9 \u0929 a b\nc\nd क्\u200dष र्\u200cय"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty (0 bytes)"),
        (b"\n \n", "nothing but space"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "the old format of Word or Excel"),
        (b"%PDF-1.7", "is a PDF"),
        (b"a\x00b", "not text but a binary file"),
        (b"ok\n\x81\x8d", "not UTF-8 text from line 2 on"),
        (b"\xff\xfeabc", "begins as UTF-16"),
        (bytes(range(256)), "is not text"),
    ],
)
def test_what_is_no_text_gets_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=r"^x\.csv .*\.$") as refused:
        decoded(data, name="x.csv")
    assert words in str(refused.value) or "UTF-8" in str(refused.value)


def test_a_file_that_is_too_large_is_refused_by_its_length() -> None:
    with pytest.raises(Unreadable, match="has 200 MB; files up to 50 MB are read"):
        limits.check_length(200_000_000, name="x.csv")


def archive(*parts: tuple[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts:
            made.writestr(name, data)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive(("a.xml", b"x"))[:-10], "no sound zip archive"),
        (archive(("a.xml", b"0" * 20_000_000)), "unpacks to 20 MB"),
        (archive(*((f"{at}", b"") for at in range(5001))), "has 5001 parts"),
        (archive(("../a.xml", b"x")), "names parts outside itself"),
        (archive(("/a.xml", b"x")), "names parts outside itself"),
    ],
)
def test_an_archive_beyond_bounds_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        limits.opened(data, name="x.zip")


def test_a_damaged_part_is_refused_and_one_that_is_missing_is_none() -> None:
    data = archive(("a.xml", bytes(range(256)) * 9))
    broken = data.replace(data[60:80], b"\xff" * 20, 1)

    assert limits.part(limits.opened(data, name="x"), "b.xml", name="x") is None
    with pytest.raises(Unreadable, match=r"damaged in a\.xml"):
        limits.part(limits.opened(broken, name="x"), "a.xml", name="x")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<a", "no sound XML from line 1"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a DTD"),
        (b'<!DOCTYPE a SYSTEM "http://x/y"><a/>', "declares a DTD"),
        (b"<a>" * 200 + b"</a>" * 200, "nests its XML"),
        (b'<?xml version="1.0" encoding="none-such"?><a/>', "no sound XML|encoding that is not known"),
    ],
)
def test_xml_that_could_hurt_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        tree(data, name="x.xml")


def test_a_wrong_ending_is_told_and_an_unknown_one_asks_for_the_format() -> None:
    told = formats.read(b'[{"kind": "single", "stem": {"en": "x"}}]', name="x.txt2", form="json")

    assert [(one.level, one.rule) for one in told.findings] == [("advice", "wrong-extension")]
    with pytest.raises(Unreadable, match="--format json or --format csv"):
        formats.read(b"[]", name="x.txt2")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("cut.zip", archive(("a.xml", b"x"))[:-10], "no sound zip archive; it may be cut off"),
        ("bomb.zip", archive(("a.xml", b"0" * 20_000_000)), "unpacks to 20 MB"),
        ("book.docx", archive(("xl/workbook.xml", b"<a/>")), "is an Excel workbook and no Word document"),
        ("paper.xlsx", archive(("word/document.xml", b"<a/>")), "is a Word document and no workbook"),
        ("rows.xlsx", b"Question,Answer", "is no zip archive, as"),
        ("paper.odt", archive(("content.xml", b"<a/>")), r"not read; save it as \.docx"),
    ],
)
def test_what_is_under_a_wrong_name_is_told_as_what_it_is(name: str, data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        formats.read(data, name=name)
