"""Every string a reader sees has its Hindi, and the compiled catalogue is that of the written one."""

import re
from pathlib import Path

import pytest

import tayari
from tayari.ui import catalogue
from tayari.ui.catalogue import Entry, Message

ROOT = Path(tayari.__file__).parent
FOLDER = ROOT / "ui" / "locale" / "hi" / "LC_MESSAGES"
_VARIABLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


@pytest.fixture(scope="module")
def entries() -> dict[Message, Entry]:
    return catalogue.read((FOLDER / "django.po").read_text(encoding="utf-8"))


def test_every_message_has_its_hindi(entries: dict[Message, Entry]) -> None:
    found = catalogue.in_program(ROOT)

    missing = catalogue.untranslated(entries, found)

    assert len(found) > 100
    assert not missing, "No Hindi yet (add it, then run bin/translations): " + "; ".join(
        f"{message.words!r} in {', '.join(found[message])}" for message in missing
    )


def test_no_translation_is_left_over(entries: dict[Message, Entry]) -> None:
    found = catalogue.in_program(ROOT)

    assert [message.words for message, entry in entries.items() if not entry.kept and message not in found] == []


def test_a_translation_uses_the_variables_of_its_message(entries: dict[Message, Entry]) -> None:
    wrong = [
        message.words
        for message, entry in entries.items()
        for text in entry.translations
        if text and not set(_VARIABLE.findall(text)) <= set(_VARIABLE.findall(f"{message.words} {message.plural}"))
    ]

    assert wrong == []


def test_a_translation_is_written_in_devanagari_with_latin_digits(entries: dict[Message, Entry]) -> None:
    texts = [text for entry in entries.values() for text in entry.translations if text]

    assert [text for text in texts if re.search("[०-९]", text)] == []


def test_the_compiled_catalogue_is_up_to_date(entries: dict[Message, Entry]) -> None:
    header = (FOLDER / "django.po").read_text(encoding="utf-8").split("\n\n")[0]
    text = re.findall(r'msgstr "(.*)"', header)[0].encode().decode("unicode_escape")

    assert (FOLDER / "django.mo").read_bytes() == catalogue.compiled(entries, text)
