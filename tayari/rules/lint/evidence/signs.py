"""The signs for and against: what can be seen of a value that stands where a fact has another."""

from collections.abc import Iterator

from tayari.rules.lint.evidence import likeness
from tayari.rules.lint.evidence.abroad import Abroad
from tayari.rules.lint.evidence.focus import Anchor, Focus
from tayari.rules.lint.evidence.outsiders import NAME
from tayari.rules.lint.evidence.owners import Owners
from tayari.rules.lint.evidence.slots import Slot
from tayari.rules.lint.evidence.standing import Standing
from tayari.rules.lint.evidence.swapping import Swap
from tayari.rules.lint.evidence.times import Times
from tayari.rules.lint.evidence.values import Value
from tayari.rules.lint.evidence.words import speaking
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.weighing import slots as slotted
from tayari.rules.lint.weighing.texts import root

_LITTLE, _MUCH = 0.2, 0.5  # of a word of a predicate's own


class Signs:
    """Reads the signs of one sentence: those of a value, of a value beside an anchor, and of a value in a slot."""

    def __init__(self, focus: Focus) -> None:
        self._focus, self._scene, self._index = focus, focus.scene, focus.index
        self._speaking = speaking(focus.index)
        self._standing, self._times = Standing(focus), Times(focus)
        self._owners, self._abroad = Owners(focus), Abroad(focus)
        sentence = self._scene.sentence
        self._pieces = [
            frozenset(root(word.key) for word in sentence.between(piece.start, piece.end)) for piece in sentence.pieces
        ]
        self._clauses: dict[int, frozenset[str]] = {}
        for words, piece in zip(self._pieces, sentence.pieces, strict=True):
            self._clauses[piece.clause] = self._clauses.get(piece.clause, frozenset()) | words
        self._unknown: dict[int, int] = {}
        self._before = frozenset(ref for refs in self._scene.around.trail for ref in refs)
        self._accused = [one for one in self._scene.claims if one.truth is False]
        self._own: dict[Value, tuple[str, ...]] = {}
        self._bearers: dict[Value, tuple[str, str, str]] = {}
        self._worded: dict[tuple[int, str, frozenset[str]], tuple[str, ...]] = {}
        self._strangers = any(one.kind == "stranger" for one in self._scene.mentions)

    # Of a value

    def of_value(self, value: Value) -> tuple[str, ...]:
        """What can be seen of a value alone."""
        if value not in self._own:
            self._own[value] = (*self._of_itself(value), *self._of_date(value), *self._of_explained(value))
        return self._own[value]

    def _of_itself(self, value: Value) -> list[str]:
        scene, sentence = self._scene, self._scene.sentence
        truths = [one.truth for one in scene.claims if one.start < value.end and value.start < one.end]
        same = sum(one.kind == value.kind for one in self._focus.values)
        told = {
            "disowned": not scene.is_free(value.start),
            "settled": True in truths,
            "open": None in truths,
            "doubted": sentence.disowned,
            "unknown": bool(value.ref) and value.ref not in self._index.base.entities,
            "bare name": value.ref.startswith(NAME),
            "no city": value.kind == "place" and not self._index.is_city(value.ref),
            "line": scene.is_line,
            "bracketed": sentence.pieces[sentence.piece_at(value.start)].bracketed,
            f"of its kind {min(3, same)}": True,
        }
        return [sign for sign, holds in told.items() if holds]

    def _of_date(self, value: Value) -> Iterator[str]:
        found = value.date
        if not found:
            return
        yield f"exact {found.exactness if found.year else 'yearless'}"
        if slotted.is_relative(self._scene, found):
            yield "relative"
        if self._scene.ends_a_range(found):
            yield "ends a range"
        if found.exactness == 1 and found.months != (1, 12):
            yield "about"

    def _of_explained(self, value: Value) -> Iterator[str]:
        explaining = self._focus.explained[value]
        if not explaining:
            yield "unexplained"
            if value.date and self._scene.explains(value.date):
                yield "day in words"
        anchors = self._focus.anchors
        yield from sorted({f"explained {anchors[ref].near}" for ref in explaining if ref in anchors})
        yield from sorted(set(self._standing.of_value(value)))

    # Of a value beside an anchor

    def of_anchor(self, value: Value, anchor: Anchor) -> tuple[str, ...]:
        """What can be seen of how an anchor is there for a value."""
        return (
            f"anchor {anchor.near}",
            *self._of_others(value, anchor),
            *self._of_place(value, anchor),
            *self._standing.of_anchor(value, anchor),
            *self._owners.of_anchor(value, anchor),
            *self._abroad.of_anchor(value, anchor),
        )

    def _of_others(self, value: Value, anchor: Anchor) -> Iterator[str]:
        last, mention = self._last_unknown(value), anchor.mention
        if last >= 0 and not (mention and last <= mention.start < value.start):
            yield "unknown nearer"
        if self._scene.countries_named and anchor.ref in self._index.base.entities:
            own = self._index.countries_of(anchor.ref)
            if own and self._scene.countries_named - own:
                yield "foreign"
        if anchor.near in ("text", "name"):
            yield f"{anchor.near} share {int(5 * anchor.share)}"

    def _of_place(self, value: Value, anchor: Anchor) -> Iterator[str]:
        things = [one for one in self._scene.things if one.refs != (anchor.ref,)]
        if anchor.mention:
            yield from self._of_mention(value, anchor.mention, things)
            return
        yield f"things {min(2, len(things))}"
        main = self._scene.around.main
        if main and anchor.ref in main.refs:
            yield "anchor main"
        if self._strangers:
            yield "strangers"

    def _of_mention(self, value: Value, mention: Mention, things: list[Mention]) -> Iterator[str]:
        scene, piece_at = self._scene, self._scene.sentence.piece_at
        if piece_at(mention.start) == piece_at(value.start):
            yield "in one piece"
        else:
            yield "in one clause" if scene.clause(mention.start) == scene.clause(value.start) else "in one sentence"
        low, high = sorted((mention.start, value.start))
        yield f"between {min(2, sum(low < one.start < high for one in things))}"
        if mention.start > value.start:
            yield "anchor after"
        if mention.kind in ("pronoun", "row", "person", "edition"):
            yield f"anchor {mention.kind}"
        type_ = self._index.type(mention.refs[0])
        if type_ in ("country", "office"):
            yield f"anchor {type_}"
        if not things:
            yield "anchor alone"

    def _last_unknown(self, value: Value) -> int:
        """Where a name that the base does not have ends before a value in its clause; -1 for none."""
        if value.start not in self._unknown:
            self._unknown[value.start] = self._find_unknown(value)
        return self._unknown[value.start]

    def _find_unknown(self, value: Value) -> int:
        sentence, clause = self._scene.sentence, self._scene.clause(value.start)
        run, last = 0, -1
        for word in sentence.words:
            if word.start >= value.start:
                break
            capital = word.text[0].isupper() and word.start > sentence.start and not sentence.inside(word.start)
            run = run + 1 if capital and self._scene.clause(word.start) == clause else 0
            last = word.end if run > 1 else last
        return last

    # Of a value in a slot

    def is_of_other_edition(self, value: Value, anchor: Anchor) -> bool:
        """Whether an anchor is but another edition of a row than that which is named, and nothing beside a value is
        its own."""
        return anchor.near != "here" and self._standing.is_other_edition(value, anchor)

    def speaks(self, slot: Slot) -> bool:
        """Whether any word of the sentence speaks of a slot's predicate."""
        return self._speaking.strength(slot.fact.predicate, self._focus.said) > 0

    def of_slot(self, value: Value, slot: Slot, anchor: Anchor) -> list[str]:
        """What can be seen of a value beside what a slot holds."""
        others = len(anchor.told) - (slot.fact.ref in anchor.told)
        return [
            f"told {min(2, others)}",
            *self._of_fact(slot),
            *self._of_words(value, slot),
            *likeness.signs(self._index, self._focus.said, value, slot),
            *self._standing.of_slot(value, slot, anchor),
            *self._times.of_slot(value, slot),
            *self._owners.of_slot(value, slot, anchor),
            *self._of_rules(value, slot),
            *(self._of_swap(value, anchor) if isinstance(anchor, Swap) else self._of_rivals(slot, anchor)),
        ]

    def _of_rules(self, value: Value, slot: Slot) -> tuple[str, ...]:
        """What the rules that go by the order of words make of a value."""
        for one in self._accused:
            if one.start < value.end and value.start < one.end:
                same = any(fact.ref == slot.fact.ref or fact.value == slot.fact.value for fact in one.facts)
                return ("ruled so" if same else "ruled otherwise",)
        return ()

    def _of_fact(self, slot: Slot) -> list[str]:
        predicate = self._index.predicate(slot.fact.predicate)
        found = [f"side {slot.side}", "functional" if predicate.functional else "several"]
        if predicate.role:
            found.append(f"role {predicate.role}")
        if slot.fact.valid_to and slot.fact.valid_to != slot.fact.valid_from:
            found.append("closed")
        if self._focus.is_told(slot):
            found.append("held told")
        elif slot.ref in self._before:
            found.append("held before")
        return found

    def _of_rivals(self, slot: Slot, anchor: Anchor) -> Iterator[str]:
        if (slot.number or slot.side == "words") and slot.fact.ref in anchor.told:
            yield "partly told"
        rivals = self._focus.untold(anchor.ref, slot.kind)
        yield f"rivals {min(3, len(rivals) - (slot.fact.predicate in rivals))}"

    def _of_words(self, value: Value, slot: Slot) -> tuple[str, ...]:
        piece = self._scene.sentence.piece_at(value.start)
        key = piece, slot.fact.predicate, self._focus.slots.predicates(slot.anchor, slot.kind)
        if key not in self._worded:
            self._worded[key] = tuple(self._of_words_in(*key))
        return self._worded[key]

    def _of_words_in(self, piece: int, predicate: str, rivals: frozenset[str]) -> Iterator[str]:
        """What the words of a piece, its clause and the sentence speak of: a predicate, or others in its place."""
        scene, sentence = self._scene, self._scene.sentence
        clause = sentence.pieces[piece].clause
        yield self._strength(predicate, piece, clause)
        if scene.says(predicate, clause):
            yield "cue in clause"
        elif scene.says(predicate):
            yield "cue in sentence"
        if any(not verb.cue and sentence.piece_at(verb.start) == piece for verb in sentence.verbs):
            yield "other verb"
        said = self._clauses[clause]
        own = self._speaking.strength(predicate, said)
        other = max((self._speaking.strength(ref, said) for ref in rivals if ref != predicate), default=0.0)
        yield "words best" if own > other else "words even" if own == other else "words worse"

    def _strength(self, predicate: str, piece: int, clause: int) -> str:
        """How much the nearest words that speak of a predicate do."""
        nearest = (("piece", self._pieces[piece]), ("clause", self._clauses[clause]), ("words", self._focus.said))
        for where, words in nearest:
            strength = self._speaking.strength(predicate, words)
            if strength:
                return f"{where} {'much' if strength > _MUCH else 'some' if strength > _LITTLE else 'little'}"
        return "words none"

    def _of_swap(self, value: Value, anchor: Swap) -> Iterator[str]:
        """Of a name in the place of another whose facts the sentence tells."""
        yield f"gain {min(3, anchor.gain)}"
        yield f"loss {min(2, anchor.loss)}"
        yield f"against {min(2, anchor.against)}"
        yield f"gain in clause {min(3, anchor.close)}"
        yield f"rest {min(3, anchor.rest)}"
        if not anchor.loss and anchor.against:
            yield f"only against {min(2, anchor.gain)}"
        if anchor.exact:
            yield "gain of a day"
        if anchor.share:
            yield f"swap share {int(8 * anchor.share)}"
        own, told, same = self._of_bearer(value)
        yield own
        yield told
        if anchor.ref in self._before:
            yield "bearer before"
        if value.ref in self._before:
            yield "named before"
        yield same
        pair = {anchor.ref, value.ref}
        if any({fact.subject, fact.value} == pair for ref in pair for fact in self._scene.own(ref)):
            yield "kin"

    def _of_bearer(self, value: Value) -> tuple[str, str, str]:
        """How much is told of what is named, and how many like it are."""
        if value not in self._bearers:
            own = max((share for share, fact in self._focus.recalled if fact.subject == value.ref), default=0.0)
            bearer = self._focus.anchors.get(value.ref)
            same = sum(self._index.type(one.refs[0]) == value.type for one in self._scene.things)
            told = min(2, len(bearer.told)) if bearer else 0
            self._bearers[value] = f"own share {int(5 * own)}", f"own told {told}", f"same type {min(3, same)}"
        return self._bearers[value]
