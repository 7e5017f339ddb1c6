"""Amounts: how many members, aircraft, years or rupees; and numbers in a line, as of the 27th signatory."""

from collections.abc import Iterator
from functools import lru_cache

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.binding import Bound
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.lexicon import STOP
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.amounts import Amount, alike, amounts
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.ordinals import like
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import Token

QUANTITY = frozenset({"quantity", "text"})


@lru_cache(maxsize=20_000)
def _held(text: str) -> tuple[Amount, ...]:
    return tuple(amounts(text))


def _texts(fact: Fact, language: str) -> tuple[str, ...]:
    own = fact.texts.get(language)
    return (own,) if own else (fact.value,)


def _said(index: Index, sentence: Sentence, fact: Fact, found: Amount) -> bool:
    """Whether the sentence says the fact's predicate: by a cue in it, or by the unit itself where it is a rare one."""
    if any(fact.predicate in verb.predicates for verb in sentence.verbs):
        return True
    common = {"year", "month", "day", "per", "%", "time", "वर्ष", "महीन", "दिन", "प्रतिशत", "country", "देश"}
    quantity = index.predicate(fact.predicate).object_kind == "quantity"
    if not quantity and _is_specific(found, {fact: list(_held(_texts(fact, sentence.language)[0]))}):
        return True
    return quantity and bool(found.unit) and not set(found.unit[:2]) & common and not found.currency


def holding(facts: list[Fact], when: list[DateFound]) -> list[Fact]:
    """Those of the facts that hold at one of the dates; all when there is no date."""
    if not when:
        return facts
    kept = []
    for fact in facts:
        begun, ended = fact_date(fact.valid_from) if fact.valid_from else None, None
        ended = fact_date(fact.valid_to) if fact.valid_to else None
        for one in when:
            if one.year and (not begun or begun.first_day <= one.last) and (not ended or one.first <= ended.last_day):
                kept.append(fact)
                break
    return kept


def _dates_near(sentence: Sentence, found: Amount) -> list[DateFound]:
    piece = sentence.pieces[sentence.piece_at(found.start)]
    here = [one for one in sentence.dates if piece.start <= one.start < piece.end]
    return here if here or len(sentence.dates) != 1 else list(sentence.dates)


def _is_counted(sentence: Sentence, fact: Fact, found: Amount) -> bool:
    """Whether a cue of the fact stands right after an amount, or right before it: 64 सदस्य, सदस्य संख्या 64."""
    for verb in sentence.verbs:
        if fact.predicate in verb.predicates and (0 <= verb.start - found.end <= 2 or 0 < found.start - verb.end <= 8):
            return True
    return False


def _comparable(index: Index, sentence: Sentence, facts: list[Fact], found: Amount) -> dict[Fact, list[Amount]]:
    """The facts that hold an amount of the same sort, with those amounts."""
    told = {}
    for fact in facts:
        bare = index.predicate(fact.predicate).object_kind == "quantity" and _is_counted(sentence, fact, found)
        same = [
            held
            for text in _texts(fact, sentence.language)
            for held in _held(text)
            if alike(found, held) or (bare and not held.unit and not found.currency)
        ]
        if same:
            told[fact] = same
    return told


def _by_predicate(index: Index, ref: str) -> dict[str, list[Fact]]:
    grouped: dict[str, list[Fact]] = {}
    for fact in index.base.of_subject.get(ref, ()):
        if index.predicate(fact.predicate).object_kind in QUANTITY:
            grouped.setdefault(fact.predicate, []).append(fact)
    return grouped


def _claim(
    index: Index, sentence: Sentence, found: Amount, mention: Mention, facts: dict[Fact, list[Amount]], strong: bool
) -> Claim:
    predicate = index.predicate(next(iter(facts)).predicate)
    now = holding(list(facts), _dates_near(sentence, found)) if predicate.interval or len(facts) > 1 else list(facts)
    true = [fact for fact in now if any(held.value == found.value for held in facts[fact])]
    decided = bool(now) and (predicate.functional or predicate.object_kind == "quantity" or _is_specific(found, facts))
    shown = true or now or list(facts)
    right = facts[shown[-1]][0]
    words = sentence.text[found.start : found.end]
    return Claim(
        "fact.count", found.start, found.end, True if true else False if decided else None, shown[-1].subject,
        predicate.ref, tuple(shown[::-1]), words, _like(words, right), mention, inferred=mention.inferred,
        strong=strong,
    )  # fmt: skip


def _is_specific(found: Amount, facts: dict[Fact, list[Amount]]) -> bool:
    """Whether the words counted are so many and so alike (joint working groups) that it is the same count."""
    said = set(found.unit[:4]) - STOP
    return any(len(said & (set(held.unit[:4]) - STOP)) > 1 for amounts_ in facts.values() for held in amounts_)


def _like(words: str, right: Amount) -> str:
    mark = words[: len(words) - len(words.lstrip("₹$€RsU. "))]
    return f"{mark}{right.value:,}" if words.strip("₹$€RsU. ")[:1].isdigit() else f"{right.value:f}"


def said_like(words: str, value: str) -> str:
    """A value in figures with the mark of the words that it replaces."""
    mark = words[: len(words) - len(words.lstrip("₹$€RsU. "))]
    return f"{mark}{value}"


def claims(index: Index, sentence: Sentence, found: Amount, bound: Bound) -> Iterator[Claim]:
    """What an amount says of the subjects that it may belong to."""
    for mention in bound.subjects:
        if mention.kind == "stranger":
            return
        for ref in mention.refs:
            for facts in _by_predicate(index, ref).values():
                told = _comparable(index, sentence, facts, found)
                if told and _said(index, sentence, next(iter(told)), found):
                    yield _claim(index, sentence, found, mention, told, bound.same_piece)


def numbered(index: Index, sentence: Sentence, word: Token, bound: Bound, persons: list[Mention]) -> Iterator[Claim]:
    """What an ordinal says: the 27th signatory, the 52nd holder of an office."""
    number = int(word.key[1:])
    after = sentence.after(word.end, 3)
    for mention in (*bound.subjects, *persons):
        for ref in mention.refs:
            for fact in index.base.of_subject.get(ref, ()):
                predicate = index.predicate(fact.predicate)
                if predicate.object_kind != "quantity" or not fact.value.isdecimal() or ref in index.editions:
                    continue
                cued = any(
                    fact.predicate in verb.predicates
                    and (sentence.hindi or any(verb.start <= one.start <= verb.end for one in after))
                    for verb in sentence.verbs
                )
                if cued or (predicate.role == "ordinal" and mention in persons and _before_office(index, ref, after)):
                    right = int(fact.value)
                    yield Claim(
                        "fact.ordinal", word.start, word.end, right == number, ref, fact.predicate, (fact,), word.text,
                        like(word.text, right), mention, inferred=mention.inferred,
                    )  # fmt: skip


def _before_office(index: Index, person: str, after: list[Token]) -> bool:
    """Whether the words after an ordinal begin the name of an office that the person holds."""
    offices = {fact.value for fact in index.terms.get(person, ())}
    hit = index.names.at(after, 0) if after else None
    if hit and set(hit.refs) & offices:
        return True
    names = [
        name.text for office in offices for name in index.base.entities[office].names if office in index.base.entities
    ]
    return bool(after) and any(after[0].text in name.split()[:2] for name in names)
