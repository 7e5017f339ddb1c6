"""A file's questions wait for a person, become drafts all or none, and are undone where nobody worked on them."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tayari.audit.models import Entry
from tayari.bank.actions import drafts, imports, questions
from tayari.bank.actions.imports import keeping
from tayari.bank.models import ImportBatch, ImportedQuestion, Mark, Question
from tayari.mocks.models import PaperQuestion
from tayari.rules.interchange import Finding, Found, Picture, Reading, Unreadable
from tests.factories import papers
from tests.factories.imports import batch, content, found
from tests.factories.questions import NOW, facts, single

pytestmark = pytest.mark.django_db
State, Fate = ImportBatch.State, ImportedQuestion.Fate


def acts() -> list[str]:
    return list(Entry.objects.filter(action__startswith="imports.").order_by("pk").values_list("action", flat=True))


def fates(taken: ImportBatch) -> list[str]:
    return list(taken.questions.values_list("fate", flat=True))


def test_a_file_is_taken_with_all_that_was_found_and_nothing_is_in_the_bank() -> None:
    unread = Found("line 40", "5. [audio]", None, "5", "doubtful", (Finding("line 40", "error", "kind", "a sound"),))
    reading = Reading(
        (found(1), found(2, key=""), unread),
        (Finding("the file", "warning", "encoding", "read as cp1252"),),
        (Picture("p1.png", b"\x89PNG", "A map"),),
    )

    taken = batch(reading=reading, data=b"abc", file_name="C:\\papers\\Rivers, part 1.txt")

    assert (taken.file_name, taken.found, taken.state) == ("Rivers, part 1.txt", 3, State.REVIEW)
    assert bytes(taken.original.data) == b"abc" and bytes(taken.pictures.get().data) == b"\x89PNG"
    assert [one["message"] for one in taken.findings] == ["read as cp1252"]
    assert taken.languages == ["en"]
    rows = list(taken.questions.all())
    assert [(row.fate, row.needs_look) for row in rows] == [("new", False), ("new", True), ("unreadable", True)]
    assert rows[0].content is not None and rows[2].content is None
    assert rows[0].content["ref"] == f"import.rivers-part-1.1-{rows[0].identity[:8]}"
    assert (rows[0].content["provenance"], rows[0].content["source"]) == ("imported", "Rivers, part 1.txt, 1")
    assert not Question.objects.exists() and acts() == ["imports.taken"]


def test_the_same_file_finds_the_batch_that_is_there_until_it_is_undone() -> None:
    first = batch(1, 2)

    assert batch(1, 2) == first and batch(1, 2, format="gift") != first
    imports.undo(batch=first, by=None, now=NOW)
    assert batch(1, 2) != first


def test_a_file_without_a_question_is_not_taken() -> None:
    with pytest.raises(Unreadable, match="No question was found"):
        batch(reading=Reading(()))
    with pytest.raises(Unreadable, match="is empty"):
        batch(1, data=b"")


def test_kept_questions_are_drafts_that_name_their_source_and_find_their_doubles() -> None:
    kept = imports.keep(batch=batch(1, 2, 3), by=None, now=NOW)

    made = list(Question.objects.order_by("pk"))
    assert kept.state == State.KEPT and [one.pk for one in made] == list(
        kept.questions.values_list("question", flat=True)
    )
    assert {(one.state, one.provenance, tuple(one.languages)) for one in made} == {("draft", "imported", ())}
    assert made[0].versions.count() == 0 and Mark.objects.filter(question=made[0]).exists()
    assert acts() == ["imports.taken", "imports.keeping", "imports.kept"]
    assert imports.keep(batch=kept, by=None, now=NOW).state == State.KEPT and Question.objects.count() == 3


def test_the_same_question_again_makes_no_second() -> None:
    imports.keep(batch=batch(1, 2), by=None, now=NOW)
    again = batch(2, 3, 3, file_name="Others.txt")

    assert fates(again) == [Fate.DUPLICATE, Fate.NEW, Fate.LEFT_OUT]
    assert again.questions.first().double_of == Question.objects.get(ref__contains=".2-")
    imports.keep(batch=again, by=None, now=NOW)
    assert Question.objects.count() == 3


def test_two_files_reviewed_at_once_make_one_question_of_what_both_have() -> None:
    one, two = batch(1, 2), batch(2, 3, file_name="Others.txt")
    imports.keep(batch=one, by=None, now=NOW)
    imports.keep(batch=two, by=None, now=NOW)

    assert Question.objects.count() == 3 and fates(two) == [Fate.DUPLICATE, Fate.NEW]


def test_a_question_of_the_bank_comes_back_as_itself_and_another_under_its_ref_gets_one_of_its_own() -> None:
    facts()
    questions.cut_version(content=single("q.one"), by=None, now=NOW)
    changed = content(1, ref="q.one")
    other = content(2, ref="q.two")
    reading = Reading(tuple(Found("row", "", one) for one in (single("q.one"), changed, other)))

    imports.keep(batch=batch(reading=reading), by=None, now=NOW)

    rows = list(ImportedQuestion.objects.order_by("position"))
    assert [(row.fate, row.alike) for row in rows] == [("duplicate", 100), ("new", None), ("new", None)]
    assert rows[1].findings[0]["rule"] == "ref-taken" and rows[1].question.ref.startswith("import.rivers-part-1.")
    assert rows[2].question.ref == "q.two"
    assert Question.objects.get(ref="q.one").content["stem"] == single("q.one")["stem"]


def test_what_reads_alike_is_shown_and_not_taken_for_the_same() -> None:
    imports.keep(batch=batch(1), by=None, now=NOW)
    nearly = content(1, key="c")

    taken = batch(reading=Reading((Found("line 1", "", nearly),)))

    row = taken.questions.get()
    assert (row.fate, row.alike, row.needs_look, row.findings[0]["rule"]) == ("new", 100, True, "asks-the-same")


def test_only_what_is_chosen_is_kept_and_what_cannot_be_read_cannot_be_chosen() -> None:
    taken = batch(reading=Reading((found(1), found(2), Found("line 9", "?", None))))

    with pytest.raises(imports.NotNow, match=r"question 3 of .* cannot be brought in"):
        imports.keep(batch=taken, chosen=[1, 3], by=None, now=NOW)
    with pytest.raises(imports.NotNow, match=r"nothing of .* is chosen"):
        imports.keep(batch=taken, chosen=[], by=None, now=NOW)
    imports.keep(batch=taken, chosen=[2], by=None, now=NOW)

    assert fates(taken) == [Fate.LEFT_OUT, Fate.NEW, Fate.UNREADABLE] and Question.objects.count() == 1


def _failing_at(monkeypatch: pytest.MonkeyPatch, ref: str, failure: BaseException) -> None:
    keep = drafts.keep

    def failing(**told: Any) -> Question:
        if ref in told["content"]["ref"]:
            raise failure
        return keep(**told)

    monkeypatch.setattr(keeping.drafts, "keep", failing)


def test_a_failure_in_the_middle_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SLICE", 2)
    taken = batch(1, 2, 3, 4, 5)
    with monkeypatch.context() as broken:
        _failing_at(broken, ".4-", OSError("the disk is full"))
        with pytest.raises(OSError):
            imports.keep(batch=taken, by=None, now=NOW)

    taken.refresh_from_db()
    assert taken.state == State.REVIEW and not Question.objects.exists()
    assert Entry.objects.get(action="imports.failed").reason == "OSError: the disk is full"
    assert imports.keep(batch=taken, by=None, now=NOW).state == State.KEPT and Question.objects.count() == 5


def test_what_was_cut_short_goes_on_where_it_stopped_or_is_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SLICE", 2)
    one, two = batch(1, 2, 3, 4, 5), batch(6, 7, 8, file_name="Others.txt")
    with monkeypatch.context() as broken:
        _failing_at(broken, ".4-", KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            imports.keep(batch=one, by=None, now=NOW)
        _failing_at(broken, ".8-", KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            imports.keep(batch=two, by=None, now=NOW)
    one.refresh_from_db()
    assert one.state == State.KEEPING and Question.objects.count() == 4

    imports.keep(batch=one, by=None, now=NOW)
    assert len(imports.undo(batch=two, by=None, now=NOW).removed) == 2
    assert Question.objects.count() == 5


def test_no_transaction_makes_more_than_a_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SLICE", 2)
    sizes: list[int] = []
    inner = keeping._slice

    def counted(*told: Any, **named: Any) -> bool:
        before = Question.objects.count()
        more = inner(*told, **named)
        sizes.append(Question.objects.count() - before)
        return more

    monkeypatch.setattr(keeping, "_slice", counted)
    imports.keep(batch=batch(1, 2, 3, 4, 5), by=None, now=NOW)

    assert sizes == [2, 2, 1]


def test_undo_removes_what_nobody_touched_and_lists_the_rest() -> None:
    facts()
    taken = imports.keep(batch=batch(1, 2, 3, 4), by=None, now=NOW)
    plain, edited, published, set_in_paper = Question.objects.order_by("pk")
    drafts.keep(content={**edited.content, "difficulty": "hard"}, by=None, now=NOW)
    questions.cut_version(content={**single("x"), "ref": published.ref}, by=None, now=NOW)
    PaperQuestion.objects.create(paper=papers.paper(1), question=set_in_paper, number=2)

    done = imports.undo(batch=taken, by=None, now=NOW)

    assert done.removed == (plain.ref,)
    assert done.stayed == (
        (edited.ref, "edited since"),
        (published.ref, "published since"),
        (set_in_paper.ref, "stands in a paper"),
    )
    told = Entry.objects.get(action="imports.undone").data
    assert told["removed"] == [plain.ref] and len(told["stayed"]) == 3
    with pytest.raises(imports.NotNow, match="was undone"):
        imports.keep(batch=taken, by=None, now=NOW)


def test_what_was_undone_can_be_brought_again() -> None:
    first = imports.keep(batch=batch(1, 2), by=None, now=NOW)
    refs = set(Question.objects.values_list("ref", flat=True))
    imports.undo(batch=first, by=None, now=NOW)

    imports.keep(batch=batch(1, 2), by=None, now=NOW)

    assert set(Question.objects.values_list("ref", flat=True)) == refs


def test_a_reviewer_changes_and_leaves_out_single_ones() -> None:
    taken = batch(reading=Reading((found(1, key=""), found(2), found(3))))
    imports.decide(batch=taken, position=2, take=False, by=None, now=NOW)
    imports.decide(batch=taken, position=3, take=False, by=None, now=NOW)
    imports.decide(batch=taken, position=3, take=True, by=None, now=NOW)
    row = imports.change(batch=taken, position=1, content=content(1, key="d", ref="Not a ref"), by=None, now=NOW)

    assert row.content is not None and row.content["ref"].startswith("import.") and not row.needs_look
    imports.keep(batch=taken, by=None, now=NOW)
    assert [one.content["options"][3].get("true") for one in Question.objects.order_by("pk")] == [True, False]
    with pytest.raises(imports.NotNow, match="is kept and not reviewed any more"):
        imports.decide(batch=taken, position=2, take=True, by=None, now=NOW)


def test_taking_and_keeping_ask_few_queries(django_assert_max_num_queries: Any) -> None:
    imports.keep(batch=batch(*range(1, 20)), by=None, now=NOW)
    with django_assert_max_num_queries(16):
        batch(*range(10, 60), file_name="Others.txt")


def test_two_rows_of_one_content_cannot_both_have_a_question() -> None:
    taken = imports.keep(batch=batch(1, 2), by=None, now=NOW)
    one, two = taken.questions.all()
    two.identity = one.identity
    with pytest.raises(IntegrityError), transaction.atomic():
        two.save()
