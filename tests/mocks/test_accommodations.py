"""Compensatory time: granted to a person, set into a sitting when it starts."""

import html
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tayari.audit.models import Entry
from tayari.mocks import plans
from tayari.mocks.actions import accommodations, starts
from tayari.mocks.actions.guests import move_sittings
from tayari.mocks.models import Accommodation, Printing, Sitting
from tayari.mocks.queries.accommodations import share_of
from tayari.rules import timing
from tests.factories import halls, papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db


def grant(person: Any, share: str, paper: Any = None, *, minutes: int = 0, section: int | None = None) -> Accommodation:
    return accommodations.grant(
        person=person,
        paper=paper,
        section=section,
        share=share,
        reason="certificate",
        by=None,
        now=NOW + timedelta(minutes=minutes),
    )


def test_what_was_said_of_the_paper_goes_before_what_was_said_of_all() -> None:
    person, paper, other = papers.person(), papers.paper(1), papers.paper(1, slug="other")
    assert share_of(person, paper) == ""

    grant(person, "1/3")
    grant(person, "1/2", paper)
    grant(person, "1/4", minutes=5)

    assert (share_of(person, paper), share_of(person, other)) == ("1/2", "1/4")
    grant(person, "", paper, minutes=6)
    assert (share_of(person, paper), share_of(person, other)) == ("", "1/4")
    assert share_of(papers.person(), paper) == ""


def test_a_section_may_have_a_share_of_its_own() -> None:
    """Two sections, of ten minutes and of five; a third in all and a half in the second."""
    person, paper = papers.person(), halls.in_sections().paper
    grant(person, "1/3")
    grant(person, "1/2", paper, section=2)
    grant(person, "1/4", paper, section=1)
    grant(person, "", paper, section=1, minutes=1)

    assert share_of(person, paper) == "1/3 2:1/2"
    assert share_of(person, papers.paper(1)) == "1/3"
    told = starts.start(
        printing=paper.printings.get(), person=person, language="en", now=NOW, share=share_of(person, paper)
    )
    plan = plans.plan(Sitting.objects.get(pk=told.pk))
    assert [plan.section_time(part) for part in (0, 1)] == [800_000, 450_000]
    with pytest.raises(accommodations.NoShare, match="there is no section 3"):
        grant(person, "1/3", paper, section=3)
    with pytest.raises(accommodations.NoShare, match="name a paper"):
        grant(person, "1/3", section=1)


@pytest.mark.parametrize("share", ["0", "-1/3", "0.33", "20 min", "3"])
def test_a_share_that_is_none_is_refused(share: str) -> None:
    with pytest.raises(accommodations.NoShare, match="write 1/3 for 20 minutes an hour"):
        grant(papers.person(), share)

    assert not Accommodation.objects.exists()


def test_a_grant_without_a_reason_is_refused_and_the_reason_stays_out_of_the_audit() -> None:
    with pytest.raises(accommodations.NoShare, match="say what it rests on"):
        accommodations.grant(person=papers.person(), paper=None, share="1/3", reason=" ", by=None, now=NOW)

    grant(papers.person(), "1/3")
    assert "certificate" not in str(list(Entry.objects.values()))


def test_the_cover_starts_a_sitting_with_the_persons_time_and_one_that_runs_keeps_its(client: Client, at: Any) -> None:
    printing = papers.printing(2)
    member = papers.person(username="asha")
    client.force_login(member, "django.contrib.auth.backends.ModelBackend")
    grant(member, "1/3")

    client.post("/mocks/india-us/sittings/")
    grant(member, "1/2", minutes=1)

    sitting = Sitting.objects.get()
    assert sitting.share == "1/3"
    assert timing.longest_ms(plans.plan(sitting)) == 2_400_000
    assert printing.pk == sitting.printing_id


def test_a_guests_time_goes_with_them_when_they_sign_up() -> None:
    guest, member, printing = papers.person(), papers.person(username="asha"), papers.printing(1)
    grant(guest, "1/3")

    move_sittings(guest, member)

    assert share_of(member, printing.paper) == "1/3"


class TestPage:
    @pytest.fixture
    def editor(self, client: Client) -> Client:
        editor = papers.person(username="editor", is_staff=True, is_superuser=True)
        client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
        return client

    def test_an_editor_grants_by_name_address_or_sitting(self, editor: Client) -> None:
        printing: Printing = papers.printing(1)
        asha = papers.person(username="asha", email="asha@example.org")
        sitting = starts.start(printing=printing, person=papers.person(), language="en", now=NOW)

        for who in ("asha", "ASHA@example.org", str(sitting.pk)):
            answer = editor.post(reverse("accommodations"), {"who": who, "share": "1/3", "reason": "certificate"})
            assert answer.status_code == 302

        assert [row.person for row in Accommodation.objects.order_by("id")] == [asha, asha, sitting.person]
        assert "certificate" in editor.get(reverse("accommodations")).content.decode()

    @pytest.mark.parametrize(
        ("form", "said"),
        [
            ({"who": "nobody"}, "Nobody has this name, address or sitting."),
            ({"share": "0.33"}, "is rounded; write it exactly"),
            ({"share": "3"}, "'3' is no share of the time; write 1/3 for 20 minutes an hour."),
            ({"reason": ""}, "This field is required."),
        ],
    )
    def test_what_is_wrong_is_said_on_the_field(self, editor: Client, form: dict[str, str], said: str) -> None:
        papers.person(username="asha")

        page = editor.post(reverse("accommodations"), {"who": "asha", "share": "1/3", "reason": "just typed", **form})

        assert said in html.unescape(page.content.decode())
        assert not Accommodation.objects.exists()

    def test_the_page_is_for_those_who_may_grant(self, client: Client) -> None:
        assert client.get(reverse("accommodations")).status_code == 302
