"""Values in words: the launch vehicle, the level, whether something binds; and what a thing is said to be."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import BACKGROUND
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import Token, keys
from tayari.rules.lint.wording import named_like

_COPULA = re.compile(r"\s+(?:is|was|remains|became)\s+(?:an?|the)?\s*")
_HINDI_IS = re.compile("\\s*(?:है|हैं|था|थी)\\b|\\s*(?:है|हैं)[।.\\s]")
_LONGEST = 4  # words of a value that is a name of something rather than a sentence


@lru_cache(maxsize=20_000)
def _row(text: str) -> tuple[str, ...]:
    return keys(text)


def _at(words: list[Token], row: tuple[str, ...]) -> int:
    """Where a row of words stands, -1 when it does not."""
    for first in range(len(words) - len(row) + 1):
        if all(words[first + step].key == part for step, part in enumerate(row)):
            return first
    return -1


def _subject(index: Index, mentions: list[Mention], at: int) -> Mention | None:
    before = [
        one for one in mentions if one.end <= at and len(one.refs) == 1 and index.type(one.refs[0]) not in BACKGROUND
    ]
    return before[-1] if before else None


def _text(fact: Fact, language: str) -> str:
    return fact.texts.get(language) or fact.value


def _claim(sentence: Sentence, fact: Fact, first: Token, last: Token, mention: Mention) -> Claim:
    words = sentence.text[first.start : last.end]
    return Claim(
        "fact.relation", first.start, last.end, False, fact.subject, fact.predicate, (fact,), words,
        _text(fact, sentence.language), mention, inferred=mention.inferred,
    )  # fmt: skip


def claims(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """What the sentence says in words that another value of the same predicate would say."""
    yield from _codes_and_names(index, sentence, mentions)
    yield from _copular(index, sentence, mentions)
    yield from _unbound(index, sentence, mentions)


def _codes_and_names(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    for verb in sentence.verbs:
        for ref in sorted(verb.predicates):
            predicate = index.predicate(ref)
            if predicate.object_kind != "text" or not predicate.functional:
                continue
            piece = sentence.pieces[sentence.piece_at(verb.start)]
            words = sentence.between(piece.start, piece.end)
            near = [one for one in mentions if sentence.pieces[sentence.piece_at(one.start)].clause == piece.clause]
            mention = _subject(index, near, verb.start) or _subject(index, near, piece.end)
            facts = index.base.about.get((mention.refs[0], ref), ()) if mention else ()
            if not mention or mention.inferred or len(facts) != 1 or sentence.is_negated(verb.end):
                continue
            yield from _against(index, sentence, facts[0], words, mention)


def _against(index: Index, sentence: Sentence, fact: Fact, words: list[Token], mention: Mention) -> Iterator[Claim]:
    own = _row(_text(fact, sentence.language))
    if len(own) > _LONGEST or _at(words, own) >= 0:
        return
    for other in index.text_values.get(fact.predicate, ()):
        row = _row(_text(other, sentence.language))
        first = _at(words, row) if row and row != own and len(row) <= _LONGEST and not set(own) <= set(row) else -1
        if first >= 0:
            yield _claim(sentence, fact, words[first], words[first + len(row) - 1], mention)
            return
    for step, part in enumerate(own):
        digits = re.sub(r"\D", "", part)
        letters = part.rstrip("0123456789")
        for at, word in enumerate(words):
            same = digits and letters and word.key != part and word.key.rstrip("0123456789") == letters != word.key
            if same and at >= step and all(words[at - step + back].key == own[back] for back in range(step)):
                yield _claim(sentence, fact, words[at - step], word, mention)
                return


def _copular(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """“X is a centrally sponsored scheme”: a thing that is the value of a predicate which X has with another value."""
    for one in mentions:
        for other in mentions:
            if len(one.refs) != 1 or len(other.refs) != 1 or other.start <= one.end:
                continue
            straight = _COPULA.fullmatch(sentence.text, one.end, other.start)
            hindi = _HINDI_IS.match(sentence.text, other.end) and not sentence.text[one.end : other.start].strip(" एक")
            if not straight and not hindi:
                continue
            for fact in index.base.of_subject.get(one.refs[0], ()):
                predicate = index.predicate(fact.predicate)
                known = index.as_value.get((fact.predicate, other.refs[0]))
                if predicate.functional and known and predicate.phrase.get("en", "").startswith("{subject} is a"):
                    words = sentence.text[other.start : other.end]
                    right = index.base.entities[fact.value]
                    yield Claim(
                        "fact.relation", other.start, other.end, fact.value == other.refs[0], one.refs[0],
                        fact.predicate, (fact,), words, named_like(right, words, sentence.language), one,
                        inferred=one.inferred,
                    )  # fmt: skip


def _unbound(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """“legally binding” of what the facts call non-binding, and the other way round."""
    words = sentence.words
    for mention in mentions[:4]:
        if len(mention.refs) != 1:
            continue
        for fact in index.base.of_subject.get(mention.refs[0], ()):
            predicate = index.predicate(fact.predicate)
            row = _row(fact.value) if predicate.object_kind == "text" and predicate.functional else ()
            for at in range(len(row) - 1):
                if row[at] != "non":
                    continue
                place = _at(words, (row[at + 1],))
                said = words[place] if place > 0 else None
                free = said and words[place - 1].key not in ("non", "not") and not sentence.is_negated(said.start)
                if said and free and said.start > mention.end:
                    yield _claim(sentence, fact, words[place - 1], said, mention)
