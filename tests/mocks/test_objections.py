"""Who may object to what and when, and what an editor may decide."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tayari.mocks import marking, reviewing
from tayari.mocks.actions import objections, starts
from tayari.mocks.actions.sittings import SittingUnknown
from tayari.mocks.models import Objection, Rekeying, Sitting
from tayari.rules.objections import Cited, NotEvidence
from tests.factories import papers
from tests.factories.questions import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
SOURCE = Cited("Ministry of External Affairs", "Joint statement", "https://www.mea.gov.in/example")
WHY = {"en": "Both statements are right."}


def told(**changes: object) -> dict[str, object]:
    return {"claim": "key", "suggested": ["b"], "words": "It says  so.", "sources": [SOURCE], "now": LATER, **changes}


def file(sitting: Sitting, number: int = 1, **changes: object) -> Objection:
    return objections.file(sitting.pk, number, by=sitting.person, **told(**changes))  # type: ignore[arg-type]


def test_an_objection_keeps_claim_words_and_evidence() -> None:
    one = file(papers.sat(papers.printing(), {1: "b"}))

    assert (one.claim, one.suggested, one.words) == ("key", ["b"], "It says so.")
    assert one.sources == [SOURCE.as_json()]


def test_one_objection_a_person_and_question_which_can_be_taken_back() -> None:
    sitting = papers.sat(papers.printing(), {1: "b"})
    one = file(sitting)
    with pytest.raises(objections.NotTaken) as refused:
        file(sitting)
    assert refused.value.reason == "twice"
    file(sitting, 2)

    objections.withdraw(one, by=sitting.person, now=LATER)
    with pytest.raises(objections.NotTaken):
        objections.withdraw(one, by=sitting.person, now=LATER)
    file(sitting)
    assert Objection.objects.filter(withdrawn_at=None).count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Objection.objects.filter(pk=one.pk).update(withdrawn_at=None)


def test_nobody_takes_back_what_others_said() -> None:
    one = file(papers.sat(papers.printing(), {1: "b"}))

    with pytest.raises(objections.NotTaken):
        objections.withdraw(one, by=papers.person(), now=LATER)


@pytest.mark.parametrize(
    ("paper", "reason"),
    [
        ({"objections_until": NOW + timedelta(minutes=30)}, "over"),
        ({"shows_answers": "closed", "closes_at": NOW + timedelta(days=1)}, "answers"),
        ({"shows_answers": "final"}, "answers"),
        (
            {
                "shows_answers": "final",
                "closes_at": NOW + timedelta(days=1),
                "objections_until": NOW + timedelta(days=2),
            },
            "answers",
        ),
    ],
)
def test_when_no_objection_is_taken(paper: dict[str, object], reason: str) -> None:
    with pytest.raises(objections.NotTaken) as refused:
        file(papers.sat(papers.printing(**paper), {1: "b"}))
    assert refused.value.reason == reason


def test_a_time_for_objections_shows_the_provisional_key_once_the_paper_closes() -> None:
    window = {"closes_at": NOW + timedelta(minutes=30), "objections_until": NOW + timedelta(days=2)}
    one = file(papers.sat(papers.printing(shows_answers="final", **window), {1: "b"}))

    objections.decide(one.question, policy="none", reason=WHY, by=None, now=LATER)
    assert reviewing.shown(one.person.sittings.get(), now=LATER) == reviewing.Shown(True, True, provisional=True)


def test_only_somebody_who_has_sat_it_may_object() -> None:
    printing = papers.printing()
    running = starts.start(printing=printing, person=papers.person(), language="en", now=NOW)
    with pytest.raises(objections.NotTaken):
        file(running)
    with pytest.raises(SittingUnknown):
        objections.file(running.pk, 1, by=papers.person(), **told())  # type: ignore[arg-type]
    with pytest.raises(SittingUnknown):
        file(papers.sat(printing, {}), 99)


@pytest.mark.parametrize(
    "changes",
    [
        {"sources": []},
        {"words": " "},
        {"words": "x" * 2001},
        {"claim": "nonsense"},
        {"suggested": ["z"]},
        {"sources": [Cited("", "Title only")]},
    ],
)
def test_what_brings_no_evidence_is_refused(changes: dict[str, object]) -> None:
    sitting = papers.sat(papers.printing(), {1: "b"})

    with pytest.raises(NotEvidence):
        file(sitting, **changes)
    assert Objection.objects.count() == 0


def test_the_paper_says_how_many_sources() -> None:
    with pytest.raises(NotEvidence, match="2 sources"):
        file(papers.sat(papers.printing(objection_sources=2), {1: "b"}))
    file(papers.sat(papers.printing(objection_sources=0, slug="other"), {1: "b"}), sources=[])


def test_a_key_that_stays_is_final_at_once_and_takes_no_more_objections() -> None:
    printing = papers.printing(1)
    sitting = papers.sat(printing, {1: "b"})
    file(sitting)
    assert objections.undecided(printing) == 1

    objections.decide(printing.questions.get(), policy="none", reason=WHY, by=None, now=LATER)

    assert (objections.undecided(printing), reviewing.is_final(printing)) == (0, True)
    with pytest.raises(objections.NotTaken) as refused:
        file(papers.sat(printing, {1: "c"}))
    assert refused.value.reason == "final"


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ({"policy": "nonsense"}, "Choose what becomes"),
        ({"policy": "drop", "reason": {"en": ""}}, "public words"),
        ({"policy": "corrected"}, "Name the new key"),
        ({"policy": "corrected", "key": ["z"]}, "no such option; choose among A, B, C, D"),
        ({"policy": "corrected", "key": ["a"]}, "the key already"),
        ({"policy": "second", "key": ["a"]}, "two at least"),
    ],
)
def test_decisions_that_cannot_be_made(decision: dict[str, object], said: str) -> None:
    question = papers.printing(1).questions.get()

    with pytest.raises(objections.Undecidable, match=said):
        objections.decide(question, **{"reason": WHY, "by": None, "now": LATER, **decision})  # type: ignore[arg-type]
    assert Rekeying.objects.count() == 0


def test_a_later_decision_takes_the_place_of_one_that_waits() -> None:
    question = papers.printing(1).questions.get()
    for policy in ("drop", "all"):
        objections.decide(question, policy=policy, reason=WHY, by=None, now=LATER)

    assert list(question.rekeyings.order_by("id").values_list("policy", "state")) == [
        ("drop", "dismissed"),
        ("all", "decided"),
    ]


def test_a_proposal_of_the_facts_waits_for_a_decision_and_is_brought_up_to_date() -> None:
    question = papers.printing(1).questions.get()

    assert objections.propose(question, key=["a"], cause="f.1", by=None, now=LATER) is None
    objections.propose(question, key=["b"], cause="f.1", by=None, now=LATER)
    objections.propose(question, key=["c"], cause="f.2", by=None, now=LATER)
    assert [(row.key, row.origin, row.state) for row in question.rekeyings.all()] == [(["c"], "fact", "proposed")]

    made = objections.decide(question, policy="corrected", key=["c"], reason=WHY, by=None, now=LATER)
    assert (made[0].origin, made[0].state) == ("fact", "decided")


def test_the_keys_become_final_when_nothing_waits() -> None:
    printing = papers.printing(2)
    one = file(papers.sat(printing, {1: "b"}))
    with pytest.raises(objections.Undecidable, match="1 questions wait"):
        objections.finalise(printing, by=None, now=LATER)

    objections.withdraw(one, by=one.person, now=LATER)
    assert objections.finalise(printing, by=None, now=LATER) == 2
    assert objections.finalise(printing, by=None, now=LATER) == 0
    assert {marking.newest(row).standing for row in printing.questions.all()} == {"final"}
