"""The states a question goes through on its way to a paper, and which may follow which."""

from collections.abc import Mapping

DRAFT, LANGUAGE_CHECK, FACT_CHECK, READY, RETIRED = STATES = (
    "draft",
    "language-check",
    "fact-check",
    "ready",
    "retired",
)

# Ready is reached by publishing alone, which cuts a version. What is ready may be looked at again.
_AFTER: Mapping[str, frozenset[str]] = {
    DRAFT: frozenset({LANGUAGE_CHECK, FACT_CHECK, READY, RETIRED}),
    LANGUAGE_CHECK: frozenset({DRAFT, FACT_CHECK, READY, RETIRED}),
    FACT_CHECK: frozenset({DRAFT, LANGUAGE_CHECK, READY, RETIRED}),
    READY: frozenset({DRAFT, LANGUAGE_CHECK, FACT_CHECK, RETIRED}),
    RETIRED: frozenset({DRAFT, LANGUAGE_CHECK, FACT_CHECK, READY}),
}


class NoSuchMove(ValueError):
    """A question does not go from the one state to the other; the message says what to do."""


def move(before: str, after: str, *, published: bool) -> str:
    """The state after a move. `published` says whether the question has a version as it stands now.

    Raises NoSuchMove.
    """
    if after == before:
        return before
    if after not in _AFTER.get(before, frozenset()):
        raise NoSuchMove(
            f"a question goes from {before} to {', '.join(sorted(_AFTER.get(before, ())))}, not to {after}"
        )
    if after == READY and not published:
        raise NoSuchMove("a question becomes ready by being published: that cuts the version that papers take")
    return after
