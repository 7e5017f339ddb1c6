"""How long a candidate has. Knows no clock: times are ms of the sitting's own time, which stands while we are down.

`clocks` has the plan of a sitting, `places` what is open in it and until when, `arrivals` when an action counts,
`pauses` how time that was lost through us is given back.
"""

from tayari.rules.timing.arrivals import GRACE_MS, LAG_MS, REFILL_MS, action_ms, credit_ms, in_time
from tayari.rules.timing.clocks import Asked, Change, Navigation, Plan, Section
from tayari.rules.timing.pauses import Pause, running_ms, wall_ms
from tayari.rules.timing.places import (
    Place,
    end_ms,
    longest_ms,
    open_numbers,
    question_remaining_ms,
    remaining_ms,
    section_remaining_ms,
)

__all__ = [
    "GRACE_MS",
    "LAG_MS",
    "REFILL_MS",
    "Asked",
    "Change",
    "Navigation",
    "Pause",
    "Place",
    "Plan",
    "Section",
    "action_ms",
    "credit_ms",
    "end_ms",
    "in_time",
    "longest_ms",
    "open_numbers",
    "question_remaining_ms",
    "remaining_ms",
    "running_ms",
    "section_remaining_ms",
    "wall_ms",
]
