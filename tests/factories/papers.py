"""Papers, printings and persons that sit them."""

from typing import Any

from tayari.accounts.models import Person
from tayari.mocks.actions import printings
from tayari.mocks.models import Paper, PaperQuestion, Printing
from tests.factories import questions
from tests.factories.questions import NOW, both

MARKING = {"right": "2", "wrong": "-2/3", "blank": "0"}


def person(**values: Any) -> Person:
    """A guest, unless a username is given."""
    if "username" in values:
        return Person.objects.create_user(password="a long pass phrase", **values)
    return Person.objects.create(kind="guest", joined_at=NOW)


def paper(count: int = 3, **values: Any) -> Paper:
    """An open paper of single questions whose keys run a, b, c, d, a …; 30 minutes and free unless told otherwise."""
    slug = values.pop("slug", "india-us")
    given = {
        "ref": slug,
        "slug": slug,
        "subject": both("International relations"),
        "title": both("India–US relations on the UPSC pattern"),
        "short": both("India–US 2+2"),
        "summary": both("Practice on the dialogue."),
        "languages": ["en", "hi"],
        "paper_ms": None if values.get("question_ms") else 1_800_000,
        "marking": MARKING,
        "state": Paper.State.OPEN,
        "published_at": NOW,
        **values,
    }
    made = Paper.objects.create(**given)
    for number in range(1, count + 1):
        content = questions.single(f"q.{slug}.{number}", "abcd"[(number - 1) % 4])
        version = questions.published(content)
        PaperQuestion.objects.create(paper=made, question=version.question, number=number)
    return made


def printing(count: int = 3, **values: Any) -> Printing:
    return printings.freeze(paper(count, **values), by=None, now=NOW)


def sprint(count: int = 3, seconds: int = 19, **values: Any) -> Printing:
    """A forward-only paper with a clock for each question."""
    return printing(
        count, **{"slug": "sprint", "question_ms": seconds * 1000, "navigation": Paper.Navigation.FORWARD, **values}
    )
