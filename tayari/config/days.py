"""The day that a command is told, and today."""

from datetime import date

from tayari.base.problems import Unusable


def told_day(text: str | None) -> date | None:
    """The day of `--as-of`. Raises Unusable when it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Unusable(f"--as-of {text} is not a day; write it as 2026-11-23.") from None


def today() -> date:
    """Today where the site is. Django's settings are there by then."""
    from django.utils import timezone

    from tayari.base import clock

    return timezone.localdate(clock.now())
