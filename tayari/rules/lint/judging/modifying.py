"""Names that only say which of several things is meant: “DTTI projects”, “CDRI’s programme for islands”."""

from tayari.rules.lint import lexicon
from tayari.rules.lint.index import Index
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import CueFound, Sentence

_SMALL = lexicon.STOP | lexicon.EDITION_NOUNS | lexicon.AFTER_GENITIVE
_OWN = lexicon.GENERIC - lexicon.EDITION_NOUNS


class Modifiers:
    """Tells the names of one sentence that are no subject of it by themselves."""

    def __init__(self, index: Index, sentence: Sentence) -> None:
        self.index, self.sentence = index, sentence

    def is_modifier(self, one: Mention) -> bool:
        """“DTTI projects”, “COMCASA talks”: the name only says which."""
        if self._owns_something(one) if self.sentence.hindi else self._owns_a_noun(one):
            return True
        after = self.sentence.after(one.end, 1)
        close = bool(after) and self.sentence.text[one.end : after[0].start] == " "
        cue = close and any(verb.start == after[0].start and self._speaks_of(verb, one) for verb in self.sentence.verbs)
        return close and not cue and after[0].key in lexicon.MODIFIED

    def _owns_something(self, one: Mention) -> bool:
        """“X के मसौदे”: what is spoken of is a thing of the name's, that is none of ours."""
        after = self.sentence.after(one.end, 2)
        if len(after) < 2 or after[0].key != "का" or self.sentence.inside(after[1].start):
            return False
        known = after[1].key in _SMALL or after[1].key.startswith("#") or after[1].text[:1].isdigit()
        return not known and not any(verb.start <= after[1].start < verb.end for verb in self.sentence.verbs)

    def _owns_a_noun(self, one: Mention) -> bool:
        """“CDRI’s programme for islands”, “CDRI’s headquarters pact”: what is spoken of is a thing of the name's."""
        text, words = self.sentence.text, self.sentence.after(one.end, 2)
        if text[one.end : one.end + 3] not in ("’s ", "'s ") or len(words) < 2 or one.kind in ("edition", "latest"):
            return False
        first, second = words
        if self.sentence.inside(first.start):
            return False
        cue = any(verb.start <= first.start < verb.end for verb in self.sentence.verbs)
        close = text[first.end : second.start] == " "
        return second.key in _OWN and close if cue else first.key in _OWN

    def _speaks_of(self, verb: CueFound, one: Mention) -> bool:
        """Whether a cue can be said of a subject."""
        type_ = self.index.type(one.refs[0])
        return any({"any", type_} & set(self.index.predicate(ref).subject_types) for ref in verb.predicates)
