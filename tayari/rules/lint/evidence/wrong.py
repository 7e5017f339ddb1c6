"""Claims that a person or a date is wrong for a fact, where a turn of prose tells outright what is meant."""

from tayari.rules.lint.base import Fact
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound, like
from tayari.rules.lint.weighing.days import day_of
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.wording import named_like


def wrong_person(scene: Scene, person: Mention, fact: Fact) -> Claim:
    """That the person stands where a fact about what was spoken of before has another."""
    words = scene.sentence.text[person.start : person.end]
    right = scene.index.base.entities.get(fact.value)
    return Claim(
        "fact.person", person.start, person.end, False, fact.subject, fact.predicate, (fact,), words,
        named_like(right, words, scene.sentence.language) if right else "", person, inferred=True, value=person.refs[0],
    )  # fmt: skip


def wrong_date(scene: Scene, thing: Mention, when: DateFound, fact: Fact, *, strong: bool = True) -> Claim:
    """That a date stands where a fact about the thing has another; the fact has a day."""
    words, day = scene.sentence.text[when.start : when.end], day_of(fact.value)
    assert day is not None
    return Claim(
        "fact.date", when.start, when.end, False, fact.subject, fact.predicate, (fact,), words, like(when, day), thing,
        when, strong=strong,
    )  # fmt: skip
