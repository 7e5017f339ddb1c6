"""Papers, printings and persons that sit them."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from tayari.accounts.models import Person
from tayari.mocks.actions import printings, sittings, starts
from tayari.mocks.models import Paper, PaperQuestion, PaperSection, Printing, Sitting
from tayari.rules import blueprints
from tayari.rules.messages import Message
from tayari.syllabus.actions import topics
from tayari.syllabus.models import Blueprint
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


def sat(
    printing: Printing,
    answers: Mapping[int, str | Sequence[str]],
    *,
    by: Person | None = None,
    confidence: Mapping[int, str] | None = None,
    after: timedelta = timedelta(0),
) -> Sitting:
    """A sitting that was handed in after 10 s for each answer, in the order of the answers."""
    by, begun = by or person(), NOW + after
    sitting = starts.start(printing=printing, person=by, language="en", now=begun)
    for seq, (number, options) in enumerate(answers.items(), start=1):
        said = tuple(options)
        message = Message(seq, "answered", number, said, 0, (confidence or {}).get(number))
        looked = Message(seq + 500, "visited", number)
        moment = begun + timedelta(seconds=10 * seq)
        sittings.apply(sitting.pk, "client-one", [looked, message], by=by, now=moment)
    return sittings.submit(sitting.pk, by=by, now=begun + timedelta(seconds=10 * len(answers) + 10))


def following(slug: str, questions_of_a_quiz: int = 5) -> Paper:
    """A paper made to the letter of a blueprint that comes with Tayari, all of its questions singles."""
    told = Blueprint.objects.filter(slug=slug).order_by("-version").first()
    if told is None:
        topics.load(now=NOW)
        told = Blueprint.objects.filter(slug=slug).latest("version")
    rules = blueprints.read(told.pattern)
    made = paper(
        rules.questions or questions_of_a_quiz,
        slug=slug,
        blueprint=told,
        marking=told.pattern["marking"],
        languages=list(rules.languages),
        paper_ms=rules.ms or 300_000,
        navigation=rules.navigation[0],
        leave_early=bool(rules.leave_early),
        qualifying=str(rules.qualifying or ""),
    )
    first = 1
    for number, (part, row) in enumerate(zip(rules.parts, told.pattern.get("sections", ()), strict=False), 1):
        section = PaperSection.objects.create(
            paper=made,
            number=number,
            name=row["name"],
            ms=part.ms,
            marking=row.get("marking", {}),
            choose=part.choose,
            languages=row.get("languages", []),
            qualifying=row.get("qualifying", ""),
        )
        made.places.filter(number__gte=first, number__lt=first + (part.questions or 0)).update(section=section)
        first += part.questions or 0
    return made
