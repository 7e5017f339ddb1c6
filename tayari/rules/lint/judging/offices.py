"""Offices: who held one on a day, from when and until when, and who is said to hold one still."""

import re
from collections.abc import Iterator
from datetime import date

from tayari.plain.dates import PartialDate
from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.judging.holders import Held, found
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound, like
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.wording import named_like

_FROM = re.compile(r"(?:from|since|between)\s+$", re.IGNORECASE)
_TO = re.compile(r"(?:to|until|till|up to|through|–|and)\s+$", re.IGNORECASE)


def _first(fact: Fact) -> PartialDate | None:
    return fact_date(fact.valid_from) if fact.valid_from else None


def _last(fact: Fact) -> PartialDate | None:
    return fact_date(fact.valid_to) if fact.valid_to else None


def _touches(fact: Fact, first: date, last: date) -> bool:
    begun, ended = _first(fact), _last(fact)
    return (not begun or begun.first_day <= last) and (not ended or first <= ended.last_day)


def _covers(fact: Fact, first: date, last: date) -> bool:
    begun, ended = _first(fact), _last(fact)
    return bool(begun and begun.last_day <= first) and (not ended or last <= ended.first_day)


class Judge:
    """Judges the offices of one sentence. `days` are those of the events that it names."""

    def __init__(self, index: Index, sentence: Sentence, mentions: list[Mention], as_of: date) -> None:
        self.index, self.sentence, self.mentions, self.as_of = index, sentence, mentions, as_of

    def claims(self) -> Iterator[Claim]:
        """What the sentence says of holders of offices."""
        for held in found(self.index, self.sentence, self.mentions):
            if self.sentence.is_quoted(held.person.start) or self.sentence.is_negated(held.office.end):
                continue
            if self._is_former(held):
                continue
            yield from self._of(held)

    def _is_former(self, held: Held) -> bool:
        start = min(held.person.start, held.office.start)
        before = self.sentence.before(start, 1)
        return bool(before) and before[0].key in ("former", "ex", "पूर्व", "future", "next", "भाव")

    def _terms(self, held: Held) -> list[Fact]:
        own = self.index.terms.get(held.person.refs[0], [])
        return [fact for fact in own if fact.value in held.office.refs]

    def _of(self, held: Held) -> Iterator[Claim]:
        terms = self._terms(held)
        if held.how == "became":
            yield from self._beginnings(held, terms)
        elif held.how == "is":
            yield from self._at(held, terms, self.as_of, self.as_of, now=True)
        else:
            yield from self._past(held, terms)

    def _dates(self, held: Held) -> list[DateFound]:
        piece = self.sentence.pieces[self.sentence.piece_at(held.person.start)]
        other = self.sentence.pieces[self.sentence.piece_at(held.office.end - 1)]
        start, end = min(piece.start, other.start), max(piece.end, other.end)
        near = [one for one in self.sentence.dates if one.year and start <= one.start < end]
        clause = self._clause(held.person.start)
        own = [one for one in self.sentence.dates if one.year and self._clause(one.start) == clause]
        return near or (own if len(own) == 1 else [])

    def _role(self, found_at: DateFound) -> str:
        """Whether a date is that from which or until which an office was held."""
        before = self.sentence.text[max(self.sentence.start, found_at.start - 12) : found_at.start]
        after = self.sentence.text[found_at.end : found_at.end + 6].split()
        if _FROM.search(before) or after[:1] == ["से"]:
            return "from"
        if _TO.search(before) or after[:1] == ["तक"]:
            return "to"
        return ""

    def _beginnings(self, held: Held, terms: list[Fact]) -> Iterator[Claim]:
        for one in self._dates(held)[:1]:
            if not terms:
                yield from self._at(held, terms, one.first, one.last)
                continue
            told = [(fact, one.judged(begun)) for fact in terms if (begun := _first(fact))]
            if any(truth for _, truth in told):
                yield self._claim(held, True, [told[0][0]])
            elif told and all(truth is False for _, truth in told):
                begun = _first(told[0][0])
                another = self._begun_then(held, one)
                if another:
                    yield self._other(held, another)
                elif begun:
                    yield self._dated(held, told[0][0], one, begun)

    def _begun_then(self, held: Held, when: DateFound, *, exact: int = 3) -> Fact | None:
        """Somebody else who took the office on that very day, or in that month."""
        for ref in held.office.refs:
            for fact in self.index.holders.get(ref, ()):
                begun = _first(fact)
                told = begun and begun.day and when.exactness >= exact and when.judged(begun)
                if told and fact.subject != held.person.refs[0]:
                    return fact
        return None

    def _past(self, held: Held, terms: list[Fact]) -> Iterator[Claim]:
        dated = self._dates(held)
        bounds = {self._role(one): one for one in dated if self._role(one)}
        if not terms and set(bounds) == {"from"} and held.how == "was":
            another = self._begun_then(held, bounds["from"], exact=2)
            yield from [self._other(held, another)] if another else []
        elif bounds and held.how == "was":
            yield from self._interval(held, terms, bounds)
        elif dated and held.how == "was":
            yield from self._at(held, terms, dated[0].first, dated[0].last)
        else:
            days = self._event_days(held)
            if len(days) == 1:
                yield from self._at(held, terms, days[0].first_day, days[0].last_day)
            elif not days and len(dated) == 1:
                yield from self._at(held, terms, dated[0].first, dated[0].last)

    def _clause(self, place: int) -> int:
        return self.sentence.clause_at(place)

    def _event_days(self, held: Held) -> list[PartialDate]:
        """The days of the events and agreements that the sentence names."""
        told = []
        clause = self._clause(held.person.start)
        for one in self.mentions:
            if one.refs and one.kind != "row" and not one.inferred and self._clause(one.start) == clause:
                for fact in self.index.facts(one.refs[0], "happened", "begun"):
                    day = fact_date(fact.value)
                    if day:
                        told.append(day)
        return list(dict.fromkeys(told))

    def _interval(self, held: Held, terms: list[Fact], bounds: dict[str, DateFound]) -> Iterator[Claim]:
        wrong: list[Claim] = []
        if set(bounds) == {"from", "to"} and bounds["from"].first <= bounds["to"].last:
            first, last = bounds["from"].first, bounds["to"].last
            if not any(_touches(fact, first, last) for fact in terms):
                another = self._held_between(held, bounds["from"], bounds["to"]) if not terms else None
                yield from [self._other(held, another)] if another else self._at(held, terms, first, last)
                return
        for name, one in bounds.items():
            ends = [(fact, _first(fact) if name == "from" else _last(fact)) for fact in terms]
            told = [(fact, end, one.judged(end)) for fact, end in ends if end]
            if told and all(truth is False for *_, truth in told):
                wrong.append(self._dated(held, told[0][0], one, told[0][1]))
            elif any(truth for *_, truth in told):
                yield self._claim(held, True, [told[0][0]])
        if not wrong and set(bounds) == {"to"}:
            yield from self._held_until(held, terms, bounds["to"])
        if len(wrong) > 1 or (wrong and not terms):
            first, last = bounds["from"].first, bounds["to"].last
            others = [fact for ref in held.office.refs for fact in self.index.holders.get(ref, ())]
            fitting = [fact for fact in others if _touches(fact, first, last) and fact.subject != held.person.refs[0]]
            if len(fitting) == 1:
                yield self._other(held, fitting[0])
                return
        yield from wrong

    def _held_between(self, held: Held, first: DateFound, last: DateFound) -> Fact | None:
        """Somebody else whose term has just these ends, of one who never held the office."""
        for ref in held.office.refs:
            for fact in self.index.holders.get(ref, ()):
                begun, ended = _first(fact), _last(fact)
                if begun and ended and first.judged(begun) and last.judged(ended):
                    return fact
        return None

    def _held_until(self, held: Held, terms: list[Fact], until: DateFound) -> Iterator[Claim]:
        """“until May 2019” of somebody who came into the office then, or of somebody who never held it."""
        if any(not (begun := _first(fact)) or begun.first_day < until.first for fact in terms):
            return
        others = [fact for ref in held.office.refs for fact in self.index.holders.get(ref, ())]
        fitting = [fact for fact in others if (end := _last(fact)) and until.judged(end)]
        if len(fitting) == 1 and fitting[0].subject != held.person.refs[0]:
            yield self._other(held, fitting[0])

    def _at(self, held: Held, terms: list[Fact], first: date, last: date, *, now: bool = False) -> Iterator[Claim]:
        """The office on a day, or today."""
        if any(_touches(fact, first, last) for fact in terms):
            yield self._claim(held, True, terms)
            return
        others = [
            fact
            for ref in held.office.refs
            for fact in self.index.holders.get(ref, ())
            if _covers(fact, first, last) and fact.subject != held.person.refs[0]
        ]
        if now and terms and not self.sentence.dates:
            yield self._closed(held, terms[-1])
        elif others and len(held.office.refs) == 1:
            yield self._other(held, others[0])
        elif terms and len(held.office.refs) == 1 and all(_last(fact) or _first(fact) for fact in terms):
            yield self._claim(held, False, terms)

    # Claims

    def _claim(self, held: Held, truth: bool, facts: list[Fact], suggestion: str = "") -> Claim:
        text = self.sentence.text
        told = f"{text[held.person.start : held.person.end]}: {text[held.office.start : held.office.end]}"
        return Claim(
            "fact.office", held.person.start, held.person.end, truth, held.person.refs[0], facts[0].predicate,
            tuple(facts), told, suggestion, held.person, claim=told,
        )  # fmt: skip

    def _other(self, held: Held, fact: Fact) -> Claim:
        words = self.sentence.text[held.person.start : held.person.end]
        right = named_like(self.index.base.entities[fact.subject], words, self.sentence.language)
        return self._claim(held, False, [fact], right)

    def _dated(self, held: Held, fact: Fact, said: DateFound, right: PartialDate) -> Claim:
        name = self.sentence.text[held.person.start : held.person.end]
        office = self.sentence.text[held.office.start : held.office.end]
        return Claim(
            "fact.office", said.start, said.end, False, fact.subject, fact.predicate, (fact,), said.words,
            like(said, right), held.person, said, claim=f"{name}: {office}, {said.words}",
        )  # fmt: skip

    def _closed(self, held: Held, fact: Fact) -> Claim:
        text = self.sentence.text
        start, end = held.person.end, held.office.end
        if self.sentence.hindi:
            start = held.office.start
            end = self.sentence.pieces[self.sentence.piece_at(held.office.start)].end
        words = text[start:end].strip(" ।.")
        past = re.sub(r"^(?:is|remains|serves)\b", "was", words)
        past = re.sub("हैं$", "थे", past)
        past = re.sub("(?:इस समय|वर्तमान में|अभी) ", "", past)
        start = text.index(words, start)
        return Claim(
            "fact.tense", start, start + len(words), False, fact.subject, fact.predicate, (fact,), words, past,
            held.person, claim=f"{text[held.person.start : held.person.end]}: {words}",
        )  # fmt: skip
