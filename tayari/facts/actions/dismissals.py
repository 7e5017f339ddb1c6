"""Dismisses a finding with a reason, and takes that back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tayari.audit.actions import entries
from tayari.base.locks import locked
from tayari.facts.models import Dismissal, LintFinding

_FEWEST_LETTERS = 3


class DismissalRefused(ValueError):
    """The finding cannot be dismissed or restored; the message says why."""


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Which finding, and where it stands."""

    finding: str
    holder_type: str = ""
    holder_ref: str = ""
    rule: str = ""
    words: str = ""


@transaction.atomic
def dismiss(what: Dismissed, *, reason: str, by: Any, now: datetime) -> Dismissal:
    """Keep a finding quiet until its sentence or its fact changes. Raises DismissalRefused without a reason."""
    reason = reason.strip()
    if len(reason) < _FEWEST_LETTERS:
        raise DismissalRefused("Say why this finding may stand: a dismissal needs a reason.")
    kept = locked(Dismissal.objects.all()).filter(finding=what.finding).first() or Dismissal(finding=what.finding)
    kept.holder_type, kept.holder_ref = what.holder_type[:60], what.holder_ref[:200]
    kept.rule, kept.words = what.rule[:60], what.words
    kept.reason, kept.by, kept.at = reason, by, now
    kept.save()
    LintFinding.objects.filter(finding=what.finding).delete()
    entries.record("facts.dismiss", f"facts.dismissal:{what.finding}", by=by, now=now, reason=reason, rule=what.rule)
    return kept


@transaction.atomic
def restore(finding: str, *, reason: str, by: Any, now: datetime) -> None:
    """Hear a finding again. Raises DismissalRefused when it was not dismissed, or without a reason."""
    kept = locked(Dismissal.objects.all()).filter(finding=finding).first()
    if kept is None:
        raise DismissalRefused(f"No finding {finding} was dismissed; look at its id again.")
    if len(reason.strip()) < _FEWEST_LETTERS:
        raise DismissalRefused("Say why this finding is to be heard again.")
    kept.delete()
    entries.record("facts.restore", f"facts.dismissal:{finding}", by=by, now=now, reason=reason.strip(), rule=kept.rule)
