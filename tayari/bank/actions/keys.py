"""Keys of a version: set when it is cut, proposed when a fact changes, confirmed or dismissed by an editor."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.bank.actions.binding import HOLDER, bind
from tayari.bank.judging import Judged, derived
from tayari.bank.models import KeyProposal, Question, QuestionVersion, VersionKey
from tayari.base.locks import locked
from tayari.facts.actions import consequences
from tayari.rules.kinds import Refused


class NotOpen(ValueError):
    """The proposal is settled already, or the decision lacks what it needs."""


def newest(version: QuestionVersion) -> VersionKey | None:
    return version.keys.order_by("-at", "-pk").first()


def set_key(
    version: QuestionVersion, key: Sequence[str], judged: Judged, *, reason: str = "", by: Any, now: datetime
) -> VersionKey:
    """A new row when it says something else than the newest; open proposals are overtaken by it either way."""
    last = newest(version)
    if last and (last.key, last.truths, last.derived_from) == (list(key), judged.truths, judged.revisions):
        row = last
    else:
        row = VersionKey.objects.create(
            version=version,
            key=list(key),
            truths=judged.truths,
            shown_by=judged.shown_by,
            as_of=judged.as_of,
            derived_from=judged.revisions,
            at=now,
            by=by,
            reason=reason,
        )
        if last:
            entries.record(
                "questions.rederived", version.question, by=by, now=now, reason=reason, key=row.key, before=last.key
            )
    KeyProposal.objects.filter(version__question=version.question, outcome=KeyProposal.Outcome.OPEN).update(
        outcome=KeyProposal.Outcome.OVERTAKEN, settled_at=now
    )
    return row


@transaction.atomic
def propose_key(question: Question, *, facts: Collection[str] = (), by: Any, now: datetime) -> KeyProposal | None:
    """Judge the newest version again. Another key, or facts that can no longer judge it, become an open proposal.

    When only revisions moved and the key stays, a new key row says so at once, for nobody has anything to decide.
    Returns the open proposal, or None when there is nothing to decide.
    """
    held = locked(Question.objects.all()).get(pk=question.pk)
    version = held.latest
    last = newest(version) if version else None
    if version is None or last is None or held.state == Question.State.RETIRED:
        return None
    if last.at == now:
        # The same act that changed the facts derived it after them, as a pack's load does.
        return None
    try:
        asked, judged, found = derived(version.content, on=last.as_of)
    except Refused as refusal:
        return _proposed(version, last, facts, {"as_of": last.as_of, "refusal": str(refusal)}, by=by, now=now)
    if list(found.key) == last.key and judged.truths == last.truths:
        set_key(version, found.key, judged, reason="the facts changed and the key stays", by=by, now=now)
        bind(asked, judged)
        return None
    told = {
        "key": list(found.key),
        "truths": judged.truths,
        "shown_by": judged.shown_by,
        "derived_from": judged.revisions,
        "as_of": judged.as_of,
    }
    return _proposed(version, last, facts, told, by=by, now=now)


def _proposed(
    version: QuestionVersion, last: VersionKey, facts: Collection[str], told: dict[str, Any], *, by: Any, now: datetime
) -> KeyProposal:
    """The one open proposal of a version, brought up to date."""
    row = version.proposals.filter(outcome=KeyProposal.Outcome.OPEN).first() or KeyProposal(version=version)
    fresh = {"key": [], "truths": {}, "shown_by": {}, "derived_from": {}, "refusal": "", "before": last.key} | told
    for name, value in fresh.items():
        setattr(row, name, value)
    row.at, row.facts = now, sorted({*row.facts, *facts})
    row.save()
    entries.record(
        "questions.key_proposed", version.question, by=by, now=now, key=row.key, before=row.before, facts=row.facts
    )
    return row


def _open(proposal: KeyProposal) -> KeyProposal:
    locked(Question.objects.all()).get(pk=proposal.version.question_id)
    row = locked(KeyProposal.objects.all()).get(pk=proposal.pk)
    if row.outcome != KeyProposal.Outcome.OPEN:
        raise NotOpen("It is settled already; look at the question again.")
    return row


@transaction.atomic
def confirm_key(proposal: KeyProposal, *, reason: str = "", by: Any, now: datetime) -> VersionKey:
    """Add the proposed key as the version's newest row. Sittings keep the key that they were scored by.

    Raises NotOpen, also when the facts cannot judge the question or give another key by now.
    """
    row = _open(proposal)
    try:
        asked, judged, found = derived(row.version.content, on=row.as_of)
    except Refused as refusal:
        raise NotOpen(f"No key can be confirmed: {refusal}") from None
    if list(found.key) != row.key:
        raise NotOpen("The facts have changed once more and give another key; look at the new proposal.")
    _settle(row, KeyProposal.Outcome.CONFIRMED, reason, by=by, now=now)
    letters = [", ".join(key).upper() or "none" for key in (row.before, row.key)]
    _settle_consequences(row, True, "key {} became {}, confirmed in the bank".format(*letters), by=by, now=now)
    bind(asked, judged)
    return set_key(row.version, found.key, judged, reason=reason, by=by, now=now)


@transaction.atomic
def dismiss_key(proposal: KeyProposal, *, reason: str, by: Any, now: datetime) -> KeyProposal:
    """Keep the key as it is. Raises NotOpen, also without a reason."""
    row = _open(proposal)
    if not reason.strip():
        raise NotOpen("Say why the key stays: the next editor will ask.")
    _settle_consequences(row, False, f"the key stays: {reason.strip()}", by=by, now=now)
    return _settle(row, KeyProposal.Outcome.DISMISSED, reason.strip(), by=by, now=now)


def _settle_consequences(row: KeyProposal, done: bool, told: str, *, by: Any, now: datetime) -> None:
    """What the facts' own list still had open for the question, for the same facts, is decided with the proposal."""
    holder = HOLDER, row.version.question.ref
    consequences.settled_by_holder(holder, row.facts, done=done, told=told, by=by, now=now)


def _settle(row: KeyProposal, outcome: str, reason: str, *, by: Any, now: datetime) -> KeyProposal:
    row.outcome, row.reason, row.settled_by, row.settled_at = outcome, reason, by, now
    row.save(update_fields=["outcome", "reason", "settled_by", "settled_at"])
    entries.record(f"questions.key_{outcome}", row.version.question, by=by, now=now, reason=reason, key=row.key)
    return row
