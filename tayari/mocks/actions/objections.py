"""Takes objections to a key and takes them back; an editor decides about the key, and says when the keys are final."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from tayari.accounts.models import Person
from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.mocks import marking, reviewing
from tayari.mocks.actions.sittings import SittingUnknown
from tayari.mocks.models import (
    Objection,
    Paper,
    Printing,
    PrintingKey,
    PrintingQuestion,
    Rekeying,
    Sitting,
)
from tayari.plain.texts import PREVAILING, in_language
from tayari.rules import objections as law
from tayari.rules.objections import Cited


class NotTaken(ValueError):
    """No objection is taken here now; `reason` says why, as `rules.objections.Reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no objection is taken: {reason}")
        self.reason = reason


class Undecidable(ValueError):
    """The decision lacks something or comes too late; the message says what to do."""


@transaction.atomic
def file(
    ident: UUID,
    number: int,
    *,
    claim: str,
    suggested: Sequence[str],
    words: str,
    sources: Sequence[Cited],
    by: Person,
    now: datetime,
) -> Objection:
    """Object to the key of one question of a closed sitting. Raises SittingUnknown, NotTaken and NotEvidence."""
    locked(Person.objects.all()).get(pk=by.pk)
    sitting = Sitting.objects.of(by).select_related("printing__paper").filter(pk=ident).first()
    question = PrintingQuestion.objects.filter(printing=sitting.printing_id, number=number).first() if sitting else None
    if sitting is None or question is None:
        raise SittingUnknown(f"there is no question {number} in a sitting {ident} of this person")
    if reason := refusal(sitting, question, now=now):
        raise NotTaken(reason)
    said = " ".join(words.split())
    if not said or len(said) > law.LONGEST_WORDS:
        raise law.NotEvidence("words")
    known = {option["id"] for option in sitting.printing.body[str(number)]["options"]}
    if claim not in law.CLAIMS or not set(suggested) <= known:
        raise law.NotEvidence("claim")
    evidence = law.cited(sources, sitting.printing.paper.objection_sources)
    objection = Objection.objects.create(
        question=question,
        person=by,
        claim=claim,
        suggested=sorted(set(suggested)),
        words=said,
        sources=[one.as_json() for one in evidence],
        at=now,
    )
    entries.record("objections.file", objection, by=by, now=now, question=str(question), claim=claim)
    return objection


def refusal(sitting: Sitting, question: PrintingQuestion, *, now: datetime) -> str | None:
    """Why the person of the sitting may not object to the key of `question` now, or None. Three queries at most."""
    return law.refusal(
        until=sitting.printing.paper.objections_until,
        shown=reviewing.shown(sitting, now=now).answers,
        already=Objection.objects.filter(question=question, person=sitting.person, withdrawn_at=None).exists(),
        final=marking.newest(question).standing == PrintingKey.Standing.FINAL,
        now=now,
    )


@transaction.atomic
def withdraw(objection: Objection, *, by: Person, now: datetime) -> Objection:
    """Take one's own objection back, as long as nothing is decided. Raises NotTaken."""
    row = locked(Objection.objects.filter(person=by)).select_related("question").filter(pk=objection.pk).first()
    if row is None or row.withdrawn_at is not None:
        raise NotTaken("twice")
    if marking.newest(row.question).standing == PrintingKey.Standing.FINAL:
        raise NotTaken("final")
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    entries.record("objections.withdraw", row, by=by, now=now)
    return row


def alike(question: PrintingQuestion) -> QuerySet[PrintingQuestion]:
    """The same version wherever the paper printed it: a decision holds for all of them."""
    return PrintingQuestion.objects.filter(
        printing__paper=question.printing.paper_id, version=question.version_id
    ).select_related("printing__paper", "version")


@transaction.atomic
def decide(
    question: PrintingQuestion,
    *,
    policy: str,
    key: Sequence[str] = (),
    also: Sequence[Sequence[str]] = (),
    reason: Mapping[str, str],
    origin: str = Rekeying.Origin.EDITOR,
    by: Any,
    now: datetime,
) -> list[Rekeying]:
    """What becomes of a question's key in every printing of its paper. Raises Undecidable.

    "The key stays" holds at once and makes the key final. Anything else waits for a rescore, which applies it.
    """
    if policy not in Rekeying.Policy.values:
        raise Undecidable("Choose what becomes of the key.")
    if not any(words.strip() for words in reason.values()):
        raise Undecidable("Say why in public words: candidates read it.")
    locked(Paper.objects.all()).get(pk=question.printing.paper_id)
    made = []
    for row in alike(question).prefetch_related("keys"):
        held = marking.newest(row)
        said_key, said_also = _keys(row, held, policy, key, also)
        open_run = row.rekeyings.filter(state=Rekeying.State.DECIDED, run__isnull=False).first()
        if open_run:
            raise Undecidable(f"{row} is in {open_run.run}, which is not applied yet; apply or discard that first.")
        waiting = row.rekeyings.filter(state__in=Rekeying.OPEN)
        source = origin if not waiting.filter(origin=Rekeying.Origin.FACT).exists() else Rekeying.Origin.FACT
        waiting.update(state=Rekeying.State.DISMISSED, settled_at=now, settled_by=by)
        stays = policy == Rekeying.Policy.NONE
        made.append(
            Rekeying.objects.create(
                question=row,
                origin=source,
                policy=policy,
                key=said_key,
                also=said_also,
                reason=dict(reason),
                state=Rekeying.State.APPLIED if stays else Rekeying.State.DECIDED,
                at=now,
                settled_at=now,
                settled_by=by,
            )
        )
        if stays and held.standing != PrintingKey.Standing.FINAL:
            confirm(held, now=now)
    entries.record(
        "rekeyings.decide",
        question,
        by=by,
        now=now,
        reason=in_language(reason, PREVAILING),
        policy=policy,
        key=list(key),
    )
    return made


def confirm(held: PrintingKey, *, now: datetime) -> PrintingKey:
    """The same key as a final one."""
    return PrintingKey.objects.create(
        question=held.question,
        key=held.key,
        also=held.also,
        policy=held.policy,
        reason=held.reason,
        standing=PrintingKey.Standing.FINAL,
        at=now,
    )


def _keys(
    row: PrintingQuestion, held: PrintingKey, policy: str, key: Sequence[str], also: Sequence[Sequence[str]]
) -> tuple[list[str], list[list[str]]]:
    """The key and the further keys that the policy leaves; only a corrected or a second one is told. Raises."""
    if policy not in {Rekeying.Policy.CORRECTED, Rekeying.Policy.SECOND, Rekeying.Policy.DERIVED}:
        return list(held.key), list(held.also)
    told = [list(one) for one in (key, *also) if one]
    known = {option["id"] for option in row.printing.body[str(row.number)]["options"]}
    if known and any(not set(one) <= known for one in told):
        raise Undecidable(f"Question {row.number} has no such option; choose among {', '.join(sorted(known)).upper()}.")
    needed = 2 if policy == Rekeying.Policy.SECOND else 1
    if len(told) < needed or (policy != Rekeying.Policy.SECOND and len(told) > 1):
        raise Undecidable("Name the new key." if needed == 1 else "Name every key that counts, two at least.")
    if told == [list(held.key), *held.also] and held.policy not in {"all", "attempters", "drop"}:
        raise Undecidable("That is the key already; choose that it stays.")
    return told[0], told[1:]


@transaction.atomic
def propose(question: PrintingQuestion, *, key: Sequence[str], cause: str, by: Any, now: datetime) -> Rekeying | None:
    """A key that changed facts would give, for an editor to decide about. None when it is the key already."""
    locked(PrintingQuestion.objects.all()).get(pk=question.pk)
    held = marking.newest(question)
    if [list(key)] == [list(held.key), *held.also] or question.rekeyings.filter(state=Rekeying.State.DECIDED).exists():
        return None
    row, _ = Rekeying.objects.update_or_create(
        question=question,
        state=Rekeying.State.PROPOSED,
        defaults={
            "origin": Rekeying.Origin.FACT,
            "policy": Rekeying.Policy.CORRECTED,
            "key": list(key),
            "cause": cause,
            "at": now,
        },
    )
    entries.record("rekeyings.propose", question, by=by, now=now, reason=cause, key=list(key), before=held.key)
    return row


def undecided(printing: Printing) -> int:
    """Objections that stand and that no decision came after, and decisions that wait for a rescore."""
    waiting = Rekeying.objects.filter(question__printing=printing, state__in=Rekeying.OPEN).count()
    objected = reviewing.provisional(printing).filter(
        pk__in=Objection.objects.filter(question__printing=printing, withdrawn_at=None).values("question")
    )
    return waiting + objected.exclude(rekeyings__state__in=Rekeying.OPEN).count()


@transaction.atomic
def finalise(printing: Printing, *, by: Any, now: datetime) -> int:
    """Make every key that is still provisional final; gives how many. Raises Undecidable while something waits."""
    locked(Printing.objects.all()).get(pk=printing.pk)
    if waiting := undecided(printing):
        raise Undecidable(f"{waiting} questions wait for a decision or a rescore; settle them first.")
    made = [confirm(marking.newest(row), now=now) for row in reviewing.provisional(printing).prefetch_related("keys")]
    if made:
        entries.record("printings.final_key", printing.paper, by=by, now=now, printing=printing.number, keys=len(made))
    return len(made)
