"""Publishing a question: its version, its key from the facts, its bindings, and what is refused."""

import copy
from datetime import timedelta

import pytest

from tayari.audit.models import Entry
from tayari.bank.actions import questions
from tayari.bank.models import Question, QuestionVersion, VersionKey
from tayari.facts.models import Binding, Fact
from tests.factories.questions import NOW, both, facts, how_many, published, single

pytestmark = pytest.mark.django_db


def test_the_key_follows_from_the_facts() -> None:
    facts()

    version = questions.cut_version(content=how_many(), by=None, now=NOW)

    key = version.keys.get()
    assert version.number == 1
    assert key.key == ["b"]
    assert key.truths == {"s1": True, "s2": False, "s3": True}
    assert key.derived_from == {"2plus2-1.held-in": 1, "2plus2-2.held-in": 1, "2plus2-3.held-in": 1}
    assert str(key.as_of) == "2026-11-22"


def test_statements_are_bound_to_the_facts_that_judge_them() -> None:
    published()

    found = Binding.objects.filter(holder_type="bank.question", holder_ref="q.places").order_by("place")

    assert [(one.place, one.fact.ref) for one in found] == [
        ("statement:s1", "2plus2-1.held-in"),
        ("statement:s2", "2plus2-2.held-in"),
        ("statement:s3", "2plus2-3.held-in"),
    ]


def test_the_same_content_returns_the_version_there_is() -> None:
    first = published()

    again = questions.cut_version(content=copy.deepcopy(how_many()), by=None, now=NOW + timedelta(days=1))

    assert again.pk == first.pk
    assert VersionKey.objects.count() == 1


def test_new_content_cuts_the_next_version_and_leaves_the_old_one() -> None:
    first = published()
    content = how_many()
    content["stem"] = both("Think about these statements:")

    second = questions.cut_version(content=content, by=None, now=NOW)

    assert (first.number, second.number) == (1, 2)
    assert QuestionVersion.objects.get(pk=first.pk).content["stem"] == both(
        "Consider the following statements (q.places):"
    )


def test_a_changed_fact_gives_the_same_version_a_new_key() -> None:
    version = published()
    fact = Fact.objects.get(ref="2plus2-2.held-in")
    fact.object_entity, fact.revision = Fact.objects.get(ref="2plus2-1.held-in").object_entity, 2
    fact.save()

    questions.cut_version(content=how_many(), by=None, now=NOW + timedelta(days=1))

    assert [row.key for row in version.keys.all()] == [["c"], ["b"]]
    assert Entry.objects.filter(action="questions.rederived").count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": "draft"}, "the fact 2plus2-1.held-on is draft and may not feed a key; verify it first"),
        ({"status": "disputed"}, "the fact 2plus2-1.held-on is disputed and may not feed a key; verify it first"),
    ],
)
def test_a_fact_that_may_not_feed_a_key_is_refused_by_name(change: dict[str, str], said: str) -> None:
    facts()
    Fact.objects.filter(ref="2plus2-1.held-on").update(**change)

    with pytest.raises(questions.Refused, match=said):
        questions.cut_version(content=single(), by=None, now=NOW)

    assert Question.objects.count() == 0
    assert Binding.objects.count() == 0


def test_a_claim_without_a_fact_is_refused_with_what_to_do() -> None:
    facts()
    content = how_many()
    content["statements"][0]["claim"] = ["2plus2-9", "held_in", "new-delhi"]

    with pytest.raises(questions.Refused, match=r"q\.places: 1: no verified fact says whether"):
        questions.cut_version(content=content, by=None, now=NOW)


def test_a_claim_that_only_a_draft_knows_names_the_draft() -> None:
    facts()
    Fact.objects.filter(ref="2plus2-2.held-in").update(status="draft")

    with pytest.raises(questions.Refused, match=r"2plus2-2\.held-in may not feed a key yet"):
        questions.cut_version(content=how_many(), by=None, now=NOW)


def test_an_unknown_topic_leaves_nothing_behind() -> None:
    facts()
    content = {**how_many(), "topics": ["gs9.nothing"]}

    with pytest.raises(questions.Refused, match=r"there is no topic 'gs9\.nothing'"):
        questions.cut_version(content=content, by=None, now=NOW)

    assert Question.objects.count() == 0


def test_a_failure_at_the_last_step_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    facts()

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("tayari.bank.actions.binding.bindings.rewrite", broken)

    with pytest.raises(RuntimeError):
        questions.cut_version(content=how_many(), by=None, now=NOW)

    assert (Question.objects.count(), QuestionVersion.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_the_date_of_a_chronology_is_checked_against_its_fact() -> None:
    facts()
    items = [
        {
            "id": f"i{number}",
            "text": both(f"Edition {number}"),
            "date": day,
            "facts": [f"2plus2-{number}.held-on"],
            "why": both(f"Edition {number} on {day}."),
        }
        for number, day in ((1, "2018-09-06"), (2, "2019-12-18"), (3, "2020-10-27"))
    ]
    content = {
        "ref": "q.order",
        "kind": "chronology",
        "stem": both("Arrange:"),
        "items": items,
        "choices": [["i1", "i2", "i3"], ["i2", "i1", "i3"], ["i3", "i2", "i1"], ["i1", "i3", "i2"]],
    }

    assert questions.cut_version(content=content, by=None, now=NOW).keys.get().key == ["a"]

    wrong = copy.deepcopy(content)
    wrong["items"][0]["date"] = "2018-09-07"
    with pytest.raises(questions.Refused, match="the date of item 1 is not what the facts say"):
        questions.cut_version(content=wrong, by=None, now=NOW)
