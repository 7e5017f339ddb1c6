"""`python -m bench.lint.fitting`: fits the weights of the evidence on the corpus, by parts left out, and writes them.

What is fitted on are the pairs of a value and a fact that has another (`rules/lint/evidence/pairs.py`): those of the
mutants, of true texts with an error made by a program, of the true texts themselves and of the demo pack. A logistic
regression whose weights are shrunk; pure Python, so that nobody needs more than the project has.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import exp, log1p
from pathlib import Path
from typing import Any
from zlib import crc32

from bench.lint import measuring, scoring
from bench.lint.least import least
from bench.lint.mutating import Change, Mutator
from tayari.rules.lint import wording
from tayari.rules.lint.base import FactBase
from tayari.rules.lint.document import Block, Document
from tayari.rules.lint.evidence import weights as kept
from tayari.rules.lint.evidence.focus import Focus
from tayari.rules.lint.evidence.pairs import Pair, pairs
from tayari.rules.lint.evidence.weights import KINDS
from tayari.rules.lint.facts import scenes

_AS_OF = date(2026, 11, 22)
_CHANGES = 3  # errors that are made in one true text
_EVERY = 3  # of the pairs that are right so, one of so many is looked at
_WHOLE = ("true passages",)  # where each is looked at, and weighs as much: nowhere else is so much that is none of ours
_REAL = 3  # what a pair of the corpus weighs, beside one with an error made by a program
_RARE = 30  # a sign seen fewer times has no weight
_SHRINK = 25.0  # how much the square of a weight costs
# Parts on which the rules that read words were not tuned: only there is what those rules say as sure as on any text.
UNTUNED = ("dev-6", "dev-7", "dev-8", "true passages")
# What is held out or plain is not looked at; with dev-9, unseen text fared the same and older texts worse.
_LEFT = ("dev-9", "plain", "plain-2", "plain-3", "plain-4", "held-out")
PARTS = {name: file for name, file in measuring.FILES.items() if name not in _LEFT}
OUT = Path(kept.__file__)
_OPENING = '_TABLE = """\n'


@dataclass(frozen=True, slots=True)
class Sample:
    part: str
    kind: str
    signs: tuple[str, ...]
    wrong: bool
    weight: float = 1.0


class Sampler:
    """Gathers the samples of the corpus."""

    def __init__(self, base: FactBase) -> None:
        self._base, self._mutator = base, Mutator(base)
        self._values = {fact.ref: fact.value for fact in base.facts}
        self._subjects = {fact.ref: fact.subject for fact in base.facts}

    def all(self) -> Iterator[Sample]:
        for name, file in PARTS.items():
            data = scoring.read(file)
            default = scoring.day_of(data, _AS_OF)
            sentences = {row["id"]: row for row in data.get("sentences", ())}
            for row in (*sentences.values(), *data.get("passages", ())):
                yield from self._true(name, scoring.document(row), scoring.day_of(row, default))
            for row in data.get("mutants", ()):
                yield from self._mutant(name, {**sentences[row["of"]], **row}, default)
        yield from self._demo()
        yield from self._wordings()

    def _wordings(self) -> Iterator[Sample]:
        """Each fact in its own words, in both languages."""
        for fact in self._base.facts:
            for language in ("en", "hi"):
                said = wording.value(self._base, fact, language)
                text = wording.sentence(self._base, fact.subject, fact.predicate, said, language)
                row = {"text": text, "lang": language}
                for scene in scenes(scoring.document(row), self._base, as_of=_AS_OF, language=language):
                    for pair in pairs(Focus(scene)):
                        yield from self._right("wording", pair, 1.0)

    def _demo(self) -> Iterator[Sample]:
        from tayari.facts.readers.reading import read_path

        for document in read_path(measuring.ROOT / "tayari" / "demo" / "pack"):
            yield from self._true("demo", document, _AS_OF)

    def _mutant(self, part: str, row: dict[str, Any], default: date) -> Iterator[Sample]:
        def is_wrong(text: str, start: int, end: int) -> bool:
            at = text.find(row["words"])
            return any(
                start < one + len(row["words"]) and one < end
                for one in range(max(0, at), len(text)) if text.startswith(row["words"], one)
            )  # fmt: skip

        # What is named for something else: that of which the true text tells, and that of which the wrong name is.
        was = {self._subjects[ref] for ref in row["facts"]} if row["kind"] == "agreement" else set()
        wrong = self._subjects[row["fact"]] if was else ""
        told = scoring.document(row), scoring.day_of(row, default)
        yield from self._pairs(part, *told, is_wrong, {row["fact"]}, was - {wrong}, wrong, _REAL)

    def _true(self, part: str, document: Document, as_of: date) -> Iterator[Sample]:
        found = scenes(document, self._base, as_of=as_of)
        for scene in found:
            yield from (one for pair in pairs(Focus(scene)) for one in self._right(part, pair, _REAL))
        for changes in self._mutator.changes(found, _CHANGES):
            blocks = tuple(_with(block, changes[0]) for block in _around(document, changes[0].text))
            changed = replace(document, blocks=blocks)
            facts, was = {one.fact for one in changes}, {one.was for one in changes if one.was}
            yield from self._pairs(part, changed, as_of, _is_at(changes[0]), facts, was, changes[0].now)

    def _pairs(
        self,
        part: str,
        document: Document,
        as_of: date,
        is_wrong: Callable[[str, int, int], bool],
        facts: set[str],
        was: set[str],
        now: str,
        weight: float = 1.0,
    ) -> Iterator[Sample]:
        """The pairs of a text in which something is wrong. Where a name stands for another (`was`), neither what is
        told of the named thing (`now`) is right so, nor can it be told to be wrong."""
        held = {self._values[ref] for ref in facts}
        for scene in scenes(document, self._base, as_of=as_of):
            for pair in pairs(Focus(scene)):
                bearer = pair.slot.side == "bearer"
                if not is_wrong(scene.sentence.text, pair.value.start, pair.value.end):
                    if not was or (pair.anchor.ref != now and pair.value.ref != now):
                        yield from self._right(part, pair, weight)
                elif pair.slot.ref in was if bearer else pair.slot.fact.ref in facts or pair.slot.fact.value in held:
                    yield Sample(part, pair.value.kind, pair.signs, True, weight)

    @staticmethod
    def _right(part: str, pair: Pair, weight: float) -> Iterator[Sample]:
        if part in _WHOLE or not crc32(" ".join((pair.value.kind, *pair.signs)).encode()) % _EVERY:
            yield Sample(part, pair.value.kind, pair.signs, False, _EVERY * weight)


def trusted(one: Sample) -> Sample:
    """A sample without what the rules made of it, where they were tuned on its part."""
    if one.part in UNTUNED:
        return one
    return replace(one, signs=tuple(sign for sign in one.signs if not sign.startswith("ruled ")))


def _around(document: Document, text: str) -> tuple[Block, ...]:
    """A block with the four before it, which is what a sentence may go on about."""
    at = next(at for at, block in enumerate(document.blocks) if block.text == text)
    return document.blocks[max(0, at - 4) : at + 1]


def _with(block: Block, change: Change) -> Block:
    return replace(block, text=change.changed) if block.text == change.text else block


def _is_at(change: Change) -> Callable[[str, int, int], bool]:
    return lambda text, start, end: (
        text == change.changed and start < change.start + len(change.words) and change.start < end
    )


def _twice(one: Sample) -> tuple[str, ...]:
    """The signs of a pair, each by itself and as one of its kind; and the basis, which every pair has."""
    return ("", f"{one.kind} ", *one.signs, *(f"{one.kind} {sign}" for sign in one.signs))


def fit(samples: list[Sample]) -> dict[str, float]:
    """The weight of each sign, of each sign for a kind of value, and the basis under the empty sign.

    What is sought is the one least sum of the misses and the squares of the weights, so that neither the order of the
    samples nor where the search begins tells in the table.
    """
    seen = Counter(sign for one in samples for sign in _twice(one))
    signs = sorted(sign for sign, count in seen.items() if count >= _RARE)
    at = {sign: number for number, sign in enumerate(signs)}
    rows = [([at[sign] for sign in _twice(one) if sign in at], float(one.wrong), one.weight) for one in samples]
    return dict(zip(signs, least(_Misses(rows, len(signs), at[""]), [0.0] * len(signs)), strict=True))


class _Misses:
    """How far weights miss what the samples say, and the slope of that."""

    def __init__(self, rows: list[tuple[list[int], float, float]], size: int, basis: int) -> None:
        self._rows, self._shrink = rows, [_SHRINK] * size
        self._shrink[basis] = 0.0

    def __call__(self, weights: list[float]) -> tuple[float, list[float]]:
        held = weights.__getitem__
        slope = [shrink * weight for shrink, weight in zip(self._shrink, weights, strict=True)]
        lost = 0.5 * sum(one * weight for one, weight in zip(slope, weights, strict=True))
        for signs, wrong, weight in self._rows:
            told = max(-30.0, min(30.0, sum(map(held, signs))))
            lost += weight * (log1p(exp(-told)) + (1.0 - wrong) * told)
            miss = weight * (1 / (1 + exp(-told)) - wrong)
            for sign in signs:
                slope[sign] += miss
        return lost, slope


def by_kind(weights: dict[str, float]) -> dict[str, dict[str, float]]:
    """The weights as the rules read them: for each kind of value, of each sign."""
    own = {sign for sign in weights if sign and sign.partition(" ")[0] not in KINDS}
    signs = own | {sign.partition(" ")[2] for sign in weights if sign.partition(" ")[0] in KINDS}
    return {
        kind: {sign: weights.get(sign, 0.0) + weights.get(f"{kind} {sign}", 0.0) for sign in signs if sign}
        | {f"kind {kind}": weights.get(f"{kind} ", 0.0)}
        for kind in KINDS
    }


def table(weights: dict[str, float]) -> str:
    """The weights as the rules' module holds them: a line for each sign, with a column for each kind of value."""
    kinds = by_kind(weights)
    signs = sorted({sign for told in kinds.values() for sign in told if not sign.startswith("kind ")})
    rows = [("basis", [weights.get("", 0.0) + kinds[kind][f"kind {kind}"] for kind in KINDS])]
    rows += [(sign, [kinds[kind][sign] for kind in KINDS]) for sign in signs]
    return "".join(f"{sign:<20}" + "".join(f" {weight:6.2f}" for weight in told) + "\n" for sign, told in rows)


def put(module: str, rows: str) -> str:
    """The source of the rules' module with `rows` as its table."""
    before, opening, rest = module.partition(_OPENING)
    return before + opening + rows + rest[rest.index('"""') :]


def left_out(base: FactBase, samples: list[Sample]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Figures of each part by weights that were fitted on all others."""
    for name, file in PARTS.items():
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        weights = fit([one for one in samples if one.part != name])
        kept.WEIGHTS = kept.read(table(weights))
        yield name, scoring.table(scoring.score(base, scoring.read(file)))


def main() -> int:
    base = measuring.demo_base()
    samples = [trusted(one) for one in Sampler(base).all()]
    sys.stdout.write(f"{len(samples)} pairs, {sum(one.wrong for one in samples)} of them wrong\n")
    if "--left-out" in sys.argv:
        for name, figures in left_out(base, samples):
            sys.stdout.write(f"{name} left out\n" + "".join(f"  {what}: {told}\n" for what, told in figures.items()))
        return 0
    OUT.write_text(put(OUT.read_text(encoding="utf-8"), table(fit(samples))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
