"""Whether the countries beside a value are those of something: another country's namesake has another's facts."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from tayari.rules.lint.evidence.focus import Anchor, Focus
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.index import Index
from tayari.rules.lint.lexicon import PLACED
from tayari.rules.lint.namesakes import countries_among


class Home:
    """The country that most names of a base have, which tells nothing apart."""

    def __init__(self, index: Index) -> None:
        entities = index.base.entities.values()
        told = Counter(ref for one in entities if one.type not in PLACED for ref in index.countries_of(one.ref))
        self.ref = told.most_common(1)[0][0] if told else ""


class Abroad:
    """The countries of one sentence, by where they stand."""

    def __init__(self, focus: Focus) -> None:
        self._focus, self._scene, self._index = focus, focus.scene, focus.index
        self._home = focus.index.once(Home).ref

    @cached_property
    def _named(self) -> list[tuple[int, int, str]]:
        """The piece and clause of each country that is named."""
        sentence = self._scene.sentence
        found = countries_among(self._index, sentence.words)
        return [(sentence.piece_at(start), self._scene.clause(start), ref) for start, ref in found]

    def of_anchor(self, value: Value, anchor: Anchor) -> Iterator[str]:
        """Whether countries of an anchor, or of others, stand in a value's run of words, clause or sentence."""
        if not self._named or value.kind == "country" or anchor.ref not in self._index.base.entities:
            return
        own = self._index.parties(anchor.ref) or self._index.countries_of(anchor.ref)
        if not own or self._index.type(anchor.ref) in PLACED:
            return
        piece, clause = self._scene.sentence.piece_at(value.start), self._scene.clause(value.start)
        spans = (
            ("piece", [ref for one, _, ref in self._named if one == piece]),
            ("clause", [ref for _, one, ref in self._named if one == clause]),
            ("sentence", [ref for _, _, ref in self._named]),
        )
        for where, refs in spans:
            told = set(refs) - {self._home}
            if told:
                yield f"{'own' if told <= own else 'both' if told & own else 'foreign'} country in {where}"
                return
