"""What is compiled from something, kept with it: for as long as it lives, and no longer."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Self


class Keeper:
    """Keeps what is made of it.

    A table beside it, weak as its keys may be, would hold it for ever: what is made of it leads back to it.
    """

    @cached_property
    def _made(self) -> dict[Callable[..., Any], Any]:
        return {}

    def once[Made](self, make: Callable[[Self], Made]) -> Made:
        """What `make` makes of this, made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made
