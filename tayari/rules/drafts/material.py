"""What of a fact base may be drawn on for questions, and which wrong values the base itself says are wrong."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import log

from tayari.plain.dates import PartialDate
from tayari.rules import claims
from tayari.rules.drafts.giveaways import Giveaways, tokens
from tayari.rules.drafts.theme import Themes
from tayari.rules.drafts.values import Known, Value, at_grain, names_of, read, said
from tayari.rules.lint.base import Fact, FactBase, Predicate

# Amounts nearer than this share of the larger one may be two roundings of one figure.
_NEAR = Decimal("0.05")
_MOST_WORDS = 22


class Material:
    """The facts of `base` that may feed a key and hold on `as_of`, and what may be said against them."""

    def __init__(self, base: FactBase, as_of: date) -> None:
        self.base = base
        self.as_of = as_of
        self.giveaways = Giveaways(base.entities.values())
        self._held: dict[tuple[str, str], list[Value | None]] = {}
        self._themes: dict[tuple[str, ...], Themes] = {}
        self._others: dict[tuple[str, str], tuple[Value, ...]] = {}
        self._linked = {frozenset((fact.subject, fact.value)) for fact in base.facts if fact.value in base.entities}

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """Everything that may be said, by ref."""
        found = map(self._known, sorted(self.base.facts, key=lambda fact: fact.ref))
        return tuple(one for one in found if one is not None)

    def themes(self, known: Sequence[Known]) -> Themes:
        """What questions on these may be about; made once for each choice of facts."""
        key = tuple(one.fact.ref for one in known)
        if key not in self._themes:
            self._themes[key] = Themes(known)
        return self._themes[key]

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact of the base, by ref."""
        return {fact.ref: fact for fact in self.base.facts}

    @cached_property
    def about(self) -> Mapping[tuple[str, str], tuple[Known, ...]]:
        """What is known by subject and predicate."""
        found: dict[tuple[str, str], tuple[Known, ...]] = {}
        for one in self.known:
            found[one.place] = (*found.get(one.place, ()), one)
        return found

    @cached_property
    def _by_predicate(self) -> Mapping[str, tuple[Known, ...]]:
        found: dict[str, tuple[Known, ...]] = {}
        for one in self.known:
            found[one.fact.predicate] = (*found.get(one.fact.predicate, ()), one)
        return found

    def _known(self, fact: Fact) -> Known | None:
        predicate, subject = self.base.predicates.get(fact.predicate), self.base.entities.get(fact.subject)
        if predicate is None or subject is None or not fact.feeds_key or subject.ref not in self._told_apart:
            return None
        if predicate.interval and not claims.holds_at(_interval(fact), self.as_of):
            return None
        value = read(self.base, fact, predicate)
        if value is None or (predicate.object_kind == "entity" and fact.value not in self._told_apart):
            return None
        one = Known(fact, predicate, subject, names_of(subject), value)
        wordy = predicate.object_kind == "text" and len(fact.value.split()) > _MOST_WORDS
        return one if one.sentence.get("en") and not wordy else None

    @cached_property
    def _told_apart(self) -> frozenset[str]:
        """Entities whose name no other entity has: of two with one name, nobody knows which is meant."""
        holders: dict[tuple[str, str], set[str]] = {}
        for entity in self.base.entities.values():
            for code, name in names_of(entity).items():
                holders.setdefault((code, name.casefold()), set()).add(entity.ref)
        shared = {ref for refs in holders.values() if len(refs) > 1 for ref in refs}
        return frozenset(entity.ref for entity in self.base.entities.values() if names_of(entity).get("en")) - shared

    @cached_property
    def telling(self) -> frozenset[str]:
        """Refs of the facts whose subject's name gives them away."""
        return frozenset(one.fact.ref for one in self.known if self.giveaways.tells(one))

    def may_be_asked(self, one: Known) -> bool:
        """Whether something else can be said of its subject that the base says is false, without giving itself away."""
        return one.fact.ref not in self.telling and one.predicate.functional and bool(self.others(one, one.value.grain))

    def truth(self, claim: Sequence[str]) -> bool | None:
        """What the facts that may feed a key say of [subject, predicate, object]; None when they cannot tell."""
        subject, ref, value = claim
        predicate = self.base.predicates[ref]
        about = [one for one in self.about.get((subject, ref), ()) if _one_unit(one, value)]
        verdict = claims.judge(
            predicate.object_kind,
            value,
            [claims.Known(one.fact.ref, one.value.written, one.fact.valid_from, one.fact.valid_to) for one in about],
            functional=predicate.functional,
            interval=predicate.interval,
            as_of=self.as_of,
        )
        return verdict.truth

    def denies(self, one: Known, value: Value) -> bool:
        """Whether the base positively says that `value` is wrong for the fact's subject and predicate.

        Only of a predicate that takes one value at a time, when every value that the subject ever had there, by any
        fact, is surely another one.
        """
        if not one.predicate.functional:
            return False
        if one.place not in self._held:
            facts = self.base.about.get(one.place, ())
            self._held[one.place] = [read(self.base, fact, one.predicate) for fact in facts]
        return one.place in self.about and all(
            other is not None and self._surely_another(value, other) for other in self._held[one.place]
        )

    def _surely_another(self, claimed: Value, held: Value) -> bool:
        if claimed.date and held.date:
            return not claimed.date.agrees_with(held.date)
        if claimed.amount and held.amount:
            return claimed.grain == held.grain and _apart(claimed.amount.amount, held.amount.amount)
        if claimed.grain and held.grain:
            linked = frozenset((claimed.written, held.written)) in self._linked
            same_type = claimed.grain == held.grain and claimed.written != held.written
            return same_type and not linked and not self.giveaways.alike(claimed.written, held.written)
        return (
            _is_name(claimed.written) and _is_name(held.written) and not tokens(claimed.written) & tokens(held.written)
        )

    def others(self, one: Known, grain: str) -> tuple[Value, ...]:
        """Real values of the same type and grain that the base says are wrong here, the same predicate's first."""
        key = one.fact.ref, grain
        if key not in self._others:
            self._others[key] = tuple(self._find_others(one, grain))
        return self._others[key]

    def _find_others(self, one: Known, grain: str) -> Iterator[Value]:
        seen: set[str] = set()
        for predicate in self._near_predicates(one.predicate):
            for other in self._by_predicate.get(predicate.ref, ()):
                value = at_grain(other.value, grain) if other.value.grain != grain else other.value
                if value and value.written not in seen and self.denies(one, value):
                    seen.add(value.written)
                    yield value

    def _near_predicates(self, predicate: Predicate) -> list[Predicate]:
        """Itself, then those of its role, then those with objects of its types; of amounts and texts only itself."""
        if predicate.object_kind in {"quantity", "text"}:
            return [predicate]
        alike = [other for other in self.base.predicates.values() if other.object_kind == predicate.object_kind]
        role = [other for other in alike if predicate.role and other.role == predicate.role]
        types = [other for other in alike if set(other.object_types) == set(predicate.object_types)]
        return list({other.ref: other for other in (predicate, *role, *types)}.values())

    def wrong(self, one: Known, grain: str, count: int, rng: random.Random) -> list[Value]:
        """`count` wrong values, fewer when there are not so many: dates and amounts on both sides of the true one and
        near it, else those that the same predicate gives to other subjects before those of its like."""
        pool = list(self.others(one, grain))
        if one.value.date or one.value.amount:
            return _around(one.value, pool, count, rng)
        own = self._own_values.get(one.fact.predicate, frozenset())
        rng.shuffle(pool)
        pool.sort(key=lambda value: value.written not in own)
        return pool[:count]

    def like(self, one: Known) -> list[Known]:
        """Facts of the same predicate about subjects of the same type, itself among them."""
        return [other for other in self._by_predicate[one.fact.predicate] if other.subject.type == one.subject.type]

    def holders(self, predicate: str, value: Value) -> list[Known]:
        """The facts of a predicate that give exactly this value."""
        return [one for one in self._by_predicate.get(predicate, ()) if one.value.written == value.written]

    @cached_property
    def _own_values(self) -> Mapping[str, frozenset[str]]:
        return {ref: frozenset(one.value.written for one in found) for ref, found in self._by_predicate.items()}

    def denials(self, one: Known) -> list[Predicate]:
        """Predicates that say of its value the contrary: for `not_member_of` it is `member_of`, and the reverse."""
        if "," in one.value.written or one.value.written.startswith("any "):
            return []
        wanted = {one.predicate.denies} | {
            other.ref for other in self.base.predicates.values() if other.denies == one.fact.predicate
        }
        return [self.base.predicates[ref] for ref in sorted(wanted - {""}) if ref in self.base.predicates]

    def denied_sentence(self, one: Known, predicate: Predicate) -> Mapping[str, str]:
        """The false sentence that `predicate` makes of the fact's subject and value."""
        return said(one, one.value, predicate)


def _interval(fact: Fact) -> claims.Known:
    return claims.Known(fact.ref, fact.value, fact.valid_from, fact.valid_to)


def _around(true: Value, pool: list[Value], count: int, rng: random.Random) -> list[Value]:
    """Near values, as many below the true one as the seed has it, so that its place among them tells nothing."""
    size = _size(true)
    pool.sort(key=lambda value: _distance(_size(value), size, true.date is not None) * rng.uniform(0.3, 3))
    below = [value for value in pool if _size(value) < size]
    above = [value for value in pool if _size(value) > size]
    first = rng.randint(0, count)
    chosen = below[:first] + above[: count - first]
    return chosen + [value for value in pool if value not in chosen][: count - len(chosen)]


def _size(value: Value) -> float:
    """Where a date or an amount stands among its like."""
    if value.date:
        return value.date.first_day.toordinal()
    return float(value.amount.amount) if value.amount else 0.0


def _distance(one: float, two: float, days: bool) -> float:
    """How far two are apart: days, or for amounts how many times the one is the other."""
    return abs(one - two) if days or one <= 0 or two <= 0 else abs(log(one / two))


def _one_unit(one: Known, value: str) -> bool:
    return one.value.amount is None or one.value.amount.unit.casefold() == value.partition(" ")[2].casefold()


def _apart(one: Decimal, two: Decimal) -> bool:
    small = max(abs(one), abs(two)) < 100 and one == one.to_integral_value() and two == two.to_integral_value()
    return one != two if small else abs(one - two) > _NEAR * max(abs(one), abs(two))


def _is_name(text: str) -> bool:
    """A proper name, as GSLV-F16 or Hyderabad House is: two of them that share no word name two things.

    Texts in other words may say one thing in two ways, so they are never held against each other.
    """
    words = text.split()
    return len(words) <= 6 and all(word[0].isupper() or word[0].isdigit() for word in words)


def moment_of(one: Known) -> PartialDate:
    assert one.value.date is not None
    return one.value.date
