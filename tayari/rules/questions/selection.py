"""Picks the questions of a paper from a bank: by topics, kinds, difficulty and a seed, none answering another."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tayari.rules.questions import papers
from tayari.rules.questions.papers import Asked, Told
from tayari.rules.questions.quotas import shares

# Each try goes through the bank in another order; what is still short after so many is short.
_TRIES = 60
DIMENSIONS = ("topic", "kind", "difficulty")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many questions, and how they share out: weights by topic id, kind and difficulty; empty leaves it open."""

    count: int
    seed: str
    topics: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    difficulties: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Short:
    """A cell that the bank cannot fill: `dimension` is topic, kind or difficulty (or paper, as a whole)."""

    dimension: str
    name: str
    wanted: int
    found: int

    def __str__(self) -> str:
        missing = self.wanted - self.found
        where = f"{self.dimension} {self.name}".strip()
        return f"{where}: {missing} short ({self.found} of {self.wanted})"


@dataclass(frozen=True, slots=True)
class Selection:
    """The refs in the order of the paper, and the cells that are short; none when the paper is whole."""

    refs: tuple[str, ...]
    short: tuple[Short, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question of the bank with the cells that it can fill."""

    told: Told
    topics: tuple[str, ...]
    kind: str
    difficulty: str


def select(bank: Iterable[Asked], wanted: Wanted, *, beside: Sequence[Asked] = ()) -> Selection:
    """The largest selection found that keeps to every share. The same bank, wishes and seed give the same.

    None is among those `beside` it in the paper, or answers one of them.
    """
    quotas = {
        "topic": shares(wanted.topics, wanted.count),
        "kind": shares(wanted.kinds, wanted.count),
        "difficulty": shares(wanted.difficulties, wanted.count),
    }
    candidates = sorted((_candidate(asked, quotas["topic"]) for asked in bank), key=lambda one: one.told.ref)
    clashes = _Clashes()
    others = [papers.told(asked) for asked in beside]
    candidates = [one for one in candidates if _has_place(one, quotas) and clashes.none(one.told, others)]
    best: list[tuple[_Candidate, str]] = []
    for attempt in range(_TRIES):
        rng = random.Random(f"{wanted.seed}\x1f{attempt}")  # noqa: S311 — a choice, not a secret
        found = _fill(candidates, quotas, wanted.count, clashes, rng)
        if len(found) > len(best):
            best = found
        if len(best) == wanted.count:
            break
    random.Random(wanted.seed).shuffle(best)  # noqa: S311 — an order, not a secret
    return Selection(tuple(one.told.ref for one, _ in best), tuple(_short(best, quotas, wanted.count)))


def _candidate(asked: Asked, topics: Mapping[str, int]) -> _Candidate:
    head = asked[0].head
    on = tuple(name for name in topics if any(topic == name or topic.startswith(f"{name}.") for topic in head.topics))
    return _Candidate(papers.told(asked), on, head.kind, head.difficulty)


def _has_place(one: _Candidate, quotas: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether each share that is asked for has a cell for it at all."""
    return all(not quotas[name] or any(map(quotas[name].get, _cells(one, name))) for name in DIMENSIONS)


def _cells(one: _Candidate, dimension: str) -> Sequence[str]:
    return {"topic": one.topics, "kind": (one.kind,), "difficulty": (one.difficulty,)}[dimension]


class _Clashes:
    """Which two may not stand in one paper; each pair is looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def between(self, one: Told, two: Told) -> bool:
        key = (min(one.ref, two.ref), max(one.ref, two.ref))
        if key not in self._known:
            self._known[key] = bool(papers.answering(one, two)) or papers.alike(one, two)
        return self._known[key]

    def none(self, one: Told, others: Iterable[Told]) -> bool:
        """Whether it is none of them and may stand beside all."""
        return not any(one.ref == other.ref or self.between(one, other) for other in others)


def _fill(
    candidates: Sequence[_Candidate],
    quotas: Mapping[str, Mapping[str, int]],
    count: int,
    clashes: _Clashes,
    rng: random.Random,
) -> list[tuple[_Candidate, str]]:
    """One way through the bank: rare cells first, so that what fits everywhere is left for the end."""
    supply = Counter(cell for one in candidates for name in DIMENSIONS for cell in _cells(one, name))
    demand = {cell: wanted for shares_of in quotas.values() for cell, wanted in shares_of.items()}
    order = list(candidates)
    rng.shuffle(order)
    order.sort(key=lambda one: _ease(one, supply, demand) * rng.uniform(0.7, 1.4))
    room = {name: Counter(quotas[name]) for name in DIMENSIONS}
    chosen: list[tuple[_Candidate, str]] = []
    for one in order:
        if len(chosen) == count:
            break
        topic = _topic(one, room["topic"], bool(quotas["topic"]), rng)
        open_cells = all(not quotas[name] or room[name][_cells(one, name)[0]] > 0 for name in ("kind", "difficulty"))
        if topic is None or not open_cells or any(clashes.between(one.told, other.told) for other, _ in chosen):
            continue
        chosen.append((one, topic))
        room["topic"][topic] -= 1
        room["kind"][one.kind] -= 1
        room["difficulty"][one.difficulty] -= 1
    return chosen


def _ease(one: _Candidate, supply: Mapping[str, int], demand: Mapping[str, int]) -> float:
    """How much more the bank has of the question's rarest cell than is wanted."""
    told = [supply[cell] / demand[cell] for name in DIMENSIONS for cell in _cells(one, name) if demand.get(cell)]
    return min(told, default=1.0)


def _topic(one: _Candidate, room: Mapping[str, int], asked: bool, rng: random.Random) -> str | None:
    """The topic that the question is taken for: that with the most room; empty when topics are open, None without."""
    if not asked:
        return ""
    free = [name for name in one.topics if room.get(name, 0) > 0]
    return max(free, key=lambda name: (room[name], rng.random())) if free else None


def _short(
    chosen: Sequence[tuple[_Candidate, str]], quotas: Mapping[str, Mapping[str, int]], count: int
) -> list[Short]:
    if len(chosen) == count:
        return []
    found = {
        "topic": Counter(topic for _, topic in chosen),
        "kind": Counter(one.kind for one, _ in chosen),
        "difficulty": Counter(one.difficulty for one, _ in chosen),
    }
    cells = [
        Short(name, cell, wanted, found[name][cell])
        for name in DIMENSIONS
        for cell, wanted in quotas[name].items()
        if found[name][cell] < wanted
    ]
    return cells or [Short("paper", "", count, len(chosen))]
