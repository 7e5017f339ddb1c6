"""All claims of one sentence, held against each other: an object that fits one of its subjects accuses none."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from tayari.rules.lint.index import Index
from tayari.rules.lint.judging import (
    acronyms,
    alone,
    counts,
    dates,
    editions,
    effects,
    fitting,
    offices,
    owning,
    persons,
    places,
    relations,
    tenses,
    values,
)
from tayari.rules.lint.judging.binding import Binder, Bound
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.lexicon import PLACED
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.amounts import Amount, amounts
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import Token

_IS_THE = re.compile(r"\s+(?:is|was)\s+(?:the|its)\s")
_DATE, _PERSON = frozenset({"date"}), frozenset({"person"})


def _type(index: Index, mention: Mention) -> str:
    return index.type(mention.refs[0]) if mention.refs else ""


def _settled(claims: Iterable[Claim]) -> Claim | None:
    """One claim an object: the true one, else the first that is false, else whatever there is."""
    found = list(claims)
    for truth in (True, False, None):
        for claim in found:
            if claim.truth is truth:
                return claim
    return None


class Judge:
    """Judges one sentence whose mentions are known."""

    def __init__(self, index: Index, sentence: Sentence, mentions: list[Mention], as_of: date) -> None:
        self.index, self.sentence, self.mentions, self.as_of = index, sentence, mentions, as_of
        named = [
            one for one in sentence.dates if any(m.told_by is one or m.start <= one.start < m.end for m in mentions)
        ]
        self.dates = [one for one in sentence.dates if one not in named and not of_a_law(sentence, one)]
        self.places = [one for one in mentions if _type(index, one) in PLACED]
        self.persons = [one for one in mentions if _type(index, one) == "person"]
        spans = [(one.start, one.end) for one in self.dates] + [(one.start, one.end) for one in self.places]
        self.binder = Binder(index, sentence, mentions, spans)

    def claims(self) -> list[Claim]:
        """The claims of the sentence, each with its truth; those that it does not make itself left out."""
        self._tell_rows()
        self._tell_latest()
        found = [
            *self._each(self.dates, lambda one, bound: dates.claims(self.index, self.sentence, one, bound), _DATE),
            *self._each(self.places, lambda one, bound: places.claims(self.index, self.sentence, one, bound), PLACED),
            *self._each(
                self.persons,
                lambda one, bound: persons.claims(self.index, self.sentence, one, bound, self.mentions),
                _PERSON,
            ),
            *self._unnumbered(),
            *self._amounts(),
            *acronyms.Judge(self.index, self.sentence, self.mentions).claims(),
        ]
        related = [
            one for one in relations.claims(self.index, self.sentence, self.mentions) if not self._disowned(one.start)
        ]
        found += _one_each(related)
        found = list(self._blamed(found))
        numbered = any(one.rule == "fact.ordinal" and one.truth is False for one in found)
        found += [
            one
            for one in self._of_time()
            # A holder of an office that is wrong only by the day of a wrongly numbered event is not.
            if not self.sentence.is_quoted(one.start) and not (numbered and one.rule == "fact.office" and not one.date)
        ]
        return tenses.of_closed(self.index, self.sentence, found, self.as_of)

    def _of_time(self) -> Iterator[Claim]:
        """Claims about offices, tense, order and effects, each of which finds its own objects."""
        told = self.index, self.sentence, self.mentions
        yield from offices.Judge(*told, self.as_of).claims()
        yield from tenses.of_events(*told, self.as_of)
        yield from tenses.latest(*told, self.as_of)
        yield from tenses.order(*told)
        yield from effects.claims(*told)
        yield from values.claims(*told)

    def _tell_rows(self) -> None:
        """A row with a date beside it is the edition of that date, for the places and persons of the sentence."""
        for place, mention in enumerate(self.binder.subjects):
            if mention.kind != "row" or not mention.refs:
                continue
            told = []
            for found in self.dates:
                bound = self.binder.bind(found.start, found.end, _DATE)
                if mention in bound.subjects[:1] and bound.same_piece:
                    told += [
                        c.subject
                        for c in dates.claims(self.index, self.sentence, found, bound)
                        if c.truth and c.subject in self.index.editions
                    ]
            if len(set(told)) == 1:
                edition = self.index.editions[told[0]]
                self.binder.subjects[place] = replace(
                    mention, refs=(told[0], *mention.refs), kind="edition", row=edition.row
                )

    def _tell_latest(self) -> None:
        """The latest of a row, as far as is known, for what is said of its place and participants."""
        for at, mention in enumerate(self.binder.subjects):
            last = self.index.rows[mention.row].latest() if mention.kind == "latest" else None
            if last:
                self.binder.subjects[at] = replace(mention, refs=(last.ref, *mention.refs), inferred=True)

    def _disowned(self, start: int) -> bool:
        return owning.is_disowned(self.index, self.sentence, self.binder, start)

    def _each[Thing: (DateFound, Mention, Amount, Token)](
        self, objects: list[Thing], claimed: Callable[[Thing, Bound], Iterator[Claim]], kind: frozenset[str]
    ) -> Iterator[Claim]:
        for one in objects:
            if self._disowned(one.start):
                continue
            bound = self.binder.bind(one.start, one.end, kind)
            if kind is _PERSON and not bound.subjects:
                bound = replace(bound, subjects=self._going_on(one))
            claim = self._bound_claim(one, bound, claimed)
            if claim is None or claim.truth is None:
                claim = self._left(one, bound, claimed, alone_of_kind=len(objects) == 1 or kind is _PERSON) or claim
            if claim and claim.truth is False and isinstance(one, DateFound) and not bound.negated:
                claim = fitting.fitted(self.index, self.sentence, self.binder, self.mentions, one, claim)
            told = self._negated(claim, bound) if claim else None
            if told:
                yield told

    def _bound_claim[Thing: (DateFound, Mention, Amount, Token)](
        self, one: Thing, bound: Bound, claimed: Callable[[Thing, Bound], Iterator[Claim]]
    ) -> Claim | None:
        """What an object says of the subjects that the order of words gives it, the nearest first."""
        claim = _settled(claimed(one, bound))
        # “X was decided in 1973 and Y in 1980”: the name beside an object without a verb is the one it is said of.
        elided = _type(self.index, bound.beside) if bound.verbless and bound.beside and not self.sentence.hindi else ""
        for group in bound.further:
            if elided and _type(self.index, group[0]) == elided:
                continue
            # An edition that the base does not have takes what is said of it, as a stranger does.
            if claim is None and all(other.refs for other in bound.subjects):
                claim = _settled(claimed(one, replace(bound, subjects=group, same_piece=False)))
        if claim is None and isinstance(one, DateFound):
            told = [*self.persons, *self.places]
            claim = _settled(dates.of_others(self.index, self.sentence, one, bound, told))
        return claim

    def _going_on(self, one: Mention | DateFound | Amount | Token) -> tuple[Mention, ...]:
        """What a clause without a subject goes on about: “LEMOA dates from 2016; Parrikar was the Indian signatory.”"""
        clause = self.sentence.clause_at(one.start)
        clauses = {self.sentence.clause_at(subject.start) for subject in self.binder.subjects}
        before = [subject for subject in self.binder.subjects if subject.end <= one.start]
        named = _IS_THE.match(self.sentence.text, one.end)
        if not named or clause in clauses or len({subject.refs for subject in before}) != 1:
            return ()
        return (replace(before[0], inferred=True),) if len(before[0].refs) == 1 else ()

    def _left[Thing: (DateFound, Mention, Amount, Token)](
        self, one: Thing, bound: Bound, claimed: Callable[[Thing, Bound], Iterator[Claim]], *, alone_of_kind: bool
    ) -> Claim | None:
        """What an object says that the order of words binds to nothing."""
        number = self.sentence.piece_at(one.start)
        closed = number > 0 and self.binder.inheritance.closes_unknown(self.sentence.pieces[number - 1])
        subject = alone.subject(self.binder) if alone_of_kind and not closed else None
        for tried in alone.bounds(self.sentence, subject, one.start, bound) if subject else ():
            claim = _settled(claimed(one, tried))
            if claim and claim.truth is not None:
                return claim
        if isinstance(one, DateFound):
            return next(alone.near_dates(self.index, self.sentence, one, self.mentions, alone=alone_of_kind), None)
        return None

    def _negated(self, claim: Claim, bound: Bound) -> Claim | None:
        """A claim denied is no claim, unless what it denies is plainly so: one verb, one object, one subject."""
        if not bound.negated:
            return claim
        if claim.truth is not True:
            return replace(claim, truth=True if claim.truth is False else None)
        alone = len(self.dates) + len(self.places) + len(self.persons) == 1 and len(self.sentence.pieces) == 1
        precise = (
            alone and claim.strong and not claim.inferred and bound.verb is not None and bound.verb.cue is not None
        )
        return replace(claim, truth=False, level="warning", suggestion="") if precise else None

    def _amounts(self) -> Iterator[Claim]:
        """Amounts that are no part of a date or a name, and ordinals that number no edition."""
        words, text = self.sentence.words, self.sentence.text
        free = [
            one
            for one in amounts(text, words, self.sentence.start, self.sentence.end)
            if not self.sentence.inside(one.end - 1)  # the US of US$ is no name
        ]
        yield from self._each(
            free, lambda one, bound: counts.claims(self.index, self.sentence, one, bound), counts.QUANTITY
        )
        ordinals = [one for one in words if one.key.startswith("#") and not self.sentence.inside(one.start)]
        yield from self._each(
            ordinals,
            lambda one, bound: counts.numbered(self.index, self.sentence, one, bound, self.persons),
            counts.QUANTITY,
        )

    def _unnumbered(self) -> Iterator[Claim]:
        """Dates of editions whose number the base does not know."""
        for mention in self.mentions:
            held = self.index.editions.get(mention.refs[0]) if mention.refs else None
            if mention.kind != "edition" or (held and held.day) or not mention.number:
                continue
            told = []
            for found in self.dates:
                bound = self.binder.bind(found.start, found.end, _DATE)
                if bound.subjects[:1] == (mention,) and not bound.negated and not self._disowned(found.start):
                    told.append(Claim("fact.date", found.start, found.end, None, "", "", (), found.words, date=found))
            yield from editions.unknown_number(self.index, mention, told, self.sentence.text)

    def _blamed(self, found: list[Claim]) -> Iterator[Claim]:
        numbered = [
            one for one in self.binder.subjects if one.kind in ("edition", "pronoun") and one.number and one.refs
        ]
        left = list(found)
        for mention in numbered:
            own = [one for one in left if one.mention is mention]
            told = [one for one in left if one.rule == "fact.ordinal" and one.truth is False]
            if any((one.start, one.end) == mention.number_at for one in told):
                own = [one for one in own if one.truth is not False]
            left = [one for one in left if one.mention is not mention]
            yield from editions.blamed(self.index, mention, own, left, self.sentence.text)
        yield from editions.misnamed(self.index, left, self.sentence.text, self.sentence.language)


def _one_each(claims: list[Claim]) -> list[Claim]:
    """One claim a span, true before false."""
    found: dict[tuple[int, int], Claim] = {}
    for claim in sorted(claims, key=lambda one: one.truth is not True):
        found.setdefault((claim.start, claim.end), claim)
    return list(found.values())


_LAW = re.compile(r"(?:\b(?:Act|Bill|Rules|Code|Order|Ordinance|Regulations?)|अधिनियम|विधेयक|संहिता)(?:,|\s+of)?\s+$")


def of_a_law(sentence: Sentence, found: DateFound) -> bool:
    """The year in the name of a law."""
    before = sentence.text[max(sentence.start, found.start - 20) : found.start]
    return found.exactness == 1 and bool(_LAW.search(before))


def seen(dates_found: list[DateFound], mentions: list[Mention]) -> list[tuple[int, int]]:
    """The spans that no break may divide."""
    return [(one.start, one.end) for one in dates_found] + [(one.start, one.end) for one in mentions]
