"""A closed sitting with its score: what every part of the result page starts from."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from tayari.mocks import marking, plans
from tayari.mocks.models import PrintingKey, Sitting
from tayari.rules.keys import Marked, Place
from tayari.rules.rescoring import Scheme
from tayari.rules.scoring import Score
from tayari.rules.sittings import State


@dataclass(frozen=True)
class Graded:
    """`places` are the sitting's questions in the order in which it showed them; `versions` gives the question version
    of each number, `standings` whether its key is provisional or final."""

    sitting: Sitting
    how: Scheme
    places: tuple[Place, ...]
    score: Score
    state: State
    versions: Mapping[int, int]
    standings: Mapping[int, str]

    @property
    def final(self) -> bool:
        """Every key of the printing is final."""
        return set(self.standings.values()) == {PrintingKey.Standing.FINAL}

    @cached_property
    def marked(self) -> dict[int, Marked]:
        return {one.number: one for one in self.score.marked}

    @cached_property
    def position(self) -> dict[int, int]:
        """Where a question stands in this sitting, from 1."""
        return {place.number: at for at, place in enumerate(self.places, start=1)}

    @property
    def timed(self) -> bool:
        return self.sitting.mode == Sitting.Mode.TIMED

    def marks(self, whole: int) -> Fraction:
        return Fraction(whole, self.sitting.printing.denominator)


def graded(sitting: Sitting) -> Graded:
    """Two queries beyond the sitting's own."""
    rows = marking.questions(sitting.printing)
    how = marking.scheme(sitting.printing, rows=rows)
    score = marking.score_of(sitting, how)
    by_number = {place.number: place for place in how.places}
    return Graded(
        sitting=sitting,
        how=how,
        places=tuple(by_number[number] for number in plans.plan(sitting).numbers),
        score=score,
        state=plans.state(sitting),
        versions={row.number: row.version_id for row in rows},
        standings={row.number: marking.newest(row).standing for row in rows},
    )
