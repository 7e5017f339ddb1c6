"""Positions are somebody's, rest on a look-up before they count as said, and never become facts; dossiers gather."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tayari.facts.actions import dossiers, positions
from tayari.facts.models import Dossier, DossierEntity, Entity, Position, Source
from tayari.facts.queries import judge

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _base(db: None) -> None:
    for ref, kind in (("india", "country"), ("mea", "organisation"), ("talks", "mechanism")):
        Entity.objects.create(ref=ref, slug=ref, type=kind, name={"en": ref.title()})
    Source.objects.create(
        ref="s.seen", publisher="MEA", title="Remarks", official=True, url="https://mea.gov.in/x",
        looked_up=date(2026, 11, 26), excerpt="This format is reflective of our partnership.",
    )  # fmt: skip
    Source.objects.create(ref="s.unseen", publisher="A paper", title="A page")


def _said(**changed: Any) -> dict[str, Any]:
    return {
        "ref": "p.one", "about": "talks", "holder": "india", "attributed_to": {}, "kind": "position",
        "text": {"en": "The talks reflect the partnership."}, "stated_on": "2020-10-27", "sources": ["s.seen"],
        "status": "verified", "order": 1, **changed,
    }  # fmt: skip


def test_what_is_put_is_what_is_held() -> None:
    put = positions.put(_said(attributed_to={"en": "the minister"}), by=None, now=NOW)

    assert positions.content_of(put) == _said(attributed_to={"en": "the minister"})
    changed = _said(text={"en": "Changed."}, sources=[], status="draft")
    assert positions.content_of(positions.put(changed, by=None, now=NOW)) == changed
    assert Position.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sources": ["s.unseen"]}, "verified and no source has the record of a look-up"),
        ({"sources": ["s.lost"]}, "no source 's.lost'"),
        ({"about": "lost"}, "no entity 'lost'"),
        ({"holder": "lost"}, "no entity 'lost'"),
    ],
)
def test_a_position_that_cannot_stand_is_refused_and_nothing_is_stored(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(positions.PositionRefused, match=said):
        positions.put(_said(**changed), by=None, now=NOW)

    assert Position.objects.count() == 0


def test_the_database_keeps_no_position_of_nobody() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Position.objects.create(ref="p", about=Entity.objects.get(ref="talks"), kind="outlook", text={"en": "x"})


def test_a_position_decides_no_claim() -> None:
    positions.put(_said(), by=None, now=NOW)

    assert judge(["talks", "position", "The talks reflect the partnership."]).truth is None


def _dossier(**changed: Any) -> dict[str, Any]:
    return {
        "ref": "d.talks", "slug": "talks", "subject": "talks", "title": {"en": "Talks"}, "summary": {"en": "All."},
        "state": "open", "topics": [], "editions": ["talks"], "agreements": [], "commitments": [], "concepts": [],
        "actors": [{"entity": "india", "institutions": ["mea"]}, {"entity": "mea", "institutions": []}], **changed,
    }  # fmt: skip


def test_a_dossier_keeps_its_lists_in_order() -> None:
    dossiers.put(_dossier(), by=None, now=NOW)
    assert dossiers.content_of(dossiers.whole().get()) == _dossier()

    turned = _dossier(actors=[{"entity": "mea", "institutions": []}, {"entity": "india", "institutions": []}])
    dossiers.put(turned, by=None, now=NOW)
    assert dossiers.content_of(dossiers.whole().get()) == turned
    assert DossierEntity.objects.count() == 3


def test_a_dossier_of_unknown_entities_is_refused() -> None:
    with pytest.raises(dossiers.DossierRefused, match="no entity 'lost'"):
        dossiers.put(_dossier(concepts=["lost"]), by=None, now=NOW)


def test_only_an_institution_stands_under_an_actor() -> None:
    dossier = dossiers.put(_dossier(), by=None, now=NOW)
    india = Entity.objects.get(ref="india")

    with pytest.raises(IntegrityError), transaction.atomic():
        DossierEntity.objects.create(dossier=dossier, list="concepts", entity=india, under=india)
    with pytest.raises(IntegrityError), transaction.atomic():
        DossierEntity.objects.create(dossier=dossier, list="actors", entity=india)


def _form(**changed: Any) -> dict[str, Any]:
    talks = Entity.objects.get(ref="talks").pk
    return {
        "ref": "p.form", "about": talks, "kind": "analysis", "holder": "", "attributed_to": '{"en": "A critic"}',
        "text": '{"en": "It is slow."}', "stated_on": "2020", "order": "0", "status": "draft", **changed,
    }  # fmt: skip


def test_the_admin_records_a_position_and_holds_it_to_the_law(editor: Client) -> None:
    address = reverse("wagtailsnippets_facts_position:add")
    unseen = Source.objects.get(ref="s.unseen").pk

    refused = editor.post(address, _form(status="verified", sources=[unseen]))
    assert "needs a source with the record of a look-up" in refused.text
    assert "Say whose position it is" in editor.post(address, _form(attributed_to="{}")).text
    assert "has no month 13" in editor.post(address, _form(stated_on="2020-13")).text
    assert (
        editor.post(address, _form(status="verified", sources=[Source.objects.get(ref="s.seen").pk])).status_code == 302
    )
    assert Position.objects.get().status == "verified"


def test_the_admin_shows_a_dossier_with_its_entities(editor: Client) -> None:
    dossier = dossiers.put(_dossier(), by=None, now=NOW)

    assert "india" in editor.get(reverse("wagtailsnippets_facts_dossier:edit", args=[dossier.pk])).text.lower()
    assert Dossier.objects.count() == 1
