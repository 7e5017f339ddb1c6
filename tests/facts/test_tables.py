"""Facts come in from a table line by line: what is clean is put, what is not is told and never forced."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tayari.accounts.models import Person
from tayari.base.problems import Unusable
from tayari.facts.actions import tables
from tayari.facts.models import Entity, Fact
from tests.facts.bases import put

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
PACK = "ref\tsubject\tpredicate\tobject\tvalid_from\tvalid_to\tprecision\tstatus\tsources\tnote\n"
FOREIGN = "subject\tpredicate\tobject\tvalid_from\tvalid_to\tsource\tconfidence\n"


@pytest.fixture(autouse=True)
def _registry(registry: None) -> None:
    """The small registry."""


def _file(folder: Path, text: str) -> Path:
    file = folder / "facts.tsv"
    file.write_text(text, encoding="utf-8")
    return file


def _bring(folder: Path, text: str, *, dry_run: bool = False) -> tuple[dict[str, int], list[str]]:
    report = tables.bring_in(_file(folder, text), dry_run=dry_run, by=None, now=NOW)
    return dict(report.counts), [str(finding) for finding in sorted(report.findings)]


def test_clean_lines_are_put_and_the_others_are_told_with_their_line(tmp_path: Path) -> None:
    text = PACK + (
        "e1.on\te1\theld_on\t2018-09-06\t\t\tday\tverified\ts.mea\t\n"
        "e2.on\te2\theld_on\tsoon\t\t\t\tdraft\t\t\n"
        "e2.in\te2\theld_in\tlondon\t\t\t\tdraft\t\t\n"
        "e2.of\te2\tedition_of\tdialogue\t\t\t\tverified\ts.bare\t\n"
    )

    assert _bring(tmp_path, text, dry_run=True)[0] == {"new": 1}
    assert not Fact.objects.exists()
    counts, findings = _bring(tmp_path, text)

    assert counts == {"new": 1}
    assert Fact.objects.get().ref == "e1.on"
    assert [finding.split(": ", 2)[0] for finding in findings] == [f"facts.tsv:{line}" for line in (3, 4, 5)]


def test_what_was_written_out_comes_in_the_same(tmp_path: Path) -> None:
    put("e1.on", "e1", "held_on", "2018-09-06", precision="day")
    put("un.aim", "un", "aim", "peace", texts={"hi": "शांति"})
    file = tmp_path / "facts.tsv"

    assert tables.write_out(file) == 2
    report = tables.bring_in(file, by=None, now=NOW)

    assert (dict(report.counts), report.findings) == ({"same": 2}, [])


def test_the_hindi_of_a_text_stays_while_its_english_does(tmp_path: Path) -> None:
    put("un.aim", "un", "aim", "peace", texts={"hi": "शांति"})
    line = "un.aim\tun\taim\tpeace\t2002\t\tyear\tdraft\t\t\n"
    _bring(tmp_path, PACK + line)
    assert Fact.objects.get().object_text == {"en": "peace", "hi": "शांति"}

    _bring(tmp_path, PACK + line.replace("peace", "war and peace"))

    assert Fact.objects.get().object_text == {"en": "war and peace"}


def test_a_fact_that_an_editor_is_drafting_is_left_alone(tmp_path: Path) -> None:
    fact = put("un.aim", "un", "aim", "peace")
    fact.save_revision()

    counts, findings = _bring(tmp_path, PACK + "un.aim\tun\taim\ttrade\t\t\t\tdraft\t\t\n")

    assert (counts, len(findings)) == ({}, 1)
    assert "an editor has a draft of it" in findings[0]


def test_a_foreign_list_is_matched_by_name_and_comes_in_as_drafts(tmp_path: Path) -> None:
    Entity.objects.filter(ref="un").update(acronyms=["UN"])
    text = FOREIGN + (
        "First  edition\theld on\t2018-09-06\t2018-09-06\t2018-09-06\tThe Quint, Sep 2018\thigh\n"
        "संयुक्त राष्ट्र\tseat\tनई दिल्ली\t2002\t\t\t\n"
        "u.n.\taim\tpeace\t\t\tRadio\tmemory-high\n"
    )

    counts, findings = _bring(tmp_path, text)

    assert (counts, findings) == ({"new": 3}, [])
    first = Fact.objects.get(ref="e1.held-on")
    assert (first.status, first.precision, list(first.sources.all())) == ("draft", "day", [])
    assert first.note == "Imported. source: The Quint, Sep 2018; confidence: high"
    assert Fact.objects.get(ref="un.seat").object_entity.ref == "delhi"
    assert Fact.objects.get(ref="un.aim").object_text == {"en": "peace"}


def test_what_cannot_be_mapped_is_told_and_what_is_known_is_not_said_twice(tmp_path: Path) -> None:
    Entity.objects.create(ref="other", slug="other", type="event", name={"en": "Second edition"})
    put("known", "e1", "held_on", "2018-09-06")
    text = FOREIGN + (
        "Third edition\theld_on\t2020-10-27\t\t\t\t\n"
        "First edition\tchaired_by\tnobody\t\t\t\t\n"
        "Second edition\theld_on\t2019-12-18\t\t\t\t\n"
        "First edition\theld_on\tmid-September\t\t\t\t\n"
        "First edition\theld_on\t2018-09-06\t\t\t\t\n"
        "First edition\theld_in\tLondon\t\t\t\t\n"
    )

    counts, findings = _bring(tmp_path, text)

    assert counts == {}
    told = [finding.split(": ", 1)[1] for finding in findings]
    assert told == [
        "error: there is no entity 'Third edition'; add it, or one of its names, and import again",
        "error: there is no predicate 'chaired by'; add it, or one of its names, and import again",
        "error: 'Second edition' may be e2, other; write the one that is meant",
        "error: 'mid-September' is not a date; write 2018-09-06, 2018-09 or 2018",
        "warning: known says this already; nothing was added",
        "error: there is no entity 'London'; add it, or one of its names, and import again",
    ]
    assert Fact.objects.count() == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [(b"", "is empty"), (b"\xff\xfe\x00", "is not UTF-8"), (b"a\tb\n1\t2\n", "is no table of facts")],
)
def test_a_file_that_is_no_table_is_unusable(tmp_path: Path, written: bytes, said: str) -> None:
    (tmp_path / "x.tsv").write_bytes(written)
    with pytest.raises(Unusable, match=said):
        tables.bring_in(tmp_path / "x.tsv", by=None, now=NOW)


def test_a_file_that_is_not_there_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be read"):
        tables.bring_in(tmp_path / "none.tsv", by=None, now=NOW)


def test_the_admin_says_first_and_does_then(client: Client) -> None:
    client.force_login(Person.objects.create_superuser("editor", "editor@example.org", "not-a-real-one-9"))
    text = (FOREIGN + "First edition\theld_on\t2018-09-06\t\t\t\t\nNobody\theld_on\t2018\t\t\t\t\n").encode()

    def sent(**more: str) -> str:
        return str(client.post(reverse("facts_import"), {"file": SimpleUploadedFile("list.tsv", text), **more}).text)

    said = sent(dry_run="on")
    assert "1 new, 0 changed, 0 the same, 1 lines left out." in said
    assert "list.tsv:3: error: there is no entity &#x27;Nobody&#x27;" in said
    assert not Fact.objects.exists()

    assert "What was done" in sent()
    assert Fact.objects.get().ref == "e1.held-on"
    answer = client.get(reverse("facts_export"))
    assert b"e1.held-on\te1\theld_on\t2018-09-06" in b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    bad = client.post(reverse("facts_import"), {"file": SimpleUploadedFile("x.tsv", b"\xff\xfe")}).text
    assert "is not UTF-8" in bad
