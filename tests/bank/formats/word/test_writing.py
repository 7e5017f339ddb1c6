"""A Word document that we write reads back as it was, and is the same when it is written again."""

from typing import Any

from hypothesis import given, settings

from tayari.bank.formats import read
from tayari.bank.formats.word import write
from tests.factories import documents as word
from tests.rules import contents as made
from tests.rules.interchange.questions import QUESTIONS


def test_every_kind_comes_back() -> None:
    each = [{**content, "ref": f"q.{at}"} for at, content in enumerate(made.one_of_each())]

    written = write(each)
    reading = read(written.data, name="test.docx")

    assert written.count == len(each)
    assert [one.content for one in reading.found] == each
    assert [one.number for one in reading.found] == [str(number) for number in range(1, len(each) + 1)]
    assert not reading.every_finding()


@settings(max_examples=25, deadline=None)
@given(QUESTIONS)
def test_strange_words_come_back(contents: list[dict[str, Any]]) -> None:
    written = write(contents)

    found = [one.content for one in read(written.data, name="test.docx").found]

    assert found == contents
    assert write([content for content in found if content]).data == written.data


def test_a_row_a_question_under_our_columns_is_read_too() -> None:
    data = word.document(
        word.table(["Kind", "Question", "Option A", "Option B", "Answer"], ["single", "River?", "Ganga", "Delhi", "A"])
    )

    [one] = read(data, name="test.docx").found

    assert one.content
    assert [row["true"] for row in one.content["options"]] == [True, False]
