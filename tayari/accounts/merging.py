"""What higher rooms do when a guest becomes a member: each registers how its rows change hands."""

from collections.abc import Callable, Mapping

from tayari.accounts.models import Person

Move = Callable[[Person, Person], int]
_moves: dict[str, Move] = {}


def register(name: str, move: Move) -> None:
    """`move(guest, member)` gives the member the guest's rows and says how many; it runs inside the transaction."""
    _moves[name] = move


def hooks() -> Mapping[str, Move]:
    return dict(_moves)
