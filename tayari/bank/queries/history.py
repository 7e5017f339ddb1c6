"""A question's versions with what each changed, its keys with why, and what is proposed."""

from dataclasses import dataclass
from datetime import date, datetime

from tayari.bank.models import KeyProposal, Question, QuestionVersion
from tayari.rules.questions.differences import Difference, differences


@dataclass(frozen=True, slots=True)
class KeyRow:
    key: str
    as_of: date
    at: datetime
    by: str
    reason: str
    derived_from: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """`changes` is against the version before; of the first there are none."""

    number: int
    at: datetime
    by: str
    changes: tuple[Difference, ...]
    keys: tuple[KeyRow, ...]


def letters(key: list[str]) -> str:
    return ", ".join(key).upper() if all(len(one) == 1 for one in key) else ", ".join(key)


def versions(question: Question) -> list[VersionRow]:
    """The newest first. Two queries."""
    rows = list(question.versions.select_related("by").prefetch_related("keys__by").order_by("number"))
    before = [None, *rows]
    found = [_row(row, last) for row, last in zip(rows, before, strict=False)]
    return found[::-1]


def _row(row: QuestionVersion, last: QuestionVersion | None) -> VersionRow:
    keys = sorted(row.keys.all(), key=lambda key: (key.at, key.pk), reverse=True)
    return VersionRow(
        row.number,
        row.at,
        str(row.by or ""),
        tuple(differences(last.content, row.content)) if last else (),
        tuple(
            KeyRow(letters(key.key), key.as_of, key.at, str(key.by or ""), key.reason, tuple(key.derived_from.items()))
            for key in keys
        ),
    )


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposed key in words; `key` is empty when the facts can no longer judge the question."""

    pk: int
    ref: str
    before: str
    key: str
    refusal: str
    facts: tuple[str, ...]
    at: datetime
    outcome: str
    reason: str
    settled_by: str


def proposals(question: Question | None = None, *, open_only: bool = True) -> list[ProposalRow]:
    """Of one question or of all, the newest first. One query."""
    rows = KeyProposal.objects.select_related("version__question", "settled_by")
    if question:
        rows = rows.filter(version__question=question)
    if open_only:
        rows = rows.filter(outcome=KeyProposal.Outcome.OPEN)
    return [
        ProposalRow(
            row.pk,
            row.version.question.ref,
            letters(row.before),
            letters(row.key),
            row.refusal,
            tuple(row.facts),
            row.at,
            row.get_outcome_display(),
            row.reason,
            str(row.settled_by or ""),
        )
        for row in rows
    ]
