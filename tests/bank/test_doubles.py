"""Doubles are found among many questions with few queries, in both languages."""

from typing import Any

import pytest

from tayari.bank.actions import drafts, questions
from tayari.bank.models import Mark
from tayari.bank.queries import doubles
from tests.factories.questions import NOW, facts, how_many, single

pytestmark = pytest.mark.django_db


def kept(ref: str, **change: Any) -> None:
    drafts.keep(content={**how_many(ref), **change}, by=None, now=NOW)


def test_the_same_in_hindi_alone_is_found() -> None:
    facts()
    content = how_many("q.one")
    other = how_many("q.two")
    for place, row in enumerate((other["stem"], *(one["text"] for one in other["statements"]))):
        row["en"] = f"Something else altogether stands in place number {place}"
        row["hi"] = row["hi"].replace("q.two", "q.one")
    questions.cut_version(content=content, by=None, now=NOW)

    found = doubles.alike_to(other)

    assert [(one.ref, one.language, one.alike) for one in found] == [("q.one", "hi", 1.0)]


def test_another_question_is_no_double_and_neither_is_itself() -> None:
    facts()
    question = questions.cut_version(content=how_many("q.one"), by=None, now=NOW).question
    questions.cut_version(content=single("q.two"), by=None, now=NOW)

    assert doubles.alike_to(how_many("q.one"), but=question.pk) == []


def test_many_questions_are_searched_in_four_queries(django_assert_max_num_queries: Any) -> None:
    facts()
    for number in range(30):
        kept(f"q.{number}", stem={"en": f"Number {number} {'x' * number} asks otherwise", "hi": f"संख्या {number}"})

    with django_assert_max_num_queries(4):
        found = doubles.alike_to({**how_many("q.new"), "stem": {"en": "Number 7 xxxxxxx asks otherwise"}})
    with django_assert_max_num_queries(2):
        pairs = doubles.pairs()

    assert found[0].ref == "q.7"
    assert pairs and all(pair.alike >= 0.7 for pair in pairs)


def test_marks_follow_what_is_asked() -> None:
    facts()
    question = questions.cut_version(content=how_many(), by=None, now=NOW).question
    before = set(Mark.objects.values_list("value", flat=True))
    content = how_many()
    content["statements"][0]["text"]["en"] = "Quite another sentence about the first of the editions."

    questions.cut_version(content=content, by=None, now=NOW)

    after = set(question.marks.values_list("value", flat=True))
    assert after != before and after & before


def test_a_draft_without_a_kind_is_refused() -> None:
    with pytest.raises(questions.Refused, match="a draft needs a ref and a kind"):
        drafts.keep(content={"ref": "q.x"}, by=None, now=NOW)


def test_an_unfinished_draft_is_kept_and_has_no_marks() -> None:
    question = drafts.keep(content={"ref": "q.x", "kind": "single", "difficulty": "easy"}, by=None, now=NOW)

    assert (question.state, question.difficulty, question.marks.count()) == ("draft", "easy", 0)


def test_a_draft_of_a_published_question_leaves_what_is_published() -> None:
    facts()
    version = questions.cut_version(content=how_many(), by=None, now=NOW)

    drafts.keep(content={**how_many(), "difficulty": "hard"}, by=None, now=NOW)
    question = version.question
    question.refresh_from_db()

    assert (question.difficulty, question.state, question.has_unpublished_changes) == ("medium", "ready", True)
    assert question.get_latest_revision_as_object().content["difficulty"] == "hard"


def test_a_pack_that_is_loaded_over_a_draft_takes_its_place() -> None:
    facts()
    question = questions.cut_version(content=how_many(), by=None, now=NOW).question
    drafts.keep(content={**how_many(), "difficulty": "hard"}, by=None, now=NOW)

    questions.cut_version(content={**how_many(), "difficulty": "easy"}, by=None, now=NOW)

    question.refresh_from_db()
    assert question.get_latest_revision_as_object().content["difficulty"] == "easy"
    assert not question.has_unpublished_changes
