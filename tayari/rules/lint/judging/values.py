"""Values in words: the launch vehicle, the level, whether something binds; and what a thing is said to be."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index, content
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import BACKGROUND
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.ordinals import like
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import Token, keys
from tayari.rules.lint.wording import named_like

_COPULA = re.compile(r"\s+(?:is|was|remains|became)\s+(?:an?|the)?\s*")
_HINDI_IS = re.compile("\\s*(?:है|हैं|था|थी)\\b|\\s*(?:है|हैं)[।.\\s]")
_FAR_COPULA = re.compile(r"(?:,|;\s+it)\s+(?:is|was|remains)\s+(?:an?|the)\s+$")
_APPOSED = re.compile(r"(?:,\s+|\s+\()(?:an?|the)\s+")
_IT_HINDI = re.compile("(?:^|\\s)(?:यह|वह)\\s+(?:एक\\s+)?$")
_NEITHER = re.compile(r"\b(?:neither|nor|not)\s+an?\s+(\w+)")
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
    yield from _excluded(index, sentence, mentions)
    yield from _numbered(index, sentence, mentions)


def _codes_and_names(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    for verb in sentence.verbs:
        for ref in sorted(verb.predicates):
            predicate = index.predicate(ref)
            if predicate.object_kind != "text" or not predicate.functional:
                continue
            piece = sentence.pieces[sentence.piece_at(verb.start)]
            words = sentence.between(piece.start, piece.end)
            near = [one for one in mentions if sentence.clause_at(one.start) == piece.clause]
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


def _is_said_to_be(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """“X is a Y”, “X, under the ministry, is a Y”, “…; it is a Y”."""
    if sentence.hindi:
        after = bool(_HINDI_IS.match(sentence.text, other.end))
        opens = sentence.text[sentence.pieces[sentence.piece_at(other.start)].start : other.start]
        return after and (not sentence.text[one.end : other.start].strip(" एक") or bool(_IT_HINDI.search(opens)))
    between = sentence.text[one.end : other.start]
    apposed = _APPOSED.fullmatch(between) and sentence.text[other.end : other.end + 1] in (",", ";", ".", ")")
    return bool(apposed or _COPULA.fullmatch(between) or _FAR_COPULA.search(between))


def _copular(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """“X is a centrally sponsored scheme”: a thing that is the value of a predicate which X has with another value."""
    for one in mentions:
        for other in mentions:
            if len(one.refs) != 1 or len(other.refs) != 1 or other.start <= one.end:
                continue
            if not _is_said_to_be(sentence, one, other):
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


def _excluded(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """“X is a treaty” of what a fact calls neither a treaty nor a law."""
    for mention in mentions:
        if len(mention.refs) != 1:
            continue
        for fact in index.base.of_subject.get(mention.refs[0], ()):
            if index.predicate(fact.predicate).object_kind != "text":
                continue
            for word in _NEITHER.findall(fact.value):
                said = re.compile(rf"\s*(?:is|was|,\s*the\s+\w+\s+is)\s+(an?\s+(?:binding\s+)?{word})\b")
                match = said.match(sentence.text, mention.end)
                if match:
                    yield Claim(
                        "fact.relation", *match.span(1), False, fact.subject, fact.predicate, (fact,), match[1],
                        _text(fact, sentence.language), mention, inferred=mention.inferred,
                    )  # fmt: skip


def _numbers(words: tuple[str, ...]) -> dict[str, str]:
    """The ordinals of a text by the word that each counts."""
    return {after: word for word, after in pairwise(words) if word.startswith("#") and not after.startswith("#")}


def _numbered(index: Index, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """“the third Indian to travel to space” of whom a fact calls the second: one thing counted, another number."""
    words = [word for word in sentence.words if not sentence.inside(word.start)]
    said = frozenset(word.key for word in sentence.words)
    counts = [(word, after.key) for word, after in pairwise(words) if word.key.startswith("#")]
    for mention in mentions if counts else ():
        rows = _kinds(index, mention, sentence.language)
        known = {(number, counted) for _, row in rows for counted, number in _numbers(row).items()}
        for fact, row in rows:
            for counted, number in _numbers(row).items():
                rest = set(content(row)) - {counted, number}
                if number in said or 2 * len(rest & said) <= len(rest):
                    continue
                for word, after in counts:
                    # Somebody may be the second in one thing and the first in another: either is theirs.
                    if after == counted and (word.key, counted) not in known:
                        yield Claim(
                            "fact.ordinal", word.start, word.end, False, fact.subject, fact.predicate, (fact,),
                            word.text, like(word.text, int(number[1:])), mention, inferred=mention.inferred,
                        )  # fmt: skip


def _kinds(index: Index, mention: Mention, language: str) -> list[tuple[Fact, tuple[str, ...]]]:
    """What the subject is said to be, in words."""
    about = index.base.of_subject.get(mention.refs[0], ()) if len(mention.refs) == 1 else ()
    return [(fact, _row(_text(fact, language))) for fact in about if index.role(fact.predicate) == "kind"]
