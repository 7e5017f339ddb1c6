"""Which subjects and which verb an object (a date, a place, a person) of a sentence belongs to."""

import re
from dataclasses import dataclass

from tayari.rules.lint import lexicon
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.inheriting import Inheritance
from tayari.rules.lint.judging.modifying import Modifiers
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading import phrases
from tayari.rules.lint.reading.sentence import CueFound, Sentence

_BESIDE = re.compile(
    r"[\s,(]*(?:(?:which|that|was|were|is|has been|had been)\s+){0,3}(?:held\s+|dated\s+)?"
    r"(?:in|on|of|at|from|the|took place|में|को|का|की|के|,|\s|\(|-|–|:)*",
)
_CLOSE = re.compile(r"[\s(]*(?:of|dated|का|की|के|:|\s|\(|–)*")
_UNDER = re.compile(r"[\s,](?:under|within|as\s+part\s+of)\s+(?:the\s+)?$")
_FOR = re.compile(r"(?:\s+on\s[\w\s,]{4,20}?)?\s+(?:for|to\s+hold|to\s+attend)\s+(?:(?:the|their|its)\s+)?")
_OF_EVENTS = frozenset({"happened", "place"})
_SMALL = lexicon.STOP | lexicon.PRONOUNS | lexicon.LINKS | lexicon.BETWEEN
_ASIDE_HINDI = phrases.of(lexicon.ASIDE_HINDI)


@dataclass(frozen=True, slots=True)
class Bound:
    """`subjects` in order of preference, and `further` those of earlier pieces, in case the former say nothing of it.

    `close`: in brackets or with “of” right after the subject; `beside`: with in, on or at after it. `same_piece`: named
    in the same run of words.
    """

    subjects: tuple[Mention, ...]
    further: tuple[tuple[Mention, ...], ...]
    verb: CueFound | None
    beside: Mention | None
    close: bool
    same_piece: bool
    verbless: bool
    negated: bool
    others: frozenset[str] = frozenset()  # what the other cues of the piece may say
    words: frozenset[str] = frozenset()  # of the piece


class Binder:
    """Binds the objects of one sentence."""

    def __init__(
        self, index: Index, sentence: Sentence, mentions: list[Mention], objects: list[tuple[int, int]]
    ) -> None:
        self.index, self.sentence = index, sentence
        self.objects = sorted(objects)
        self.modifiers = Modifiers(index, sentence)
        self.subjects = [one for one in mentions if self._can_be_subject(one)]
        self.pieces = sentence.pieces
        self._governors: dict[frozenset[str], list[CueFound]] = {}
        self.inheritance = Inheritance(
            sentence, self.subjects, [one for one in mentions if one not in self.subjects and one.refs]
        )

    def _can_be_subject(self, one: Mention) -> bool:
        if not one.refs:
            return one.kind in ("stranger", "edition")
        return self.index.type(one.refs[0]) not in lexicon.BACKGROUND and not self.modifiers.is_modifier(one)

    def is_aside(self, one: Mention) -> bool:
        """Named only for the time before or after it: “before the second 2+2”."""
        before = self.sentence.before(one.start, 3)
        close = [word.key for word in before if word.key != "the"][-2:]
        if close and (close[-1] in lexicon.ASIDE or (close[-1] in ("of", "to", "from") and close[0] in lexicon.ASIDE)):
            return True
        after = self.sentence.after(one.end, 3)
        if one.kind == "edition" and after and after[0].key == "से" and one.end - one.start < 12:
            return True
        return any(first == 0 for first, _, _ in _ASIDE_HINDI.find(after))

    def _in_piece(self, number: int) -> list[Mention]:
        piece = self.pieces[number]
        return [one for one in self.subjects if piece.start <= one.start < piece.end]

    def _nearest(self, found: list[Mention], start: int, counted: bool) -> list[Mention]:
        told = [one for one in found if counted or not self._is_under(one, start)]
        before = sorted((one for one in told if one.end <= start), key=lambda one: -one.end)
        after = [one for one in found if one.end > start]
        if (
            not counted
            and not self.sentence.hindi
            and any(verb.end <= start for verb in self.sentence.verbs if self._same(verb.start, start))
        ):
            # “set up in 2015 to move DTTI projects”: what follows verb and object is no subject of theirs, unless they
            # “met in Doha for the fourth conference”.
            after = [one for one in after if _FOR.fullmatch(self.sentence.text, self._end(start), one.start)]
        return before + after

    def _is_under(self, one: Mention, start: int) -> bool:
        """“A project agreement was concluded under the DTTI on …”: what is done under something is not done to it."""
        match = self.sentence.ending(_UNDER, one.start)
        if not match:
            return False
        clause = self.sentence.clause_at(one.start)
        first = next(piece.start for piece in self.pieces if piece.clause == clause)
        return any(first <= verb.start < match.start() for verb in self.sentence.verbs)

    def _end(self, start: int) -> int:
        return next((span[1] for span in self.objects if span[0] == start), start)

    def _same(self, one: int, other: int) -> bool:
        return self.sentence.piece_at(one) == self.sentence.piece_at(other)

    def _subjects(self, start: int, number: int, counted: bool) -> tuple[list[list[Mention]], bool]:
        """The subjects of an object's own piece, then that of each piece before it, else that of one after it."""
        here = self._in_piece(number)
        nearest = self._nearest(here, start, counted) if here else []
        found = [nearest] if nearest else []
        own = self.pieces[number]
        asides = any(self.is_aside(one) for one in here)
        for earlier in range(number - 1, -1, -1):
            piece = self.pieces[earlier]
            told = self._in_piece(earlier)
            asides = asides or any(self.is_aside(one) for one in told)
            if asides or not self.inheritance.may_take(own, piece):
                break
            stands = piece.bracketed and self._stands_for_words(earlier)
            if told and (stands or not piece.bracketed or own.bracketed):
                found.append(told[-1:] if own.bracketed else self.inheritance.given(piece, own))
        found = [group for group in found if group]
        if not found and not asides and self._opens_with(start, number):
            later = (
                self._in_piece(other) for other in range(number + 1, len(self.pieces)) if self._goes_on(number, other)
            )
            found = [told for told in later if told][:1]
        return found, bool(nearest)

    def _stands_for_words(self, number: int) -> bool:
        """“आईसेट (iCET) का शुभारंभ”: a name alone in brackets, after words in which the base knows nothing."""
        piece = self.pieces[number]
        alone = all(self.sentence.inside(word.start) for word in self.sentence.between(piece.start, piece.end))
        return alone and number > 0 and not self._in_piece(number - 1) and not self.pieces[number - 1].bracketed

    def _goes_on(self, number: int, other: int) -> bool:
        return self.pieces[number].clause == self.pieces[other].clause

    def _opens_with(self, start: int, number: int) -> bool:
        """Whether an object stands at the front of its piece: “On 6 September 2018, …”, “Launched in 2023, …”, or in a
        list that goes on: “Mike Pompeo and …”."""
        if self.sentence.hindi:
            return True
        piece = self.pieces[number]
        verbs = {verb.start for verb in self.sentence.verbs if piece.start <= verb.start < piece.end}
        followed = self.sentence.between(piece.end, piece.end + 5)[:1]
        if followed and followed[0].key in lexicon.LINKS and not verbs:
            return True
        if number and self._goes_on(number - 1, number):
            return False
        words = self.sentence.between(piece.start, start)
        return all(
            word.key in lexicon.STOP or self.sentence.inside(word.start) or self._is_of_verb(word.start)
            for word in words
        )

    def _is_of_verb(self, place: int) -> bool:
        return any(verb.start <= place < verb.end for verb in self.sentence.verbs)

    def _relevant(self, kind: frozenset[str]) -> list[CueFound]:
        """The verbs that can govern an object of a kind: cues that take such an object; verbs and cues of relations
        that take none, to which it then belongs; and no cues that only speak of texts and amounts."""
        if kind not in self._governors:
            self._governors[kind] = self._find_relevant(kind)
        return self._governors[kind]

    def _find_relevant(self, kind: frozenset[str]) -> list[CueFound]:
        found = []
        for one in self.sentence.verbs:
            takes = {type_ for ref in one.predicates for type_ in self.index.kinds[ref]}
            of_events = any(self.index.role(ref) in _OF_EVENTS for ref in one.predicates)
            if not one.predicates or takes & kind or of_events:
                found.append(one)
            elif takes - {"text", "quantity", "person"}:
                found.append(CueFound(one.start, one.end, None))
        return found

    def _verb(self, start: int, end: int, number: int, kind: frozenset[str]) -> tuple[CueFound | None, bool]:
        """The verb that governs a place in the text, and whether its own piece has none."""
        piece = self.pieces[number]
        verbs = self._relevant(kind)
        here = [one for one in verbs if piece.start <= one.start < piece.end and not start <= one.start < end]
        weak = self.sentence.hindi and bool(here) and all(one.cue and one.cue.weak for one in here)
        if here and not weak:
            return self._governing(here, start, end), False
        if self._has_unknown_verb(start, number):
            return None, False
        order = [*range(number - 1, -1, -1), *range(number + 1, len(self.pieces))]
        if self.sentence.hindi:
            order = [*range(number + 1, len(self.pieces)), *range(number - 1, -1, -1)]
        for other in order:
            held = self.pieces[other]
            found = [one for one in verbs if held.start <= one.start < held.end]
            if (
                weak
                and not self.sentence.is_negated(held.start)
                and any(held.start <= first < held.end for first, _ in self.objects)
            ):
                continue  # “2024 को हुआ और 2025 से प्रभावी हुआ”: its verb has a date of its own
            if weak:
                found = [one for one in found if one.cue and not one.cue.weak]
            if found and not (held.bracketed and not piece.bracketed):
                return self._governing(found, start, end), not weak
        return (self._governing(here, start, end), False) if here else (None, True)

    def _has_unknown_verb(self, start: int, number: int) -> bool:
        """“it counts from 1 December 2018”: more than small words between a subject and an object is a verb unknown."""
        if self.sentence.hindi or self._beside(start)[0]:
            return False
        before = [one for one in self._in_piece(number) if one.end <= start]
        words = self.sentence.between(before[-1].end if before else self.pieces[number].start, start)
        return any(
            word.key not in _SMALL and not self.sentence.inside(word.start) and word.text.islower() for word in words
        )

    def _governing(self, verbs: list[CueFound], start: int, end: int) -> CueFound:
        strong = [one for one in verbs if not (one.cue and one.cue.weak)] or verbs
        before = [one for one in strong if one.end <= start]
        after = [one for one in strong if one.start >= end]
        # A verb may overlap the place itself, and then stands neither before nor after it.
        if self.sentence.hindi:
            return (after or before[::-1] or strong)[0]
        return (before[::-1] or after or strong)[0]

    def _beside(self, start: int) -> tuple[Mention | None, bool]:
        """The subject that an object stands beside, over other objects that do so too."""
        at = start
        while True:
            for one in self.subjects:
                if one.end <= at and _BESIDE.fullmatch(self.sentence.text, one.end, at):
                    close = bool(_CLOSE.fullmatch(self.sentence.text, one.end, at)) and one.end < at
                    return one, close
            before = [
                span for span in self.objects if span[1] <= at and _BESIDE.fullmatch(self.sentence.text, span[1], at)
            ]
            if not before:
                return None, False
            at = max(before)[0]

    def _others(self, number: int) -> frozenset[str]:
        piece = self.pieces[number]
        here = (verb.predicates for verb in self.sentence.verbs if piece.start <= verb.start < piece.end)
        return frozenset(ref for refs in here for ref in refs)

    def _closes(self, end: int, number: int) -> bool:
        """Whether nothing but small words follows an object in its piece."""
        rest = self.sentence.between(end, self.pieces[number].end)
        return all(word.key in lexicon.STOP or self.sentence.inside(word.start) for word in rest)

    def bind(self, start: int, end: int, kind: frozenset[str]) -> Bound:
        """What the object at `start:end` belongs to."""
        number = self.sentence.piece_at(start)
        groups, same = self._subjects(start, number, "quantity" in kind)
        verb, verbless = self._verb(start, end, number, kind)
        beside, close = self._beside(start)
        if beside and ":" in self.sentence.text[beside.end : start] and not self._closes(end, number):
            beside, close = None, False
        if beside:
            first = groups[0] if same else []
            rest = groups[1:] if same else groups
            groups = [[beside, *(one for one in first if one is not beside)], *rest]
        kept = [tuple(one for one in group if one is beside or not self.is_aside(one)) for group in groups]
        kept = [group for group in kept if group]
        return Bound(
            kept[0] if kept else (),
            tuple(kept[1:]),
            verb,
            beside,
            close,
            same or beside is not None,
            verbless,
            self.sentence.is_negated(start),
            self._others(number),
            frozenset([word.key for word in self.sentence.between(self.pieces[number].start, self.pieces[number].end)]),
        )
