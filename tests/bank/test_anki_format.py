"""Anki: a package that its database opens, with one note a question and the same name for it at every export."""

import io
import json
import sqlite3
import zipfile
from typing import Any

from tayari.bank import formats
from tests.rules import contents as made

EACH = [{**content, "ref": f"q.{at}", "topics": ["gs2.ir"]} for at, content in enumerate(made.one_of_each())]


def rows(data: bytes, query: str) -> list[tuple[Any, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert json.loads(archive.read("media")) == {}
        held = sqlite3.connect(":memory:")
        held.deserialize(archive.read("collection.anki2"))
    try:
        return held.execute(query).fetchall()
    finally:
        held.close()


def test_every_kind_becomes_a_card_with_its_answer() -> None:
    written = formats.FORMATS["anki"].write(EACH)

    notes = rows(written.data, "select guid, flds, tags from notes order by id")
    assert written.count == len(notes) == len(EACH)
    assert len({guid for guid, _, _ in notes}) == len(EACH)
    assert rows(written.data, "select count(*) from cards join notes on notes.id = nid")[0][0] == len(EACH)
    told = {fields.split("\x1f")[4]: fields.split("\x1f") for _, fields, _ in notes}
    question, options, answer, reasons, _ = told["q.0"]
    assert question == '<div lang="en">Consider:</div><div lang="hi">हि Consider:</div>'
    assert options.count('class="option"') == 4
    assert answer == '<div class="option"><b>(a)</b> <div lang="en">Text a</div><div lang="hi">हि Text a</div></div>'
    assert "Why b." in reasons
    assert all(fields[2] for fields in told.values())
    assert {tags for _, _, tags in notes} == {" gs2::ir "}


def test_a_changed_question_keeps_its_name_and_number() -> None:
    changed = {**EACH[0], "stem": {"en": "Consider again:"}}
    first, second = (formats.FORMATS["anki"].write([content]) for content in (EACH[0], changed))

    names = [rows(one.data, "select id, guid, mid from notes") for one in (first, second)]
    assert names[0] == names[1]


def test_a_question_without_a_key_is_no_card() -> None:
    draft = made.question("single", options=[{"id": name, "text": {"en": name}} for name in "ab"])

    written = formats.FORMATS["anki"].write([draft])

    assert written.count == 0
    assert [(finding.level, finding.rule) for finding in written.lost] == [("error", "not-written")]
