"""When an action counts that a browser reports after the fact, and how much of the network's delay is forgiven."""

LAG_MS = 2_000
"""The most network delay that is forgiven at once: at a question's end, and from the time of the next question."""

REFILL_MS = 500
"""How much of the forgiveness that was used comes back with each question."""

GRACE_MS = 120_000
"""How long after a section's or the paper's end an action made before it may still arrive, unless a paper says so."""


def action_ms(*, contact_ms: int | None, after_ms: int, arrival_ms: int) -> int:
    """When an action happened: the client's last contact with the server plus what it counted since.

    Clamped to [last contact, arrival]; a client the server has not met yet cannot claim anything earlier than arrival.
    """
    if contact_ms is None:
        return arrival_ms
    return max(contact_ms, min(contact_ms + max(0, after_ms), arrival_ms))


def in_time(*, action: int, arrival: int, end: int | None, grace: int) -> bool:
    """Whether an action was made by `end` and reached the server within the grace after it."""
    return end is None or (action <= end and arrival <= end + grace)


def credit_ms(*, action: int, arrival: int, quota: int) -> int:
    """What of the way from the candidate to us is not charged to what opens then: never more than the quota.

    A client that lies about its delay wins the quota once and the refill with each question, and no more.
    """
    return max(0, min(arrival - action, quota))
