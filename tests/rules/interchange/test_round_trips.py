"""What is exported, imported and exported again is the same file: for every text format and every kind it can carry."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Reading, aiken, gift, moodle
from tests.rules import contents as made
from tests.rules.interchange.strange import contents

FORMATS = {"aiken": aiken, "gift": gift, "moodle": moodle}
LANGUAGES = ["", "en", "hi"]


def read_back(name: str, data: bytes) -> Reading:
    return moodle.read(tree(data, name="quiz.xml")) if name == "moodle" else FORMATS[name].read(data.decode())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_comes_back(name: str, language: str) -> None:
    each = [{**content, "ref": f"q.{at}"} for at, content in enumerate(made.one_of_each())]
    first = FORMATS[name].write(each, language=language)

    read = read_back(name, first.data)
    second = FORMATS[name].write([one.content for one in read.found if one.content], language=language)

    assert first.count == len(read.imported) > 10
    assert second.data == first.data


@settings(max_examples=90, deadline=None)
@given(content=contents(), name=st.sampled_from(sorted(FORMATS)), language=st.sampled_from(LANGUAGES))
def test_strange_words_come_back(content: dict[str, Any], name: str, language: str) -> None:
    first = FORMATS[name].write([content], language=language)
    if not first.count:
        assert any(finding.rule == "not-written" for finding in first.lost)
        return

    read = read_back(name, first.data)

    assert [one.findings for one in read.found if not one.content] == []
    second = FORMATS[name].write([one.content for one in read.found], language=language)
    assert second.data == first.data
