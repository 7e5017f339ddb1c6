"""Bytes as text: UTF-8 with or without its mark, UTF-16, and Windows' western letters, which are told."""

import codecs
import re
from dataclasses import dataclass
from pathlib import PurePath

from tayari.bank.formats.limits import check_size
from tayari.rules.interchange import Finding, Unreadable
from tayari.rules.interchange.cleaning import clean

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 8_000
_INSTEAD = dict.fromkeys((".odt", ".rtf", ".pages"), ".docx") | dict.fromkeys((".ods", ".numbers"), ".xlsx")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file in NFC with `\\n` as line end; `findings` say what had to be supposed."""

    text: str
    findings: tuple[Finding, ...] = ()


def decoded(data: bytes, *, name: str, tidy: bool = True) -> Decoded:
    """The text of a file; as it stands but for line ends when not `tidy`. Raises Unreadable."""
    check_size(data, name=name)
    _refuse_containers(data, name)
    encoding = _encoding(data)
    findings: tuple[Finding, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise Unreadable(f"{name} begins as {encoding.upper()} and is not; save it as UTF-8.") from None
        text, findings = _western(data, name, error.start), (_supposed(data, error.start),)
    if "\0" in text:
        raise Unreadable(f"{name} is not text but a binary file.")
    text = clean(text) if tidy else text
    if not text.strip():
        raise Unreadable(f"{name} holds nothing but space; there is nothing to import.")
    return Decoded(text, findings)


def _refuse_containers(data: bytes, name: str) -> None:
    if data.startswith(_ZIP):
        raise Unreadable(f"{name} is a zip archive (as .docx, .xlsx and packages are), not text; say its true format.")
    refuse_old(data, name)


def refuse_old(data: bytes, name: str) -> None:
    """Raise Unreadable for what no format of ours reads, with what to give instead."""
    instead = _INSTEAD.get(PurePath(name).suffix.lower())
    if instead:
        raise Unreadable(f"{name} is in a format that is not read; save it as {instead}.")
    if data.startswith(_OLE):
        raise Unreadable(f"{name} is in the old format of Word or Excel; save it as .docx or .xlsx.")
    if data.startswith(_PDF):
        raise Unreadable(f"{name} is a PDF, which is not read; give the document that it was made of.")


def _encoding(data: bytes) -> str:
    marked = next((code for mark, code in _MARKS if data.startswith(mark)), "")
    if marked:
        return marked
    start = data[:_LOOKED_AT]
    # UTF-16 without its mark: what is not Indic has every second byte zero.
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2 or 1
    if odd > half * 0.2 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.2 and odd < half * 0.02:
        return "utf-16-be"
    return "utf-8"


def _western(data: bytes, name: str, at: int) -> str:
    """Windows' western letters, when nothing speaks against them. Raises Unreadable."""
    line = data.count(b"\n", 0, at) + 1
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or _BINARY.search(data):
        raise Unreadable(f"{name} is not UTF-8 text from line {line} on; save it as UTF-8.")
    return text


def _supposed(data: bytes, at: int) -> Finding:
    line = data.count(b"\n", 0, at) + 1
    words = "The file is not UTF-8 here; it was read as Windows-1252. Compare its special letters, or save it as UTF-8."
    return Finding(f"line {line}", "warning", "supposed-encoding", words)
