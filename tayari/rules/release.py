"""When a question may be seen outside its papers: after every paper that uses it has released it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Use:
    """A paper that uses the question. `state` is draft, open or withdrawn; `starts` None when it has no set day.

    `forward` papers open their questions, or their sections, one by one: while such a paper is open, somebody may
    always be before it.
    """

    state: str
    starts: datetime | None
    forward: bool


def _has_released(use: Use, now: datetime) -> bool:
    started = use.starts is None or use.starts <= now
    if use.state == "withdrawn":
        return started
    return use.state == "open" and started and not use.forward


def released(uses: Iterable[Use], now: datetime) -> bool:
    """Whether every paper has released it; a question in no paper is kept for one."""
    told = list(uses)
    return bool(told) and all(_has_released(use, now) for use in told)


def shows(policy: str, *, closes: datetime | None, final: bool, now: datetime, objections: bool = False) -> bool:
    """Whether a sitting that was handed in may show its score, or its answers: at once (`submitted`), when the paper's
    window has closed (`closed`; one without a window is always closed), or when every key is final (`final`).

    Nobody can object to a key that was not seen: where there is a time for `objections`, the provisional key comes when
    the window closes, and `final` then says only when it becomes the final one.
    """
    if policy == "submitted":
        return True
    over = closes is None or closes <= now
    return over if policy == "closed" or objections else over and final
