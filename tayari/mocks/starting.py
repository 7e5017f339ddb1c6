"""How a start reaches the database: with what others want written at that moment, where this process carries groups."""

from contextlib import suppress

from tayari.delivery.batches import process
from tayari.delivery.batches.carrier import Ended, Full
from tayari.mocks.actions.starts import Begin, NotOpen, start_all
from tayari.mocks.models import Sitting


def start(asked: Begin) -> Sitting:
    """The sitting, once it is committed. Raises NotOpen."""
    outcome = _carried(asked)
    if isinstance(outcome, NotOpen):
        raise outcome
    return outcome


def _carried(asked: Begin) -> Sitting | NotOpen:
    if carrier := process.running():
        # Where nothing was taken, whoever pressed Start waits already: this one goes alone.
        with suppress(Full, Ended):
            outcome: Sitting | NotOpen = carrier.carry_here(start_all, asked)
            return outcome
    return start_all([asked])[0]
