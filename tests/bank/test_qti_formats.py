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


def test_a_test_is_no_question_of_its_package() -> None:
    kept = io.BytesIO(formats.FORMATS["qti2"].write(EACH[:1]).data)
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("test.xml", '<assessmentTest><assessmentItemRef href="items/q1.xml"/></assessmentTest>')

    assert [one.findings for one in formats.read(kept.getvalue(), name="package.zip").found if not one.content] == []


def test_a_course_of_canvas_holds_each_quiz_twice_and_gives_it_once() -> None:
    item = (
        b'<questestinterop><item ident="i" title="Q"><presentation><material><mattext>Which?</mattext></material>'
        b'<response_lid ident="r"><render_choice><response_label ident="1"><material><mattext>A</mattext></material>'
        b'</response_label><response_label ident="2"><material><mattext>B</mattext></material></response_label>'
        b"</render_choice></response_lid></presentation></item></questestinterop>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for path in ("abc/assessment_qti.xml", "non_cc_assessments/abc.xml.qti", "other/assessment_qti.xml"):
            archive.writestr(path, item)

    assert formats.detected(kept.getvalue(), name="course.imscc").name == "qti12"
    assert len(formats.read(kept.getvalue(), name="course.imscc").found) == 2
