"""Equations and pictures with their questions: in every file that carries them, in the bank, and on pages."""

from typing import Any

import pytest
from django.test import Client

from tayari.bank import formats
from tayari.bank.actions import imports
from tayari.bank.models import Question
from tayari.bank.packing import SCHEMA, QuestionPart
from tayari.bank.queries import exports
from tayari.base.packing import Findings, Item, World
from tayari.media.models import Picture as Held
from tayari.rules.interchange import Picture, Reading
from tests.factories.documents import PIXEL
from tests.factories.imports import batch, found
from tests.factories.questions import NOW
from tests.rules import contents as made

HALF = "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>"
NAME = "map of it.png"
SHOWN = f"[picture: {NAME}]"
MAP = Picture(NAME, PIXEL, "A map", "map")
FIGURES = [
    {"words": "a/2", "mathml": HALF},
    {"words": SHOWN, "picture": "map", "alt": {"en": "A <map>", "hi": "एक नक़्शा"}},
]


def drawn(**change: Any) -> dict[str, Any]:
    content = made.single(True, False, False, False, figures=FIGURES)
    content["stem"] = {"en": f"What is a/2\nin {SHOWN}?", "hi": f"{SHOWN} में a/2 क्या है?"}
    content["options"][0]["text"] = {"en": "a/2", "hi": "a/2"}
    content["options"][1]["why"] = {"en": f"See {SHOWN}.", "hi": f"देखें: {SHOWN}"}
    return {**content, **change}


@pytest.mark.parametrize("form", ["json", "moodle-xml", "qti2", "qti3"])
def test_a_file_brings_back_what_is_drawn_and_is_written_again_the_same(form: str) -> None:
    chosen = formats.FORMATS[form]
    first = chosen.written([drawn()], pictures={"map": MAP})

    reading = formats.read(first.data, name=f"file{chosen.suffixes[0]}", form=form)

    [one], [picture] = reading.found, reading.pictures
    assert one.content
    assert (picture.name, picture.data) == (NAME, PIXEL)
    assert [row["words"] for row in one.content["figures"]] == ["a/2", SHOWN]
    assert one.content["figures"][0]["mathml"] == HALF
    assert one.content["figures"][1]["alt"] == FIGURES[1]["alt"]
    assert one.content["options"][0]["text"] == {"en": "a/2", "hi": "a/2"}
    assert chosen.written([one.content], pictures={picture.ref: picture}).data == first.data
    assert "lost-pictures" not in {told.rule for told in first.lost}
    assert "lost-pictures" in {told.rule for told in chosen.written([drawn()]).lost}


@pytest.mark.parametrize(
    ("form", "lost"),
    [("aiken", "lost-figures"), ("gift", "lost-figures"), ("anki", "lost-figures"), ("csv", "lost-pictures"),
     ("xlsx", "lost-pictures"), ("docx", "lost-pictures")],
)  # fmt: skip
def test_other_files_say_what_they_leave_behind(form: str, lost: str) -> None:
    written = formats.FORMATS[form].written([drawn()], pictures={"map": MAP})

    assert lost in {told.rule for told in written.lost}
    assert written.count == 1
    if lost == "lost-pictures":
        [one] = formats.read(written.data, name=f"file.{form}").found
        assert one.content and one.content["figures"] == FIGURES


@pytest.mark.django_db
def test_a_pack_has_the_pictures_that_its_questions_show() -> None:
    item = Item("question", "q.x", {**drawn(), "schema": SCHEMA}, "questions/x.yaml", 1)

    for held, told in (({}, True), ({"picture": {"map"}}, False)):
        findings = Findings()
        QuestionPart().check([item], World({}, held), findings)
        assert any("there is no picture 'map'" in str(one) for one in findings.errors) is told


def test_a_broken_picture_is_no_figure_and_the_question_says_so() -> None:
    broken = Picture(NAME, PIXEL[:40], "", "map")
    data = formats.FORMATS["json"].written([drawn()], pictures={"map": broken}).data

    reading = formats.read(data, name="file.json")

    assert reading.pictures == ()
    assert reading.found[0].content and [row["words"] for row in reading.found[0].content["figures"]] == ["a/2"]
    assert "picture-damaged" in {told.rule for told in reading.found[0].findings}


def _shows(number: int, ref: str = MAP.ref) -> Any:
    return found(number, figures=[{"words": SHOWN, "picture": ref}], explanation={"en": f"See {SHOWN}."})


@pytest.mark.django_db
def test_a_picture_is_kept_once_shown_and_taken_back_when_nothing_shows_it(client: Client) -> None:
    first = batch(reading=Reading((_shows(1), _shows(2)), pictures=(MAP, Picture("other.png", PIXEL))))
    second = batch(reading=Reading((_shows(3), found(4, figures=[{"words": "[x]", "picture": "gone"}])), (), (MAP,)),
                   file_name="Others.txt")  # fmt: skip
    assert "picture-missing" in {told["rule"] for told in second.questions.get(position=2).findings}
    assert not Held.objects.exists()

    imports.keep(batch=first, by=None, now=NOW)
    imports.keep(batch=second, by=None, now=NOW)

    held = Held.objects.get()
    assert (held.ref, held.alt, held.original_name, held.width) == ("map", {"en": "A map"}, NAME, 1)
    assert exports.pictures([Question.objects.earliest("pk").content])["map"] == MAP
    shown = client.get("/pictures/map/")
    assert shown.headers["Content-Type"] == "image/png" and shown.content.startswith(b"\x89PNG")
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert client.get("/pictures/map/", headers={"If-None-Match": shown.headers["ETag"]}).status_code == 304
    assert client.get("/pictures/gone/").status_code == 404

    imports.undo(batch=first, by=None, now=NOW)
    assert Held.objects.exists()
    imports.undo(batch=second, by=None, now=NOW)
    assert not Held.objects.exists()


@pytest.mark.django_db
def test_another_picture_of_the_same_ref_gets_one_of_its_own() -> None:
    imports.keep(batch=batch(reading=Reading((_shows(1),), pictures=(MAP,))), by=None, now=NOW)
    other = Picture("other.png", PIXEL + b"\0", "Another", "map")

    imports.keep(batch=batch(reading=Reading((_shows(2),), (), (other,)), file_name="Others.txt"), by=None, now=NOW)

    assert Held.objects.count() == 2
    assert Question.objects.latest("pk").content["figures"][0]["picture"].startswith("picture-")
