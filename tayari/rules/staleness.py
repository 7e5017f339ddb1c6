"""Whether a change of a fact makes stale what rests on it, and why."""

from collections.abc import Mapping
from typing import Any, Literal

Cause = Literal["changed", "closed", "disputed", "retired", "unverified", "evidence", "new"]
Saying = Mapping[str, Any]

# What a reader could have read; a note or one source more changes nothing of that.
_SAID = ("subject", "predicate", "object", "texts", "valid_from")


def cause(before: Saying | None, after: Saying, *, fed: bool = False, feeds: bool = False) -> Cause | None:
    """Why a place that was bound to the fact as it was must be looked at; None when nothing changed for it.

    `before` and `after` are contents of revisions. `fed` and `feeds` tell whether the fact could decide a key before,
    and can now. What is not so any more comes first, then what is said otherwise, then how well it is borne out.
    """
    if before is None:
        return None
    status, was = after["status"], before["status"]
    if status != was and status in {"retired", "disputed"}:
        return "retired" if status == "retired" else "disputed"
    if any(before[name] != after[name] for name in _SAID):
        return "changed"
    if before["valid_to"] != after["valid_to"]:
        return "changed" if before["valid_to"] else "closed"
    if was == "verified" and status == "draft":
        return "unverified"
    return "evidence" if fed and not feeds else None


def answers_anew(before: Saying | None, after: Saying) -> bool:
    """Whether the fact now answers questions about its subject or predicate that it did not answer before."""
    if after["status"] != "verified":
        return False
    if before is None or before["status"] != "verified":
        return True
    return any(before[name] != after[name] for name in ("subject", "predicate"))
