"""Questions with their key, their reasons and the facts behind them, for those who may see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tayari.bank.models import QuestionVersion
from tayari.rules import kinds


@dataclass(frozen=True, slots=True)
class Explained:
    """A version with what follows from the facts. `facts_of` gives the facts behind each option, in order."""

    version_id: int
    ref: str
    question: kinds.Question
    derived: kinds.Derived
    truths: Mapping[str, bool]
    facts_of: Mapping[str, tuple[str, ...]]
    topics: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ref for refs in self.facts_of.values() for ref in refs))


def explain(version: QuestionVersion) -> Explained:
    """The version under its newest key. Asks the database nothing when keys and question are there already."""
    newest = max(version.keys.all(), key=lambda key: (key.at, key.pk))
    question = kinds.parse(version.content)
    derived = kinds.derive(question, newest.truths)
    return Explained(
        version_id=version.pk,
        ref=version.question.ref,
        question=question,
        derived=derived,
        truths=newest.truths,
        facts_of={
            option: tuple(dict.fromkeys(ref for item in items for ref in newest.shown_by.get(item, [])))
            for option, items in derived.rests_on.items()
        },
        topics=question.head.topics,
    )


def explained(version_ids: Iterable[int]) -> dict[int, Explained]:
    """Versions with key and reasons, by id. Two queries."""
    found = QuestionVersion.objects.filter(pk__in=list(version_ids)).select_related("question")
    return {version.pk: explain(version) for version in found.prefetch_related("keys")}
