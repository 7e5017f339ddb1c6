"""What a draft is about: facts of one subject, of one predicate or of subjects that hang together, least used first."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tayari.rules.drafts.values import Known

Wanted = Callable[[Known], bool]


@dataclass(frozen=True, slots=True)
class Theme:
    """Facts that may stand in one question, and how often each was used before."""

    known: Sequence[Known]
    used: Mapping[str, int]

    def _weights(self, among: Sequence[Known]) -> list[float]:
        return [1 / (1 + 3 * self.used.get(one.fact.ref, 0)) ** 2 for one in among]

    def pick(self, rng: random.Random, wanted: Wanted) -> Known | None:
        """One fact that is wanted."""
        among = [one for one in self.known if wanted(one)]
        return rng.choices(among, self._weights(among))[0] if among else None

    def several(self, rng: random.Random, count: int, wanted: Wanted) -> list[Known]:
        """Up to `count` facts, no two on one subject and predicate."""
        among = [one for one in self.known if wanted(one)]
        chosen: dict[tuple[str, str], Known] = {}
        while among and len(chosen) < count:
            one = rng.choices(among, self._weights(among))[0]
            chosen[one.place] = one
            among = [other for other in among if other.place != one.place]
        return list(chosen.values())


class Themes:
    """The themes of the facts that may be drawn on."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._all = tuple(known)
        groups: dict[tuple[str, str], list[Known]] = {}
        for one in known:
            groups.setdefault(("subject", one.fact.subject), []).append(one)
            groups.setdefault(("predicate", one.fact.predicate), []).append(one)
            groups.setdefault(("type", one.subject.type), []).append(one)
        whole = {one.fact.subject: groups["subject", one.fact.subject] for one in known}
        for one in known:
            if one.predicate.object_kind == "entity" and one.fact.value in whole:
                near = groups.setdefault(("near", one.fact.value), list(whole[one.fact.value]))
                near += [other for other in whole[one.fact.subject] if other not in near]
        self._groups = groups
        self._drawn: dict[tuple[tuple[str, ...], int], tuple[list[list[Known]], list[float]]] = {}

    def draw(self, rng: random.Random, used: Counter[str], *, by: Sequence[str], least: int) -> Theme:
        """A theme of at least `least` facts, one of the kinds `by`; everything when there is none such."""
        key = tuple(by), least
        if key not in self._drawn:
            found = [group for (kind, _), group in self._groups.items() if kind in by and len(group) >= least]
            self._drawn[key] = found, [len(group) ** 0.5 for group in found]
        groups, weights = self._drawn[key]
        return Theme(rng.choices(groups, weights)[0] if groups else self._all, used)
