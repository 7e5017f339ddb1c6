"""A dossier is drawn from facts by the roles of their predicates, and is the same as page, JSON and CSV."""

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tayari.base import clock
from tayari.discovery.documents import of_records
from tayari.discovery.structured import described
from tayari.facts.actions import dossiers, facts, positions
from tayari.facts.models import Dossier, Entity, Predicate
from tayari.site.actions import tree
from tests.factories import pages, questions
from tests.pages.counting import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
both = questions.both


def _predicate(ref: str, kind: str, role: str, **values: Any) -> None:
    Predicate.objects.update_or_create(
        ref=ref,
        defaults={
            "label": both(ref.replace("_", " ")), "object_kind": kind, "role": role, "temporal": "event",
            "phrase": both("{subject}: {object}."), **values,
        },
    )  # fmt: skip


def _entity(ref: str, kind: str, name: str, **values: Any) -> Entity:
    return Entity.objects.create(ref=ref, slug=ref, type=kind, name=both(name), **values)


def _fact(ref: str, subject: str, predicate: str, value: str, **values: Any) -> None:
    content = {"ref": ref, "subject": subject, "predicate": predicate, "object": value, "status": "verified",
               "sources": ["s.mea"], **values}  # fmt: skip
    facts.put(content, by=None, now=NOW)


@pytest.fixture(autouse=True)
def _base(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editions of the factories, with roles; an agreement that was replaced, one that works; two voices."""
    tree.ensure()
    questions.facts()
    monkeypatch.setattr(clock, "now", lambda: NOW)
    Predicate.objects.filter(ref="held_on").update(role="happened")
    Predicate.objects.filter(ref="held_in").update(role="place")
    for ref, kind, role, more in (
        ("edition_of", "entity", "edition-of", {}), ("number", "quantity", "ordinal", {}),
        ("minister", "entity", "participant", {}), ("outcome", "text", "outcome", {}),
        ("signed_on", "date", "begun", {}), ("announced_on", "date", "announced", {}),
        ("works_since", "date", "operational", {}), ("succeeded_by", "entity", "replaced-by", {}),
        ("does", "text", "effect", {}), ("does_not", "text", "", {"denies": "does"}),
        ("not_member_of", "entity", "", {"denies": "edition_of"}), ("kind", "text", "kind", {}),
    ):  # fmt: skip
        _predicate(ref, kind, role, **more)
    _entity("talks", "mechanism", "The talks", aliases={"en": ["2+2 talks"]})
    _entity("swaraj", "person", "Sushma Swaraj")
    _entity("pact", "agreement", "The pact", acronyms=["PACT"])
    _entity("old", "agreement", "The old pact")
    _entity("india", "country", "India")
    _entity("mea", "organisation", "The ministry")
    _entity("format", "concept", "The format", note=both("Two and two."))
    for number in (3, 1, 2):
        _fact(f"e{number}.of", f"2plus2-{number}", "edition_of", "talks")
        _fact(f"e{number}.n", f"2plus2-{number}", "number", str(number))
    _fact("e1.minister", "2plus2-1", "minister", "swaraj")
    _fact("e1.outcome", "2plus2-1", "outcome", "=1+1 was agreed", texts={"hi": "सहमति"})
    _fact("e1.doubt", "2plus2-1", "outcome", "a rumour", status="draft", sources=[])
    _fact("e1.gone", "2plus2-1", "outcome", "a withdrawn report", status="retired")
    _fact("pact.signed", "pact", "signed_on", "2018-09-06")
    _fact("pact.works", "pact", "works_since", "2018-09")
    _fact("pact.does", "pact", "does", "the sharing of maps")
    _fact("pact.not", "pact", "does_not", "bases")
    _fact("old.announced", "old", "announced_on", "2005")
    _fact("old.by", "old", "succeeded_by", "pact", valid_from="2018-09-06", precision="day")
    _fact("format.kind", "format", "kind", "a form of meeting")
    for ref, kind, about, holder in (
        ("p.interest", "interest", "talks", "india"), ("p.view", "position", "talks", "swaraj"),
        ("p.risk", "challenge", "pact", ""), ("p.note", "concept-note", "format", "mea"),
    ):  # fmt: skip
        positions.put(
            {"ref": ref, "about": about, "holder": holder, "attributed_to": both("as told") if not holder else {},
             "kind": kind, "text": both(f"Words of {ref}."), "stated_on": "2018-09-06", "sources": ["s.mea"],
             "status": "verified", "order": 0}, by=None, now=NOW,
        )  # fmt: skip
    positions.put(
        {"ref": "p.draft", "about": "talks", "holder": "india", "attributed_to": {}, "kind": "outlook",
         "text": both("An unseen draft."), "stated_on": "", "sources": [], "status": "draft", "order": 0},
        by=None, now=NOW,
    )  # fmt: skip
    put_dossier()


def put_dossier(**changed: Any) -> Dossier:
    content = {
        "ref": "d.talks", "slug": "talks", "subject": "talks", "title": both("All about the talks"),
        "summary": both("In one place."), "state": "open", "topics": [questions.TOPIC], "editions": ["talks"],
        "agreements": ["pact"], "commitments": ["old", "pact"], "concepts": ["format"],
        "actors": [{"entity": "india", "institutions": ["mea"]}], **changed,
    }  # fmt: skip
    return dossiers.put(content, by=None, now=NOW)


def _soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def _table(soup: BeautifulSoup, ident: str) -> list[list[str]]:
    """Rows of cells as a reader sees them, without the labels of narrow screens and the numbers of notes."""
    found = soup.select_one(f"#{ident} table")
    for hidden in found.select(".fact-table-label, sup, .visually-hidden"):
        hidden.decompose()
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in found.select("tr")]


def test_editions_are_told_by_role_in_order(reader: Client) -> None:
    rows = _table(_soup(reader, "/dossiers/talks/"), "editions")

    assert rows[0] == ["Edition", "Number", "Date", "Place", "Who took part", "What came of it"]
    assert [row[1:4] for row in rows[1:]] == [
        ["1", "6 September 2018", "New Delhi"], ["2", "18 December 2019", "Washington, D.C."],
        ["3", "27 October 2020", "New Delhi"],
    ]  # fmt: skip
    assert rows[1][4] == "Sushma Swaraj minister"
    assert "=1+1 was agreed" in rows[1][5]
    assert "a rumour Not yet verified" in rows[1][5]
    assert "withdrawn" not in rows[1][5]


def test_agreements_say_what_each_does_and_does_not(reader: Client) -> None:
    rows = _table(_soup(reader, "/dossiers/talks/"), "agreements")

    # No agreement is part of another here: the column is left out.
    assert rows == [
        ["Agreement", "Signed or begun", "What it does", "What it does not do", "How it stands"],
        ["The pact PACT", "6 September 2018", "the sharing of maps", "bases", "In force or at work September 2018"],
    ]


def test_commitments_are_followed_with_evidence(reader: Client) -> None:
    soup = _soup(reader, "/dossiers/talks/")
    notes = {link["href"] for link in soup.select("#commitments a.cite")}
    rows = _table(soup, "commitments")

    assert rows[0] == [
        "Commitment", "How it stands", "Announced", "Signed or begun", "In force or at work", "Replaced",
    ]  # fmt: skip
    assert rows[1] == ["The old pact", "Replaced", "2005 announced on", "–", "–",
                       "The pact, 6 September 2018 succeeded by"]  # fmt: skip
    assert rows[2][:2] == ["The pact PACT", "In force or at work"]
    assert notes
    assert all(soup.select_one(note) for note in notes)


def test_actors_concepts_and_voices_are_attributed(reader: Client) -> None:
    soup = _soup(reader, "/dossiers/talks/")

    assert _table(soup, "actors")[1] == [
        "India Country",
        "The ministry",
        "Words of p.interest. India, 6 September 2018",
    ]
    assert _table(soup, "concepts")[1][1:3] == ["Two and two.", "a form of meeting"]
    assert "Sushma Swaraj, 6 September 2018" in soup.select_one("#positions .voice-who").get_text()
    assert "as told, 6 September 2018 on The pact" in " ".join(soup.select_one("#challenges").get_text(" ").split())
    assert soup.select_one("#outlook") is None
    assert "An unseen draft" not in soup.get_text()


def test_every_cell_with_evidence_has_a_source_note(reader: Client) -> None:
    soup = _soup(reader, "/dossiers/talks/")
    cites = soup.select("article .cite")

    assert len(cites) > 20
    assert all(soup.select_one(f"#sources {cite['href']}") for cite in cites)
    assert [link.get_text() for link in soup.select("#syllabus-title + ul a")] == ["India–US relations"]


def test_json_holds_the_same_with_facts_and_sources(client: Client) -> None:
    told = client.get("/dossiers/talks/data.json").json()
    tables = {table["id"]: table for table in told["tables"]}

    assert list(tables) == ["editions", "agreements", "commitments", "actors", "concepts"]
    first = tables["editions"]["rows"][0]
    assert first["cells"]["date"] == [
        {"words": "6 September 2018", "language": "en", "fact": "2plus2-1.held-on", "status": "verified",
         "date": "2018-09-06", "sources": ["s.mea"]}
    ]  # fmt: skip
    assert {one["status"] for one in first["cells"]["outcomes"]} == {"verified", "draft"}
    assert told["sources"]["s.mea"]["looked_up"] == "2026-11-23"
    assert {one["ref"] for one in told["positions"]} == {"p.interest", "p.view", "p.risk", "p.note"}
    assert client.get("/hi/dossiers/talks/data.json").json()["title"].startswith("हिन्दी")


def test_csv_is_text_to_a_spreadsheet(client: Client) -> None:
    answer = client.get("/dossiers/talks/editions.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="talks-editions.csv"' in answer["Content-Disposition"]
    assert rows[0]["Date"] == "6 September 2018"
    assert rows[0]["What came of it"].startswith(("'=1+1", "a rumour; =1+1"))
    assert "2plus2-1.held-on" in rows[0]["Evidence"]
    assert rows[0]["Sources"] == "https://www.mea.gov.in/example"
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize(
    "url",
    [
        "/dossiers/nothing/",
        "/dossiers/talks/nothing.csv",
        "/dossiers/nothing/data.json",
        "/dossiers/nothing/editions.csv",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, url: str) -> None:
    assert client.get(url).status_code == 404


def test_a_draft_is_nowhere(client: Client) -> None:
    put_dossier(state="draft")

    assert client.get("/dossiers/talks/").status_code == 404
    assert client.get("/dossiers/talks/data.json").status_code == 404
    assert "All about the talks" not in client.get("/dossiers/").text
    assert "/dossiers/talks/" not in client.get("/sitemap.xml").text
    assert not [one for one in of_records(now=NOW) if one.kind == "dossier"]


def test_a_dossier_of_a_subject_without_facts_is_not_an_empty_table(reader: Client) -> None:
    put_dossier(ref="d.bare", slug="bare", subject="mea", editions=[], agreements=[], commitments=[], concepts=[],
                actors=[], topics=[])  # fmt: skip

    soup = _soup(reader, "/dossiers/bare/")

    assert soup.select("table") == []
    assert "Nothing is recorded here yet" in soup.get_text()


def test_it_is_found_from_everywhere(reader: Client) -> None:
    article = pages.article("On the talks")
    article.entities = [Entity.objects.get(ref="pact")]
    article.save()

    assert _soup(reader, article.url).select(".article-dossiers a[href='/dossiers/talks/']")
    assert _soup(reader, "/dossiers/").select("a[href='/dossiers/talks/']")
    assert "/hi/dossiers/talks/" in reader.get("/sitemap.xml").text
    found = [one for one in of_records(now=NOW) if one.kind == "dossier"]
    assert [(one.language, one.url) for one in found] == [("en", "/dossiers/talks/"), ("hi", "/hi/dossiers/talks/")]
    told = described(Dossier.objects.get(), "en")
    assert told is not None
    assert '"@type":"Dataset"' in str(told.graph)
    assert "=1+1" not in str(told.graph)
    assert 'rel="canonical" href="http' in reader.get("/dossiers/talks/").text


def test_the_number_of_queries_does_not_grow_with_the_dossier(reader: Client) -> None:
    before = queries_of(reader, "/dossiers/talks/")
    for number in range(10):
        _entity(f"more-{number}", "agreement", f"More {number}")
        _fact(f"m{number}.signed", f"more-{number}", "signed_on", "2019")
        _fact(f"m{number}.does", f"more-{number}", "does", "more")
    put_dossier(agreements=["pact", *(f"more-{number}" for number in range(10))])

    assert queries_of(reader, "/dossiers/talks/") == before
    assert before <= 32
