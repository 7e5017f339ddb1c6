"""Acronyms and what they are short for: a name beside an acronym that is another's, or that says something else."""

import re
from collections.abc import Iterator

from tayari.rules.lint.index import Index, content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import ASIDE, STOP, UNDER
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import Token, is_hindi, keys

_ACRONYM = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][\w&-]*")
# What may stand between a name and its acronym, in this order or the other.
_NAME_FIRST = re.compile(
    r"\s*\(\s*|,?\s+(?:(?:better|also|popularly|commonly|widely|generally)\s+)?(?:known|called|abbreviated|shortened|"
    r"referred\s+to)\s+(?:as|to)\s+(?:the\s+)?|,?\s+or\s+|,?\s+(?:अर्थात|अर्थात्|यानी|या)\s+|,?\s+short(?:ened)?\s+to\s+"
)
_ACRONYM_FIRST = re.compile(
    r"\s*\(\s*(?:the\s+)?|,?\s+short\s+for\s+(?:the\s+)?|,\s+(?:or\s+)?the\s+|\s+(?:stands?|stood|is\s+short|is\s+the\s+short\s+form)\s+for\s+(?:the\s+)?|"
    r",\s[^,;.]{1,60},\s+stands\s+for\s+(?:the\s+)?|\s+is(?:,)?\s+in\s+full,?\s+(?:the\s+)?|"
    r"\s+(?:expands\s+to|means|is\s+(?:an|the|short|a\s+short\s+form|an\s+abbreviation)\s*(?:acronym)?\s*(?:of|for))\s+(?:the\s+)?|"
    r",?\s+in\s+full,?\s+(?:the\s+)?|\s+or\s+the\s+|"
    r"\s+का\s+(?:पूरा\s+नाम|पूर्ण\s+रूप|अर्थ)\s+(?:है\s+)?[:“\"]?\s*"
)
_LEADS = ASIDE | UNDER | frozenset(keys("like unlike alongside"))
_PHRASE = 4  # words of a phrase that opens a sentence
_TELLS = re.compile(
    r"\b(?:short\s+for|acronym\s+(?:of|for)|abbreviation\s+(?:of|for)|stands\s+for|in\s+full|expands\s+to)\b"
)


def _closest(window: list[Token], wanted: tuple[str, ...], before: bool) -> tuple[float, list[Token]]:
    """How much of an expansion stands in the words right before (or after) an acronym, and which words those are."""
    best: tuple[float, list[Token]] = (0.0, [])
    sizes = sorted(range(max(2, len(wanted) - 2), len(wanted) + 3), key=lambda size: abs(size - len(wanted)))
    for size in sizes:
        piece = window[-size:] if before else window[:size]
        said = set(content(tuple(word.key for word in piece)))
        held = set(content(wanted))
        part = len(said & held) / max(len(said | held), 1)
        if part == 1 or (size == len(wanted) and part > best[0]):
            best = (part, piece)
    return best


def _titled(piece: list[Token], before: bool) -> list[Token]:
    """The words next to the acronym that are written as in a name."""
    kept: list[Token] = []
    for word in reversed(piece) if before else piece:
        if not (word.text[:1].isupper() or word.key in STOP or word.text[:1].isdigit()):
            break
        kept.append(word)
    return kept[::-1] if before else kept


class Judge:
    """Judges the acronyms of one sentence."""

    def __init__(self, index: Index, sentence: Sentence, mentions: list[Mention]) -> None:
        self.index, self.sentence, self.mentions = index, sentence, mentions

    def claims(self) -> Iterator[Claim]:
        """All that is said of what an acronym is short for."""
        for place, word in enumerate(self.sentence.words):
            if len(word.text) < 3 or word.text.islower() or not _ACRONYM.fullmatch(word.text):
                continue
            before = self._linked(place, before=True)
            after = [] if self._opens(place) else self._linked(place, before=False)
            if before:
                yield from self._beside(word, before, True)
            elif after:
                yield from self._beside(word, after, False)

    def _opens(self, place: int) -> bool:
        """“Unlike CDRI, the alliance …”: a phrase that opens the sentence is over at its comma."""
        words = self.sentence.words[: place + 1]
        led = any(word.key in _LEADS for word in words[:1]) and len(words) <= _PHRASE
        return led and self.sentence.text[words[-1].end : words[-1].end + 1] == ","

    def _linked(self, place: int, *, before: bool) -> list[Token]:
        """The words beside an acronym when what stands between says that they belong together."""
        words, word = self.sentence.words, self.sentence.words[place]
        text = self.sentence.text
        if before:
            for back in range(max(0, place - 7), place):
                if _NAME_FIRST.fullmatch(text, words[back].end, word.start):
                    return words[max(0, back - 11) : back + 1]
            return []
        for forth in range(place + 1, min(len(words), place + 16)):
            if _ACRONYM_FIRST.fullmatch(text, word.end, words[forth].start):
                forth += words[forth].key in ("the", "a", "an")
                return words[forth : forth + 12]
        return []

    def _beside(self, word: Token, window: list[Token], before: bool) -> Iterator[Claim]:
        owners = self.index.acronyms.get(word.text.replace(".", ""), ())
        named = self._named(window, before)
        if named and named not in owners:
            yield from self._others_acronym(word, named, owners)
            return
        if owners and not named:
            yield from self._other_words(word, window, before, owners)
        elif named:
            yield self._claim(word, named, True, word.start, word.end, word.text)

    def _named(self, window: list[Token], before: bool) -> str:
        """The entity whose full name stands right beside the acronym."""
        edge = window[-1].end if before else window[0].start
        for one in self.mentions:
            whole = before or self.sentence.text[one.end : one.end + 1] in (")", ",", ".", ";", "")
            kinds = ("name", "alias", "short") if whole else ("name", "alias")
            full = any(len(keys(form.text)) > 1 and form.kind in kinds for form in one.forms)
            if full and len(one.refs) == 1 and edge == (one.end if before else one.start):
                return one.refs[0]
        return ""

    def _others_acronym(self, word: Token, named: str, owners: tuple[str, ...]) -> Iterator[Claim]:
        """The full name is known by another acronym than the one beside it."""
        entity = self.index.base.entities[named]
        own = [name.text for name in entity.names if name.kind == "acronym"]
        aliases = {name.text for name in entity.names}
        if not own or word.text in aliases:
            return
        slip = sorted(own[0].upper()) == sorted(word.text.upper()) or _one_off(own[0].upper(), word.text.upper())
        if owners or slip:
            yield self._claim(word, named, False, word.start, word.end, own[0])

    def _other_words(self, word: Token, window: list[Token], before: bool, owners: tuple[str, ...]) -> Iterator[Claim]:
        """The words beside an acronym are nearly, but not quite, what it is short for."""
        found = [
            (*_closest(window, keys(text), before), text, ref)
            for ref in owners
            for text in self.index.expansions(ref)
            if is_hindi(text) == self.sentence.hindi or not self.sentence.hindi
        ]
        if not found:
            return
        part, piece, text, ref = max(found, key=lambda one: one[0])
        if part == 1:
            yield self._claim(word, ref, True, word.start, word.end, text)
        elif (
            part >= (0.2 if self._is_told(word, piece) else 0.3)
            and not is_hindi(text)
            and not _is_part(piece := _titled(piece, before), text)
        ):
            while piece and piece[0].key in STOP:
                piece = piece[1:]
            while piece and piece[-1].key in STOP:
                piece = piece[:-1]
            yield self._claim(word, ref, False, piece[0].start, piece[-1].end, text)

    def _is_told(self, word: Token, piece: list[Token]) -> bool:
        """Whether the sentence says in so many words that one stands for the other."""
        between = self.sentence.text[word.end : piece[0].start] if piece else ""
        return bool(_TELLS.search(between))

    def _claim(self, word: Token, ref: str, truth: bool, start: int, end: int, right: str) -> Claim:
        own = {name.text for name in self.index.base.entities[ref].names if name.kind == "acronym"}
        facts = tuple(
            fact
            for fact in self.index.base.of_subject.get(ref, ())
            if self.index.role(fact.predicate) == "expansion" or fact.value in own
        )
        said = self.sentence.text[start:end]
        name = self.index.base.entities[ref].name(self.sentence.language)
        told = f"{word.text} = {said}" if said != word.text else f"{name} ({word.text})"
        return Claim("fact.acronym", start, end, truth, ref, "", facts[:1], said, right, claim=told)


def _is_part(piece: list[Token], text: str) -> bool:
    """Whether the words are a part of the right ones, which is a shorter way to say the same."""
    return set(content(tuple(word.key for word in piece))) <= set(content(keys(text)))


def _one_off(one: str, other: str) -> bool:
    """One letter more, fewer or other."""
    if abs(len(one) - len(other)) > 1 or len(one) < 3:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
