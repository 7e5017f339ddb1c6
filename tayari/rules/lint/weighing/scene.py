"""What a sentence tells as a whole: its subjects, its values, and which of those some fact about them explains."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from tayari.rules.lint.base import Fact
from tayari.rules.lint.index import Index
from tayari.rules.lint.judging.claims import Claim
from tayari.rules.lint.judging.owning import is_disowned
from tayari.rules.lint.judging.sentences import Judge
from tayari.rules.lint.lexicon import BACKGROUND, BUILDINGS
from tayari.rules.lint.mentions import Mention
from tayari.rules.lint.reading.dates import DateFound
from tayari.rules.lint.reading.sentence import Sentence
from tayari.rules.lint.reading.tokens import keys
from tayari.rules.lint.weighing.days import day_of, days_of, is_day_of

_SHORT = 14  # words of a line of a list


@lru_cache(maxsize=50_000)
def _row(text: str) -> frozenset[str]:
    return frozenset(keys(text))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a sentence: the day on which it is read, the row of editions that the text goes on about,
    what it spoke of last, and which predicates the words of a heading speak of, for the lines below it."""

    as_of: date
    row: str = ""
    main: Mention | None = None
    heading: frozenset[str] = frozenset()
    trail: tuple[tuple[str, ...], ...] = ()  # what each earlier sentence named, the last first


@dataclass
class Scene:
    """One sentence with what was found in it and around it."""

    judge: Judge
    claims: list[Claim]
    around: Surroundings

    @property
    def row(self) -> str:
        return self.around.row

    @property
    def as_of(self) -> date:
        return self.around.as_of

    @cached_property
    def is_line(self) -> bool:
        """Whether it is a line of a list rather than a sentence."""
        return not self.sentence.verbs and len(self.sentence.words) < _SHORT

    @property
    def index(self) -> Index:
        return self.judge.index

    @property
    def sentence(self) -> Sentence:
        return self.judge.sentence

    @property
    def mentions(self) -> list[Mention]:
        return self.judge.mentions

    @cached_property
    def things(self) -> list[Mention]:
        """What the sentence speaks of: all that is known and no mere background."""
        return [one for one in self.mentions if len(one.refs) == 1 and self.index.type(one.refs[0]) not in BACKGROUND]

    @cached_property
    def subjects(self) -> list[Mention]:
        """What facts may be about: things, and persons after them; nothing of which something is wrong already."""
        persons = [one for one in self.judge.persons if len(one.refs) == 1]
        wrong = {one.subject for one in self.claims if one.truth is False}
        rows = {self.index.edition_row[ref] for ref in wrong if ref in self.index.edition_row}
        found = [*self.things, *persons, *self.evoked]
        return [one for one in found if not set(one.refs) & wrong and not ({one.row, *one.refs} & rows)]

    @cached_property
    def named(self) -> frozenset[str]:
        """What is named, and the rows of the editions that are."""
        return self.refs | {one.row for one in self.mentions if one.row}

    @cached_property
    def gone_on_about(self) -> list[Mention]:
        """What the text spoke of last, where the sentence names nothing of its own."""
        main = self.around.main
        return [replace(main, inferred=True)] if main and len(main.refs) == 1 and not self.things else []

    @cached_property
    def countries(self) -> list[Mention]:
        """The countries that are named, of which facts may tell a day."""
        return [one for one in self.mentions if len(one.refs) == 1 and self.index.type(one.refs[0]) == "country"]

    @cached_property
    def namesakes(self) -> list[Mention]:
        """What bears an acronym of the sentence too: the SSA arrangement beside space situational awareness."""
        told = ((one, form.text) for one in self.things for form in one.forms if form.kind == "acronym")
        others = ((one, ref) for one, text in told for ref in self.index.acronyms.get(text, ()))
        return [replace(one, refs=(ref,), inferred=True) for one, ref in others if ref not in self.refs]

    def is_evoked(self, ref: str) -> bool:
        """Whether the sentence tells so much of something that it must be meant: a day of its own and more, or much."""
        told = [fact for fact in self.own(ref) if self.is_told(fact)]
        kinds = [self.index.predicate(fact.predicate).object_kind for fact in told]
        exact = any(kind == "date" and len(fact.value) == 10 for kind, fact in zip(kinds, told, strict=True))
        return exact and (len({fact.value for fact in told}) > 1 or any(self.says(fact.predicate) for fact in told))

    @cached_property
    def evoked(self) -> list[Mention]:
        """What is not named but meant: a fact has its very day, the words say what that was, and more of it is told."""
        found: dict[str, Mention] = {}
        for one in self.sentence.dates:
            if one.exactness != 3 or not one.year or not self.is_free(one.start):
                continue
            for fact in self.index.by_day.get(one.first, ()):
                known = fact.subject in self.named or self.index.edition_row.get(fact.subject, "") in self.named
                if not known and self.says(fact.predicate, self.clause(one.start)) and self._has_more(fact):
                    found[fact.subject] = Mention(one.start, one.end, (fact.subject,), "evoked", True)
        return list(found.values()) if len(found) == 1 else []

    def _has_more(self, fact: Fact) -> bool:
        """Whether the sentence tells another fact of the same subject: somebody or some place of it."""
        own = [one for one in self.own(fact.subject) if one.ref != fact.ref]
        return any(self.index.type(one.value) in ("person", "place") and self.is_told(one) for one in own)

    @cached_property
    def refs(self) -> frozenset[str]:
        return frozenset(ref for one in self.mentions for ref in one.refs)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word.key for word in self.sentence.words)

    @cached_property
    def facts(self) -> list[Fact]:
        """All that the base has about what is named, and what it has of others with that as its value."""
        found: dict[str, Fact] = {}
        for one in (*self.mentions, *self.evoked):
            for ref in one.refs:
                if self.index.type(ref) in ("place", "country"):
                    continue
                for fact in (*self.index.base.of_subject.get(ref, ()), *self.index.by_value.get(ref, ())):
                    found.setdefault(fact.ref, fact)
        return list(found.values())

    def own(self, ref: str) -> tuple[Fact, ...]:
        return self.index.base.of_subject.get(ref, ())

    def is_free(self, start: int) -> bool:
        """Whether the author himself says what stands there, as so and not as denied."""
        return not (self.sentence.is_negated(start) or is_disowned(self.index, self.sentence, self.judge.binder, start))

    def is_judged(self, start: int, end: int) -> bool:
        """Whether a claim has settled what stands there."""
        return any(one.truth is not None and one.start < end and start < one.end for one in self.claims)

    def clause(self, start: int) -> int:
        return self.sentence.clause_at(start)

    def is_nearest(self, mention: Mention, start: int) -> bool:
        """Whether no other thing stands between something and a place in the sentence, nor before what follows it."""
        others = [one for one in self.things if one.refs != mention.refs]
        if mention.end <= start:
            return not any(mention.end <= one.start < start for one in others)
        piece = self.sentence.piece_at
        before = any(one.end <= start and self.clause(one.start) == self.clause(start) for one in others)
        return not before and (not others or piece(mention.start) == piece(start))

    def explains(self, found: DateFound) -> bool:
        """Whether some fact about what is named tells of that day."""
        days = days_of(self.index)
        rows = {one.row or ref for one in self.mentions for ref in (one.refs or ("",))} & self.index.rows.keys()
        editions = (edition for row in rows for edition in self.index.rows[row].editions)
        more = (fact for edition in editions for fact in self.own(edition.ref))
        return any(days.tells(fact, found) for fact in (*self.facts, *more))

    @cached_property
    def countries_named(self) -> frozenset[str]:
        """The countries that the sentence names, if only as that whose something is."""
        row = [word.key for word in self.sentence.words]
        known = self.index.country_words
        spans = (tuple(row[at : at + size]) for at in range(len(row)) for size in (1, 2))
        return frozenset(known[span] for span in spans if span in known)

    def is_elsewhere(self, found: DateFound, row: str) -> bool:
        """Whether a date is that of an edition of another row, which, or whose country, the sentence also names."""
        own = self.index.countries_of(row)
        for ref, other in self.index.rows.items():
            named = ref in self.refs or bool((self.countries_named - own) & self.index.countries_of(ref))
            if ref != row and named and any(one.day and found.agrees(one.day) for one in other.editions):
                return True
        return False

    def is_of_office(self, found: DateFound) -> bool:
        """Whether a date is the first or the last day of an office of somebody named."""
        if found.exactness == 1 and found.months == (1, 12):
            return False
        terms = (fact for one in self.judge.persons for ref in one.refs for fact in self.index.terms.get(ref, ()))
        return any(
            (day := day_of(text)) and found.agrees(day) for fact in terms for text in (fact.valid_from, fact.valid_to)
        )

    def ends_a_range(self, found: DateFound) -> bool:
        """The last day of “30 November–3 December 1999”."""
        before = [one for one in self.sentence.dates if one.end <= found.start]
        return bool(before) and self.sentence.text[before[-1].end : found.start].strip() in ("–", "-", "—", "to", "से")

    def has_false_about(self, refs: set[str]) -> bool:
        """Whether something said of these is wrong already."""
        return any(one.truth is False and one.subject in refs for one in self.claims)

    def names_a_thing(self, place: Mention) -> bool:
        """“Hyderabad House”: the name of a place that begins another name."""
        after = self.sentence.after(place.end, 1)
        close = bool(after) and self.sentence.text[place.end : after[0].start] == " "
        return close and (
            (after[0].text[0].isupper() and not self.sentence.inside(after[0].start)) or after[0].key in BUILDINGS
        )

    def is_in_words(self, one: Mention) -> bool:
        """Whether a fact in words about what is named speaks of somebody or some place."""
        name = keys(self.sentence.text[one.start : one.end])[-1:]
        for fact in self.facts:
            if self.index.predicate(fact.predicate).object_kind == "text":
                texts = (fact.value, *fact.texts.values())
                if any(name[0] in _row(text) for text in texts if name):
                    return True
        return False

    def is_told(self, fact: Fact) -> bool:
        """Whether the sentence has a fact's object."""
        predicate = self.index.predicate(fact.predicate)
        if predicate.object_kind == "date":
            return any(is_day_of(fact, one) for one in self.sentence.dates)
        if predicate.object_kind == "entity":
            if fact.value in self.refs:
                return True
            names = self.index.base.entities[fact.value].names if fact.value in self.index.base.entities else ()
            if self.index.type(fact.value) == "person":
                return any(keys(name.text)[-1:] and keys(name.text)[-1] in self.words for name in names)
            return any(_row(name.text) <= self.words for name in names)
        own = fact.texts.get(self.sentence.language) or fact.value
        return _row(own) <= self.words

    def says(self, predicate: str, clause: int | None = None) -> bool:
        """Whether a cue of a predicate stands in the sentence, or in one of its clauses."""
        if self.is_line and predicate in self.around.heading:
            return True
        return predicate in (self._spoken if clause is None else self._spoken_in.get(clause, ()))

    @cached_property
    def _spoken_in(self) -> dict[int, set[str]]:
        """What the cues of each clause speak of."""
        found: dict[int, set[str]] = {}
        for verb in self.sentence.verbs:
            found.setdefault(self.clause(verb.start), set()).update(verb.predicates)
        return found

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(ref for verb in self.sentence.verbs for ref in verb.predicates)
