"""Moodle's formats in the table: bytes in every encoding, recognised by their signs where they share an ending."""

import pytest

from tayari.bank import formats
from tayari.rules.interchange import Unreadable
from tests.rules import contents as made

AIKEN = "पहला?\r\nA) One\r\nB) Two\r\nANSWER: B\r\n"
GIFT = "::q.a::पहला?{=one ~two}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("text", "form"), [(AIKEN, "aiken"), (GIFT, "gift")])
def test_a_text_file_is_recognised_and_read(text: str, form: str, encoding: str) -> None:
    data = text.encode(encoding)

    assert formats.detected(data, name="questions.txt").name == form
    found = formats.read(data, name="questions.txt").found
    assert [one.content["stem"] for one in found if one.content] == [{"hi": "पहला?"}]


def test_western_letters_are_read_and_told() -> None:
    reading = formats.read("Caf\xe9?{=yes ~no}".encode("cp1252"), name="questions.gift")

    assert [finding.rule for finding in reading.every_finding()] == ["supposed-encoding"]
    assert [one.content["stem"] for one in reading.found if one.content] == [{"en": "Café?"}]


def test_gift_keeps_both_languages_and_aiken_one() -> None:
    content = made.single(True, False, False, False)

    assert "हि" in formats.FORMATS["gift"].write([content]).data.decode()
    assert "हि" not in formats.FORMATS["aiken"].write([content]).data.decode()
    assert "हि" in formats.FORMATS["aiken"].write([content], language="hi").data.decode()


BOMB = b'<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz><question type="essay"/>&b;</quiz>'


@pytest.mark.parametrize(
    "data", [BOMB, b"<quiz>", b"<?xml version='1.0' encoding='x-none'?><quiz/>", b"<quiz>" * 200 + b"</quiz>" * 200]
)
def test_unsound_xml_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"quiz\.xml"):
        formats.read(data, name="quiz.xml")


def test_moodle_xml_comes_and_goes() -> None:
    written = formats.FORMATS["moodle-xml"].write(made.one_of_each())

    assert len(formats.read(written.data, name="quiz.xml").imported) == written.count == 19
