"""Editions of rows by all that a run of words says of one: where all but one thing fits, that is the odd one out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Edition
from tayari.rules.lint.judging.alone import is_one_off
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.dates import fact_date
from tayari.rules.lint.lexicon import EDITION_NOUNS, FINISHED
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound, like
from tayari.rules.lint.reading.ordinals import like as ordinal_like
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.weighing.days import days_of
from tayari.rules.lint.weighing.scene import Scene
from tayari.rules.lint.wording import named_like

_LONGEST = 4  # words of a value that is a name
_KINDS = ("date", "number", "place", "person")
_ENOUGH = 1.4  # that speaks for an edition beside the odd one out
_NEAR = 0.8  # for a date that is right but for one of its parts
_AHEAD = 0.3  # of any other edition


@dataclass(frozen=True, slots=True)
class Part:
    """Something said of an edition: its number, day, place, somebody who took part, something signed there."""

    kind: str
    start: int
    end: int
    number: int = 0
    date: DateFound | None = None
    ref: str = ""
    facts: tuple[Fact, ...] = ()

    @property
    def weight(self) -> float:
        if self.date:
            return {3: 4.0 if self.date.year else 3.0, 2: 2.6, 1: 1.4}[self.date.exactness]
        return {"number": 2.0, "thing": 2.0, "place": 1.0, "words": 1.0, "person": 0.8}[self.kind]


class Profiles:
    """Weighs the editions of one row against one sentence."""

    def __init__(self, scene: Scene, row: str) -> None:
        self.scene, self.index, self.row = scene, scene.index, scene.index.rows[row]

        # Where one edition met and another did not, each place is one of its own.
        held = {fact.value for one in self.row.editions for fact in self._held_in(one)}
        self._places = {ref for ref in held if self.index.type(ref) == "place"}

    def claims(self) -> Iterator[Claim]:
        """What does not fit: the one thing without which the most of the rest is right."""
        parts = self._parts()
        wrong = {one for run in self._runs(parts) for one in self._odd(run)}
        if not wrong:
            return
        rests = [(one, self._runs([part for part in parts if part is not one])) for one in parts]
        mended = [(self._fitting(runs), one) for one, runs in rests if not any(self._odd(run) for run in runs)]
        most = max((fit for fit, _ in mended), default=0.0)
        blamed = {one for fit, one in mended if fit == most} or wrong
        for run in self._runs(parts):
            for part in self._odd(run):
                if part in blamed and not self._stands_apart(part, run, parts):
                    yield from self._of_run(run, part)

    def _stands_apart(self, part: Part, run: list[Part], parts: list[Part]) -> bool:
        """“The seat is in Geneva, but the tenth met in Nairobi”: one of several places, in a run of words by itself."""
        piece = self.scene.sentence.piece_at
        several = part.kind == "place" and any(one.kind == "place" and one is not part for one in parts)
        return several and all(piece(one.start) != piece(part.start) for one in run if one is not part)

    def _fitting(self, runs: list[list[Part]]) -> float:
        """How much of what is said fits the editions for which it speaks."""
        return sum(self._weigh(run, edition) for run in runs if (edition := self._best(run)))

    # What is said

    def _numbers(self) -> Iterator[Part]:
        for one in self.scene.mentions:
            aside = self.scene.judge.binder.is_aside(one)
            if one.kind == "edition" and one.number and one.row == self.row.ref and not aside:
                yield Part("number", *one.number_at, number=one.number)

    def _parts(self) -> list[Part]:
        scene = self.scene
        found = list(self._numbers())
        dated = [one for one in scene.judge.dates if self._may_be_of_row(one)]
        found += [Part("date", one.start, one.end, date=one) for one in dated if not scene.ends_a_range(one)]
        found += [Part("date", one.told_by.start, one.told_by.end, date=one.told_by) for one in scene.mentions
                  if one.told_by and one.row == self.row.ref]  # fmt: skip
        for one in (*scene.judge.places, *scene.judge.persons):
            if len(one.refs) == 1 and self.index.type(one.refs[0]) != "country" and self._may_be_place(one):
                kind = "person" if self.index.type(one.refs[0]) == "person" else "place"
                found.append(Part(kind, one.start, one.end, ref=one.refs[0]))
        found += [*self._signed(), *self._in_words()]
        return sorted((one for one in found if scene.is_free(one.start)), key=lambda one: one.start)

    def _may_be_of_row(self, found: DateFound) -> bool:
        """A date that some edition has, or that nothing else in the sentence has."""
        if any(one.day and found.agrees(one.day) for one in self.row.editions):
            return not self.scene.is_of_office(found)
        scene, days = self.scene, days_of(self.index)
        other = any(days.tells(fact, found) for one in self.row.editions for fact in scene.own(one.ref))
        near = any(one.held and is_one_off(found, one.held.value) for one in self.row.editions)
        elsewhere = other or scene.explains(found) or scene.is_elsewhere(found, self.row.ref)
        return (bool(found.year) or near) and not elsewhere

    def _may_be_place(self, one: Mention) -> bool:
        """No part of another name, and not where something else is that the sentence speaks of."""
        editions = {self.row.ref, *(edition.ref for edition in self.row.editions)}
        known = [fact for fact in self.scene.facts if fact.value == one.refs[0]]
        other = any(fact.subject not in editions and fact.subject in self.scene.named for fact in known)
        return not self.scene.names_a_thing(one) and (not other or self.index.type(one.refs[0]) == "person")

    def _signed(self) -> Iterator[Part]:
        """Things of which a fact says that they belong to one edition, and the sentence says so of some."""
        refs = {one.ref for one in self.row.editions}
        for one in self.scene.things:
            facts = tuple(fact for fact in self.scene.own(one.refs[0]) if fact.value in refs)
            if facts and one.row != self.row.ref:
                yield Part("thing", one.start, one.end, ref=one.refs[0], facts=facts)

    def _in_words(self) -> Iterator[Part]:
        """Short values in words that tell editions apart: the building in which each met."""
        words = self.scene.sentence.words
        for edition in self.row.editions:
            for fact in self.scene.own(edition.ref):
                predicate = self.index.predicate(fact.predicate)
                row = keys(fact.value) if predicate.object_kind == "text" and predicate.functional else ()
                if 1 < len(row) <= _LONGEST and fact.value[0].isupper():
                    for at in range(len(words) - len(row) + 1):
                        if all(words[at + step].key == part for step, part in enumerate(row)):
                            yield Part("words", words[at].start, words[at + len(row) - 1].end, facts=(fact,))

    def _runs(self, parts: list[Part]) -> list[list[Part]]:
        """What is said of each edition, where a sentence tells of several one after another."""
        told = [{self.scene.clause(one.start) for one in parts if one.kind == kind} for kind in _KINDS]
        told.append({self.scene.clause(one.start) for one in self.scene.sentence.dates})
        runs: list[list[Part]] = [[]]
        for part in parts:
            last = runs[-1]
            again = any(one.kind == part.kind for one in last) and part.kind != "person"
            several = any(len(clauses) > 1 for clauses in told)
            parted = bool(last) and several and self.scene.clause(last[-1].start) != self.scene.clause(part.start)
            if again or parted:
                runs.append([])
            runs[-1].append(part)
        return runs

    # What speaks for which edition

    def _fits(self, part: Part, edition: Edition) -> bool | None:
        """True when the edition is so, False when it is otherwise, None when nothing tells."""
        if part.kind == "number":
            return edition.number == part.number if edition.number else None
        if part.date:
            if edition.day and part.date.agrees(edition.day):
                return True
            days = days_of(self.index)
            other = any(days.tells(fact, part.date) for fact in self.scene.own(edition.ref))
            return None if other or not edition.day else False
        if part.kind == "place":
            return self._placed(part.ref, edition)
        if part.kind == "thing":
            said = any(self.scene.says(fact.predicate) for fact in part.facts)
            return True if any(fact.value == edition.ref for fact in part.facts) else False if said else None
        if part.kind == "words":
            own = self.index.base.about.get((edition.ref, part.facts[0].predicate), ())
            return any(fact.value == part.facts[0].value for fact in own) if own else None
        held = [fact for fact in self.scene.own(edition.ref) if self.index.role(fact.predicate) == "participant"]
        return any(fact.value == part.ref for fact in held) if held else None

    def _held_in(self, edition: Edition) -> list[Fact]:
        """Where an edition met; of one that did not meet, where it was released or the like."""
        if edition.places:
            return list(edition.places)
        own = self.scene.own(edition.ref)
        placed = [fact for fact in own if self.index.type(fact.value) == "place"]
        return [fact for fact in placed if self.index.predicate(fact.predicate).functional]

    def _placed(self, ref: str, edition: Edition) -> bool | None:
        held = self._held_in(edition)
        if any(fact.value == ref for fact in held):
            return True
        alike = all(self.index.is_city(one) or one in self._places for one in (ref, *(fact.value for fact in held)))
        return False if held and alike else None

    def _weigh(self, parts: list[Part], edition: Edition) -> float:
        """What speaks for an edition: all that fits, and a date that would but for its day, its month or its year."""
        near = [one for one in parts if one.date and edition.held and is_one_off(one.date, edition.held.value)]
        return sum(one.weight for one in parts if self._fits(one, edition)) + (_NEAR if near else 0.0)

    def _best(self, parts: list[Part]) -> Edition | None:
        """The edition for which most speaks, and clearly more than for any other."""
        scored = sorted(((self._weigh(parts, one), one) for one in self.row.editions), key=lambda pair: -pair[0])
        best, edition = scored[0]
        second = scored[1][0] if len(scored) > 1 else 0.0
        return edition if best >= _ENOUGH and best - second >= _AHEAD else None

    def _odd(self, parts: list[Part]) -> list[Part]:
        """The one thing that does not fit the edition for which the others speak."""
        edition = self._best(parts) if len(parts) > 1 else None
        odd = [one for one in parts if edition and self._fits(one, edition) is False]
        return odd if len(odd) == 1 else []

    def _of_run(self, parts: list[Part], odd: Part) -> Iterator[Claim]:
        edition = self._best(parts)
        claim = self._claim(odd, edition) if edition else None
        fitting = [one for one in parts if edition and self._fits(one, edition)]
        if claim and len(fitting) == 1:
            claim = self._either(claim, odd, fitting[0])
        if claim:
            yield claim

    def _either(self, claim: Claim, odd: Part, fitting: Part) -> Claim | None:
        """Two things that do not go together, where nothing tells which of them is wrong: both are the words."""
        if {odd.kind, fitting.kind} == {"person", "date"} or "place" in (odd.kind, fitting.kind):
            return claim
        dates = [one.date for one in (odd, fitting) if one.date]
        if any(one.exactness == 1 and one.months == (1, 12) for one in dates):
            return None
        if self.scene.has_false_about({one.ref for one in self.row.editions} | {self.row.ref}):
            return None
        start, end = min(odd.start, fitting.start), max(odd.end, fitting.end)
        if FINISHED.search(self.scene.sentence.text, start, end):
            return None
        return replace(claim, start=start, end=end, suggestion="")

    def _claim(self, part: Part, edition: Edition) -> Claim | None:
        words = self.scene.sentence.text[part.start : part.end]
        if part.kind == "number":
            fact = edition.number_fact
            return self._made("fact.ordinal", part, fact, ordinal_like(words, edition.number)) if fact else None
        if part.date and edition.held:
            day = fact_date(edition.held.value)
            return self._made("fact.date", part, edition.held, like(part.date, day) if day else "")
        if part.kind == "place":
            held = self._held_in(edition)[0]
            return self._made("fact.place", part, held, self._named(held, words))
        if part.kind == "words":
            own = self.index.base.about.get((edition.ref, part.facts[0].predicate), ())
            return self._made("fact.relation", part, own[0], own[0].value) if own else None
        if part.kind == "thing":
            return self._made("fact.relation", part, part.facts[0], "")
        return self._of_person(part, edition, words)

    def _named(self, fact: Fact, words: str) -> str:
        held = self.index.base.entities.get(fact.value)
        return named_like(held, words, self.scene.sentence.language) if held else ""

    def _of_person(self, part: Part, edition: Edition, words: str) -> Claim | None:
        """Somebody who was not there, in the place of somebody whom the sentence leaves out."""
        held = [
            fact
            for fact in self.scene.own(edition.ref)
            if self.index.role(fact.predicate) == "participant" and not self.scene.is_told(fact)
        ]
        offices = {fact.value for fact in self.index.terms.get(part.ref, ())}
        own = [fact for fact in held if self.index.predicate(fact.predicate).office in offices]
        left = own or (held if len(held) == 1 else [])
        return self._made("fact.person", part, left[0], self._named(left[0], words)) if left else None

    def _made(self, rule: str, part: Part, fact: Fact, right: str) -> Claim:
        words = self.scene.sentence.text[part.start : part.end]
        said = str(part.number) if part.number else words
        return Claim(
            rule, part.start, part.end, False, fact.subject, fact.predicate, (fact,), said, right,
            self._mention(part), part.date, strong=False, value=part.ref,
        )  # fmt: skip

    def _mention(self, part: Part) -> Mention | None:
        return next((one for one in self.scene.mentions if one.start <= part.start < one.end), None)


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence without a name may go on about the row above: a line of a list, or one that says “round”."""
    words = scene.sentence.words
    if any(one.kind == "stranger" for one in scene.mentions):
        return False
    return scene.is_line or any(word.key in EDITION_NOUNS for word in words)


def rows(scene: Scene) -> list[str]:
    """The rows whose editions a sentence speaks of."""
    named = [one.row or one.refs[0] for one in scene.mentions if one.refs or one.row]
    found = [ref for ref in named if ref in scene.index.rows]
    return list(dict.fromkeys(found or ([scene.row] if scene.row and _goes_on(scene) else [])))
