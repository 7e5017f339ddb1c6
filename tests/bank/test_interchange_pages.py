"""An editor brings a file, reviews it beside its own words, keeps and undoes it, and takes questions along."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tayari.audit.models import Entry
from tayari.bank.actions import imports, questions
from tayari.bank.actions.imports import afterwards, keeping
from tayari.bank.models import ImportBatch, Question, SavedSearch
from tayari.base import later
from tayari.rules.forms.shapes import shape
from tayari.rules.forms.showing import flat, show
from tayari.rules.interchange import Finding, Found, Picture, Reading
from tayari.rules.interchange.numbers import gaps
from tests.factories import papers
from tests.factories.imports import batch, content, found
from tests.factories.questions import NOW, facts, how_many, single

pytestmark = pytest.mark.django_db
AIKEN = "Which river rises at <Amarkantak>?\nA. Tapi\nB. Narmada\nC. Luni\nD. Kosi\nANSWER: B\n"


def upload(editor: Client, name: str, data: bytes, **more: str) -> Any:
    file = SimpleUploadedFile(name, data)
    return editor.post(reverse("question_imports"), {"file": file, **more}, follow=True)


def at(name: str, *parts: int) -> str:
    return reverse(f"question_import{name}", args=parts)


def test_a_file_is_uploaded_reviewed_kept_and_undone(editor: Client) -> None:
    page = upload(editor, "rivers.txt", AIKEN.encode(), format="aiken")
    taken = ImportBatch.objects.get()

    assert page.redirect_chain[-1][0] == at("", taken.pk)
    assert "<strong>1 found:</strong> 1 to be kept" in page.text and "key B" in page.text
    assert "rises at &lt;Amarkantak&gt;?" in page.text and "<Amarkantak>" not in page.text

    page = editor.post(at("_keep", taken.pk), follow=True)
    assert "1 question kept as drafts" in page.text and "Undo: remove 1" in page.text
    page = editor.post(at("_undo", taken.pk), follow=True)
    assert "1 question removed" in page.text and not Question.objects.exists()
    acts = Entry.objects.filter(action__startswith="imports.").order_by("pk")
    assert [one.action for one in acts] == ["imports.taken", "imports.keeping", "imports.kept", "imports.undone"]
    assert {one.by.get_username() for one in acts if one.by} == {"editor"}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("rivers.odd", AIKEN.encode(), "choose the format below"),
        ("rivers.zip", b"PK\x03\x04cut off", "it may be cut off"),
        ("rivers.odt", b"PK\x03\x04", "save it as .docx"),
        ("rivers.json", b"", "The submitted file is empty"),
        ("rivers.json", b"{", "JSON"),
        ("rivers.csv", b"PK\x03\x04rest", "zip archive"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(
    editor: Client, name: str, data: bytes, said: str
) -> None:
    page = upload(editor, name, data)

    assert page.status_code == 200 and said in page.text
    assert not ImportBatch.objects.exists()


def test_the_review_shows_what_a_person_must_see(editor: Client, django_assert_max_num_queries: Any) -> None:
    imports.keep(batch=batch(3), by=None, now=NOW)
    unread = Found("line 99", "9. [audio]", None, "9", "doubtful", (Finding("line 99", "error", "kind", "A sound."),))
    pictured = Found("line 50", "8. [p1.png]", content(8, key="c"), "8", "likely")
    rows = (found(1), found(2, key=""), found(3), pictured, unread)
    reading = Reading(rows, gaps(rows), (Picture("p1.png", b"\x89PNG", "Map"),))
    taken = batch(reading=reading, file_name="Others.txt")
    editor.get(at("", taken.pk))

    with django_assert_max_num_queries(20):
        page = editor.get(at("", taken.pk)).text

    assert "3 to be kept, 1 in the bank already, 1 cannot be brought in." in page
    assert '<a href="?show=look">3 need a look</a>' in page
    assert "no key" in page and "read: likely" in page and "A sound." in page and 'alt="Map"' in page
    assert "The same as import.rivers-part-1.3-" in page
    only = editor.get(at("", taken.pk), {"show": "unread"}).context["rows"]
    assert [row.where for row in only] == ["line 99"]


def test_one_is_left_out_and_one_is_edited(editor: Client) -> None:
    taken = batch(reading=Reading((found(1, key=""), found(2))))
    told = content(1, key="d", ref="q.mine")
    sent = {"q-kind": "single", **flat(show(told, shape("single")))}

    page = editor.post(at("_decide", taken.pk, 2) + "?show=new&p=1", {"decision": "leave"})
    assert page["Location"] == at("", taken.pk) + "?show=new&p=1#n2"
    assert "1. Which river is &lt;b&gt;it&lt;/b&gt;?" in editor.get(at("_change", taken.pk, 1)).text
    editor.post(at("_change", taken.pk, 1), sent)
    editor.post(at("_keep", taken.pk))

    question = Question.objects.get()
    assert question.content["options"][3]["true"] is True and question.provenance == "imported"
    assert question.ref == "q.mine"
    assert "not reviewed any more" in editor.post(at("_decide", taken.pk, 2), follow=True).text


def test_a_failure_is_told_and_nothing_stays(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = batch(1, 2)

    def full(**told: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("tayari.bank.actions.imports.keeping.drafts.keep", full)
    page = editor.post(at("_keep", taken.pk), follow=True)

    assert "Nothing was kept" in page.text and "Keep 2 as drafts" in page.text


def test_a_large_file_is_kept_after_the_answer_and_the_page_tells_how_far(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "AT_ONCE", 2)
    monkeypatch.setattr(keeping, "SLICE", 1)
    taken = batch(1, 2, 3)

    page = editor.post(at("_keep", taken.pk), follow=True).text
    assert "<strong>0 of 3</strong> are drafts" in page and "data-at-work" in page and "Go on" not in page
    assert later.do_next("w")
    page = editor.get(at("", taken.pk)).text
    assert '<progress max="3" value="2"' in page and "Look again" in page
    assert later.do_next("w") and not later.do_next("w")
    assert "3 of its drafts are in the bank" in editor.get(at("", taken.pk)).text
    acts = Entry.objects.filter(action="imports.kept")
    assert [one.by.get_username() for one in acts if one.by] == ["editor"]


def test_a_large_file_that_fails_after_the_answer_is_taken_back_and_told(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "AT_ONCE", 1)
    monkeypatch.setattr(keeping, "SLICE", 1)
    taken = batch(1, 2)
    editor.post(at("_keep", taken.pk))

    def full(**told: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("tayari.bank.actions.imports.keeping.drafts.keep", full)
    assert later.do_next("w")

    page = editor.get(at("", taken.pk)).text
    assert "Nothing was kept" in page and "Keep 2 as drafts" in page


def test_what_stays_after_an_undo_is_named(editor: Client) -> None:
    facts()
    taken = imports.keep(batch=batch(1, 2), by=None, now=NOW)
    ref = Question.objects.order_by("pk").first().ref  # type: ignore[union-attr]
    questions.cut_version(content=single(ref), by=None, now=NOW)

    page = editor.post(at("_undo", taken.pk), follow=True).text

    assert f"1 question stayed: {ref} (published since)" in page and "Try again to remove 1" in page


def test_the_original_and_pictures_are_saved_as_they_came_by_editors_alone(editor: Client) -> None:
    reading = Reading((found(1),), (), (Picture("p1.png", b"\x89PNG", ""), Picture("x.svg", b"<svg onload='x'>", "")))
    taken = batch(reading=reading, data=b"<script>", file_name="राज्य, 1.html")

    answer = editor.get(at("_original", taken.pk))
    assert answer.content == b"<script>" and answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;") and answer["X-Content-Type-Options"] == "nosniff"
    png, svg = (editor.get(at("_picture", taken.pk, one.pk)) for one in taken.pictures.all())
    assert (png["Content-Type"], svg["Content-Disposition"]) == ("image/png", "attachment")
    assert "sandbox" in png["Content-Security-Policy"]

    other = Client()
    other.force_login(papers.person(username="reader"), "django.contrib.auth.backends.ModelBackend")
    pages = [
        at("s"),
        at("", taken.pk),
        at("_original", taken.pk),
        at("_picture", taken.pk, png.wsgi_request.resolver_match.kwargs["picture"]),
    ]
    assert {other.get(page).status_code for page in (*pages, reverse("question_export"))} <= {302, 403}
    assert {other.post(at(name, taken.pk)).status_code for name in ("_keep", "_undo")} <= {302, 403}
    assert not Question.objects.exists()


def test_nothing_is_changed_without_a_token(editor: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    taken = batch(1)

    assert {strict.post(at(name, taken.pk)).status_code for name in ("_keep", "_undo")} == {403}


def test_an_export_says_what_is_lost_before_it_makes_the_file(editor: Client) -> None:
    facts()
    for told in (how_many("q.one"), single("q.two")):
        questions.cut_version(content=told, by=None, now=NOW)
    asked = {"which": "all", "format": "aiken", "language": "en"}

    page = editor.get(reverse("question_export"), asked).text
    assert "2 of 2 questions would be in the file" in page and "What this format cannot carry" in page
    assert not Entry.objects.filter(action="questions.exported").exists()
    file = editor.post(reverse("question_export"), asked)
    assert b"ANSWER: B" in file.content and b"ANSWER: A" in file.content
    assert file["Content-Disposition"].startswith('attachment; filename="questions-')
    assert Entry.objects.get(action="questions.exported").data == {"format": "aiken", "count": 2}


def test_questions_are_chosen_by_search_filter_paper_and_ticks(editor: Client) -> None:
    facts()
    for told in (how_many("q.one"), single("q.two")):
        questions.cut_version(content=told, by=None, now=NOW)
    paper = papers.paper(1)
    owner = editor.session["_auth_user_id"]
    mine = SavedSearch.objects.create(name="singles", query="kind=single&q=q.two", owner_id=owner)
    two = Question.objects.get(ref="q.two")

    def refs(**asked: str) -> list[str]:
        file = editor.post(reverse("question_export"), {"format": "json", **asked})
        told = json.loads(file.content)
        return [one["ref"] for one in told["questions"]]

    assert refs(which=f"search:{mine.pk}") == ["q.two"]
    assert refs(which="listed", query="kind=how-many&q=q.one") == ["q.one"]
    assert refs(which="chosen", ids=f"{two.pk}") == ["q.two"]
    asked = list(paper.places.order_by("number").values_list("question__ref", flat=True))
    assert refs(which=f"paper:{paper.ref}") == asked
    bulk = reverse("wagtail_bulk_action", args=["bank", "question", "export"])
    assert editor.get(bulk, {"id": [two.pk]})["Location"] == f"{reverse('question_export')}?ids={two.pk}"
    page = editor.get(reverse("question_export"), {"query": "kind=single"}).text
    assert "Those that the list showed" in page and "singles" in page
