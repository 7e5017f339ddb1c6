"""Whether a run of words without a subject goes on about that of an earlier one, and which that is."""

from itertools import pairwise

from tayari.rules.lint import lexicon
from tayari.rules.lint.lexicon import words_of
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import Piece, Sentence
from tayari.rules.lint.reading.tokens import Token

_GOES_ON = words_of(
    "was were is are has had have be been being then later also again currently now both which who whose where that "
    "its it not never only just"
)
_RELATIVE = words_of("which who whose where that")
_PREPOSITIONS = words_of("in on at from with by as under to for of during beside near about some nearly")
_PARTICIPLES = words_of("held set led built begun known made done")
_FEW = 2  # words that may stand before a subject in its run of words


class Inheritance:
    """For one sentence; `objects` are its places and persons."""

    def __init__(self, sentence: Sentence, subjects: list[Mention], objects: list[Mention]) -> None:
        self.sentence, self.subjects, self.objects = sentence, subjects, objects
        self._verbs = {one.start for one in sentence.verbs}

    def _words(self, piece: Piece) -> list[Token]:
        words = self.sentence.between(piece.start, piece.end)
        while words and words[0].key in lexicon.LINKS:
            words = words[1:]
        return words

    def may_take(self, piece: Piece, giver: Piece) -> bool:
        """Whether a piece may have the subject of another."""
        words = self._words(piece)
        if not words:
            return False
        if piece.bracketed:
            return True
        small = lexicon.STOP | lexicon.LIGHT if self.sentence.hindi else lexicon.STOP
        covered = all(self.sentence.inside(word.start) or word.key in small for word in words)
        verbs = any(word.start in self._verbs for word in words)
        if self.sentence.hindi:
            return piece.clause == giver.clause and (covered or verbs) and not self._has_own_in_hindi(words)
        first = words[0]
        if first.key in ("a", "an") and self._last(giver):
            return True
        if first.key in _GOES_ON or first.start in self._verbs or first.folded.endswith(("ed", "ly")):
            return True
        if piece.clause != giver.clause:
            return False
        if any(one.start <= first.start < one.end for one in self.objects):
            return True
        linked = self.sentence.between(piece.start - 5, piece.start)[-1:]
        listed = bool(linked) and linked[0].key in lexicon.LINKS and not verbs
        return covered or listed or first.key in _PREPOSITIONS

    def _has_own_in_hindi(self, words: list[Token]) -> bool:
        """“सौर गठबंधन का मुख्यालय”: somebody unknown is the one whose thing is spoken of."""
        for back, (owner, link) in enumerate(pairwise(words)):
            verb = words[back + 2].start in self._verbs if back + 2 < len(words) else False
            known = self.sentence.inside(owner.start) or owner.key in lexicon.PRONOUNS
            if link.key in ("का", "पर", "ने") and not known and (verb or link.key == "ने"):
                return True
        return False

    def given(self, piece: Piece, taker: Piece) -> list[Mention]:
        """The subject that a piece gives: what stands at its end to a participle or a relative clause, else what stands
        where a subject does, near its start, or last before a comma."""
        found = [one for one in self.subjects if piece.start <= one.start < piece.end]
        words = self._words(piece)
        first = self._words(taker)[:1]
        attached = bool(first) and (
            first[0].key in ("a", "an") or first[0].key in _RELATIVE or self._is_participle(first[0])
        )
        last = self._last(piece)
        if attached and self.closes_unknown(piece):
            return []
        if attached and last and not self.sentence.hindi and self.sentence.text[piece.end : taker.start].strip() == ",":
            return [last]
        return [one for one in found if self._stands_first(one, words)][:1]

    def closes_unknown(self, piece: Piece) -> bool:
        """“grew out of the Cardamom Board, founded in 1968”: a name at the end that the base does not have."""
        words = self._words(piece)
        named = len(words) > 2 and all(
            word.text[0].isupper() and not self.sentence.inside(word.start) for word in words[-2:]
        )
        return named and self.sentence.text[words[-2].end : words[-1].start] == " "

    def _last(self, piece: Piece) -> Mention | None:
        """The subject that closes a piece."""
        found = [one for one in self.subjects if piece.start <= one.start < piece.end]
        return found[-1] if found and not any(word.start >= found[-1].end for word in self._words(piece)) else None

    @staticmethod
    def _is_participle(word: Token) -> bool:
        return word.folded.endswith(("ed", "ing")) or word.key in _PARTICIPLES

    def _stands_first(self, one: Mention, words: list[Token]) -> bool:
        before = [
            word
            for word in words
            if word.end <= one.start and word.key not in lexicon.STOP and not self.sentence.inside(word.start)
        ]
        closing = not any(word.start >= one.end for word in words)
        acting = any(word.folded.endswith("ing") for word in before)
        near = len(before) <= _FEW + self.sentence.hindi
        return not (acting and closing) if near else closing and not acting
