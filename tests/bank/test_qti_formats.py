"""Packages of QTI: written the same every time, known by what is inside, read back and written again alike."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings

from tayari.bank import formats
from tayari.rules.interchange import Unreadable
from tests.rules import contents as made
from tests.rules.interchange.strange import contents

EACH = [{**content, "ref": f"q.{at}"} for at, content in enumerate(made.one_of_each())]


@pytest.mark.parametrize("form", ["qti2", "qti3"])
def test_every_kind_comes_back(form: str) -> None:
    first = formats.FORMATS[form].write(EACH)

    assert formats.detected(first.data, name="package.zip").name == form
    read = formats.read(first.data, name="package.zip")
    assert len(read.imported) == first.count == len(EACH)
    assert formats.FORMATS[form].write([one.content for one in read.found]).data == first.data


@settings(max_examples=25, deadline=None)
@given(content=contents())
def test_strange_words_come_back(content: dict[str, Any]) -> None:
    first = formats.FORMATS["qti2"].write([content])
    if not first.count:
        assert any(finding.rule == "not-written" for finding in first.lost)
        return
    read = formats.read(first.data, name="package.zip")

    assert [one.findings for one in read.found if not one.content] == []
    assert formats.FORMATS["qti2"].write([one.content for one in read.found]).data == first.data


def test_a_single_item_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(formats.FORMATS["qti3"].write(EACH[:1]).data)) as archive:
        item = archive.read("items/q1.xml")

    assert formats.detected(item, name="item.xml").name == "qti3"
    assert len(formats.read(item, name="item.xml").imported) == 1


def test_a_package_without_questions_is_refused() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("readme.txt", "nothing")

    with pytest.raises(Unreadable):
        formats.read(kept.getvalue(), name="package.zip", form="qti2")
