"""Reads a printed draft as a candidate with the fact base at hand would, and says which options are right.

It shares no line with the generator or the kinds: sentences are matched against the phrases, names looked up, dates and
codes read from the words that stand on the paper.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from tayari.rules.lint.base import Fact, FactBase, Predicate

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NUMBERS = {"none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
DATE = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?(\d{{4}})")


class Unreadable(AssertionError):
    """The facts leave open whether something printed is so."""


def iso(words: str) -> str:
    """`6 September 2018` as 2018-09-06; empty when the words are no date."""
    found = DATE.fullmatch(words)
    if not found:
        return ""
    day, month, year = found.groups()
    parts = [year, f"{MONTHS.index(month) + 1:02d}" if month else "", f"{int(day):02d}" if day else ""]
    return "-".join(part for part in parts if part)


def plain(words: str) -> str:
    return " ".join(words.casefold().split()).removeprefix("the ").rstrip(".")


class Evaluator:
    """`right` gives the letters of the options that are so."""

    def __init__(self, base: FactBase, as_of: date) -> None:
        self.base = base
        self.day = as_of.isoformat()
        self.names: dict[str, list[str]] = defaultdict(list)
        for entity in base.entities.values():
            self.names[plain(self.name(entity.ref))].append(entity.ref)
        self.facts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.texts: dict[str, set[str]] = defaultdict(set)
        for fact in base.facts:
            if fact.feeds_key and fact.status == "verified" and self.holds(fact):
                self.facts[fact.subject, fact.predicate].append(fact)
                self.texts[fact.predicate].add(fact.value.casefold())
        self.phrases = [(one, pattern) for one in base.predicates.values() for pattern in self.patterns(one)]
        self.days = self.moments()

    def name(self, ref: str) -> str:
        return next(one.text for one in self.base.entities[ref].names if one.kind == "name" and one.language == "en")

    def holds(self, fact: Fact) -> bool:
        if not self.base.predicates[fact.predicate].interval:
            return True
        begun = (fact.valid_from + "-01-01")[:10] if len(fact.valid_from) == 4 else fact.valid_from + "-01"
        ends = (fact.valid_to + "-12-31")[:10] if len(fact.valid_to) == 4 else fact.valid_to + "-31"
        return (not fact.valid_from or begun[:10] <= self.day) and (not fact.valid_to or self.day <= ends[:10])

    def patterns(self, predicate: Predicate) -> Iterable[re.Pattern[str]]:
        phrase = predicate.phrase["en"]
        for words in {phrase, phrase.replace(" on {object}", " in {object}")}:
            pattern = (
                re.escape(words).replace(r"\{subject\}", "(?P<subject>.+?)").replace(r"\{object\}", "(?P<object>.+?)")
            )
            yield re.compile(pattern.removesuffix(r"\.") + r"\.?", re.IGNORECASE)

    def moments(self) -> dict[str, set[str]]:
        """What happened, as a list of things to be ordered prints it, and when."""
        found: dict[str, set[str]] = defaultdict(set)
        for (subject, ref), facts in self.facts.items():
            predicate, name = self.base.predicates[ref], self.name(subject)
            if predicate.object_kind != "date":
                continue
            cut = re.sub(r" (on|in) \{object\}\.$", "", predicate.phrase["en"]).replace("{subject}", name)
            for words in (cut, cut.replace(f"{name}: ", f"{name} was "), f"{name} ({predicate.label['en']})"):
                found[plain(words)] |= {fact.value for fact in facts}
        return found

    def truth(self, subject: str, predicate: Predicate, words: str) -> bool | None:
        """Whether the words are so of the subject; None when the facts leave it open."""
        known = self.facts.get((subject, predicate.ref), [])
        if any(self.same(predicate, words, fact.value) for fact in known):
            return True
        for other in self.base.predicates.values():
            if other.denies == predicate.ref or predicate.denies == other.ref:
                against = self.facts.get((subject, other.ref), [])
                if any(self.same(other, words, fact.value) for fact in against):
                    return False
        if predicate.functional and known and all(self.same(predicate, words, fact.value) is False for fact in known):
            return False
        return None

    def same(self, predicate: Predicate, words: str, value: str) -> bool | None:
        if predicate.object_kind == "entity":
            return None if plain(words) not in self.names else value in self.names[plain(words)]
        if predicate.object_kind == "date":
            said = iso(words)
            if not said or (said.startswith(value) and said != value):
                return None
            return value.startswith(said)
        if predicate.object_kind == "quantity":
            (said, _, unit), (held, _, held_unit) = words.partition(" "), value.partition(" ")
            return None if unit != held_unit else Decimal(said) == Decimal(held.replace(",", ""))
        return words.casefold() == value.casefold()

    def subject(self, words: str) -> str:
        found = self.names.get(plain(words), [])
        assert len(found) == 1, f"{words!r} names {found}"
        return found[0]

    def sentence(self, words: str) -> bool:
        """The truth of a whole sentence, by every phrase that it may be read by."""
        truths = set()
        for predicate, pattern in self.phrases:
            found = pattern.fullmatch(words)
            if not found or len(self.names.get(plain(found["subject"]), [])) != 1:
                continue
            said = found["object"]
            related = {predicate.ref, predicate.denies}
            related |= {one.ref for one in self.base.predicates.values() if one.denies == predicate.ref}
            if predicate.object_kind == "text" and not any(said.casefold() in self.texts[ref] for ref in related):
                continue
            truths.add(self.truth(self.subject(found["subject"]), predicate, said))
        told = truths - {None}
        if len(told) != 1:
            raise Unreadable(f"{words!r}: {truths}")
        return bool(told.pop())

    def labelled(self, subject: str, label: str, words: str) -> bool:
        """The truth of a pair under the predicate with this label."""
        found = [one for one in self.base.predicates.values() if one.label["en"] == label]
        told = {self.truth(self.subject(subject), one, words) for one in found} - {None}
        if len(told) != 1:
            raise Unreadable(f"{subject} {label} {words}: {told}")
        return bool(told.pop())

    def right(self, content: Mapping[str, Any], printed: Mapping[str, Any]) -> list[str]:
        judge = getattr(self, content["kind"].replace("-", "_"))
        says = judge(content, printed)
        return [one["id"] for one in printed["options"] if says(one["text"]["en"])]

    def two_statements(self, content: Mapping[str, Any], printed: Mapping[str, Any]) -> Any:
        true = {one["label"] for one in printed["statements"] if self.sentence(one["text"]["en"])}
        return lambda words: true == (set() if words.startswith("Neither") else set(re.findall(r"\d", words)))

    combinations = two_statements

    def how_many(self, content: Mapping[str, Any], printed: Mapping[str, Any]) -> Any:
        count = sum(self.sentence(one["text"]["en"]) for one in printed["statements"])
        return lambda words: count == next(NUMBERS[one] for one in words.casefold().split() if one in NUMBERS)

    def pairs_how_many(self, content: Mapping[str, Any], printed: Mapping[str, Any]) -> Any:
        label = re.search(r" – (.*)\):$", printed["stem"]["en"])
        assert label
        pairs = [(one["left"]["en"], one["right"]["en"]) for one in printed["pairs"]]
        count = sum(self.labelled(left, label[1], right) for left, right in pairs)
        return lambda words: count == next(NUMBERS[one] for one in words.casefold().split() if one in NUMBERS)

    def chronology(self, content: Mapping[str, Any], printed: Mapping[str, Any]) -> Any:
        days = {one["label"]: self.days[plain(one["text"]["en"])] for one in printed["statements"]}
        assert all(len(one) == 1 for one in days.values()), days
        when = {label: next(iter(one)) for label, one in days.items()}

        def ascends(words: str) -> bool:
            order = [when[label] for label in words.split(" – ")]
            return all(one < two and not two.startswith(one) for one, two in pairwise(order))

        for one in when.values():
            assert sum(other.startswith(one) for other in when.values()) == 1, when
        return ascends

    def match(self, content: Mapping[str, Any], printed: Mapping[str, Any]) -> Any:
        label = re.search(r"List II \((.*)\):$", printed["stem"]["en"])
        assert label
        left, right = (
            {one["label"]: one["text"]["en"] for one in printed["lists"][side]} for side in ("left", "right")
        )
        so = {(a, b): self.labelled(left[a], label[1], right[b]) for a in left for b in right}
        return lambda words: all(so[code[0], code[2:]] for code in words.split(", "))

    def single(self, content: Mapping[str, Any], printed: Mapping[str, Any]) -> Any:
        """The predicate is taken from the claims; subject and value from what is printed."""
        wanted = not printed.get("negative", False)
        stem, options = printed["stem"]["en"], [one["text"]["en"] for one in printed["options"]]
        if "following statements" in stem:
            return lambda words: self.sentence(words) == wanted
        claims = [one["claim"] for one in content["options"]]
        (ref,) = {claim[1] for claim in claims}
        predicate = self.base.predicates[ref]
        if len({claim[0] for claim in claims}) == 1:
            names = [name for name in self.names if name in stem.casefold()]
            subject = self.subject(max(names, key=len))
            return self.surely(lambda words: self.truth(subject, predicate, words), options)
        value = self.value_in(stem, predicate, claims[0][2])
        return self.surely(lambda words: self.truth(self.subject(words), predicate, value), options)

    def value_in(self, stem: str, predicate: Predicate, written: str) -> str:
        """The value as the stem prints it."""
        if predicate.object_kind == "date":
            (found,) = [one[0] for one in DATE.finditer(stem) if iso(one[0]) == written]
            return found
        words = self.name(written) if predicate.object_kind == "entity" else written
        assert words in stem
        return words

    def surely(self, judge: Any, options: list[str]) -> Any:
        truths = {words: judge(words) for words in options}
        if None in truths.values():
            raise Unreadable(str(truths))
        return lambda words: truths[words]
