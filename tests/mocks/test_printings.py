"""Freezing a paper."""

from datetime import timedelta

import pytest

from tayari.bank.models import VersionKey
from tayari.mocks.actions import printings
from tayari.mocks.models import Paper, PaperQuestion, Printing, PrintingQuestion
from tests.factories import papers
from tests.factories.questions import NOW, both, how_many, published

pytestmark = pytest.mark.django_db


def test_marks_become_whole_numbers_over_one_denominator() -> None:
    printing = papers.printing(2)

    rows = printing.questions.values_list("number", "right", "wrong", "blank")

    assert printing.denominator == 3
    assert list(rows) == [(1, 6, -2, 0), (2, 6, -2, 0)]
    assert [row.keys.get().key for row in printing.questions.all()] == [["a"], ["b"]]


def test_the_same_paper_returns_the_printing_there_is() -> None:
    first = papers.printing(2)

    again = printings.freeze(first.paper, by=None, now=NOW + timedelta(days=1))

    assert again.pk == first.pk
    assert Printing.objects.count() == 1


@pytest.mark.parametrize(
    "change", [{"paper_ms": 60_000}, {"languages": ["en"]}, {"marking": {"right": "1", "wrong": "-1/3", "blank": "0"}}]
)
def test_a_changed_paper_gets_the_next_printing_and_the_old_one_stays(change: dict[str, object]) -> None:
    first = papers.printing(2)
    Paper.objects.filter(pk=first.paper_id).update(**change)

    second = printings.freeze(first.paper, by=None, now=NOW)

    assert second.number == 2
    assert Printing.objects.get(number=1).body_hash == first.body_hash


def test_a_key_that_flipped_gets_a_new_printing_so_that_old_sittings_keep_theirs() -> None:
    first = papers.printing(1)
    version = first.questions.get().version
    VersionKey.objects.create(version=version, key=["d"], as_of=NOW.date(), at=NOW + timedelta(hours=1))

    second = printings.freeze(first.paper, by=None, now=NOW)

    assert second.pk != first.pk
    assert first.questions.get().keys.get().key == ["a"]
    assert second.questions.get().keys.get().key == ["d"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"question_ms": 19_000, "navigation": "free"}, "a clock for each question needs navigation: forward"),
        ({"marking": {"right": "2", "wrong": "-0.66"}}, "'-0.66' is rounded"),
        ({"marking": {"right": "2", "wrong": "2/3"}}, "a wrong answer or a blank earns marks"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(values: dict[str, object], said: str) -> None:
    paper = papers.paper(1, **values)

    with pytest.raises(printings.PaperRefused, match=said):
        printings.freeze(paper, by=None, now=NOW)

    assert Printing.objects.count() == 0


def test_a_paper_without_questions_is_refused() -> None:
    with pytest.raises(printings.PaperRefused, match="india-us: the paper has no questions"):
        printings.freeze(papers.paper(0), by=None, now=NOW)


def test_a_question_that_was_never_published_is_named() -> None:
    paper = papers.paper(1)
    question = published(how_many()).question
    question.versions.get().keys.all().delete()
    PaperQuestion.objects.create(paper=paper, question=question, number=2)

    with pytest.raises(printings.PaperRefused, match=r"q\.places has no published version"):
        printings.freeze(paper, by=None, now=NOW)


def test_a_failure_at_the_last_step_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = papers.paper(1)

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("tayari.mocks.actions.printings.entries.record", broken)

    with pytest.raises(RuntimeError):
        printings.freeze(paper, by=None, now=NOW)

    assert (Printing.objects.count(), PrintingQuestion.objects.count()) == (0, 0)


def test_the_body_holds_no_key_and_no_reason() -> None:
    printing = papers.printing(2)

    assert "SECRET-WHY" not in repr(printing.body)
    assert set(printing.body["1"]) == {"kind", "stem", "ask", "options"}
    assert printing.body["1"]["options"][0] == {"id": "a", "text": both("The answer a of q.india-us.1")}
