"""Match a list with another by a code such as A-2, B-1, C-4, D-3."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from tayari.plain.texts import Texts
from tayari.rules.kinds import wording
from tayari.rules.kinds.question import Derived, Head, Item, Option, Question, Refused
from tayari.rules.kinds.reading import LETTERS, distinct, one_key, only, rows, texts, unique

Codes = Mapping[str, str]


def _side(rows_given: Any, name: str, counts: list[int]) -> dict[str, Texts]:
    entries = rows(rows_given, name, counts)
    for row in entries:
        only(row, {"id", "text"}, f"{name}: an entry")
    ids = [str(row.get("id") or "") for row in entries]
    unique(ids, name)
    found = {ident: texts(row.get("text"), f"{name} {ident}") for ident, row in zip(ids, entries, strict=True)}
    distinct(list(found.items()), name)
    return found


def _codes(value: Any, what: str, left: Mapping[str, Texts], right: Mapping[str, Texts]) -> Codes:
    if not isinstance(value, Mapping):
        raise Refused(f"{what} is not a mapping of left ids to right ids, such as {{A: 2, B: 1}}")
    found = {str(key): str(target) for key, target in value.items()}
    if sorted(found) != sorted(left):
        raise Refused(f"{what} does not name each of {', '.join(left)} once")
    strange = [target for target in found.values() if target not in right]
    if strange:
        raise Refused(f"{what} names {strange[0]!r}, which is not in the right list")
    if len(set(found.values())) < len(found):
        raise Refused(f"{what} uses one entry of the right list twice; each left entry has its own")
    return {name: found[name] for name in left}


@dataclass(frozen=True, slots=True)
class Match(Question):
    """The right list may be longer than the left; `matches` says what goes with what, and facts show it."""

    left: Mapping[str, Texts]
    right: Mapping[str, Texts]
    matches: Codes
    choices: tuple[Codes, ...]
    shown: Item

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"lists", "matches", "facts", "why", "choices"})

    @classmethod
    def read(cls, head: Head, content: Mapping[str, Any]) -> Self:
        lists = content.get("lists")
        if not isinstance(lists, Mapping):
            raise Refused("lists: is missing; write left: and right:, each with ids and texts")
        left = _side(lists.get("left"), "left", [3, 4, 5])
        right = _side(lists.get("right"), "right", [3, 4, 5, 6])
        matches = _codes(content.get("matches"), "matches:", left, right)
        given = content.get("choices")
        if not isinstance(given, list) or len(given) != 4:
            raise Refused("choices: is four codes, such as {A: 2, B: 1, C: 3}")
        choices = tuple(
            _codes(choice, f"choice {letter}", left, right) for letter, choice in zip(LETTERS, given, strict=True)
        )
        for letter, choice in zip(LETTERS, choices, strict=True):
            twin = LETTERS[choices.index(choice)]
            if twin != letter:
                raise Refused(f"choices {twin} and {letter} are the same code; change one")
        facts = tuple(str(ref) for ref in content.get("facts") or ())
        if not facts:
            raise Refused("matches: stands without facts:; name the facts that show it")
        shown = Item("matches", "matches", {}, texts(content.get("why"), "why"), None, True, facts)
        return cls(head, left, right, matches, choices, shown)

    def items(self) -> tuple[Item, ...]:
        return (self.shown,)

    def options(self) -> tuple[Option, ...]:
        return tuple(
            Option(letter, dict.fromkeys(wording.LANGUAGES, ", ".join(f"{key}-{value}" for key, value in code.items())))
            for letter, code in zip(LETTERS, self.choices, strict=True)
        )

    def standard_ask(self) -> Texts:
        return wording.say("ask.match")

    def figure(self) -> dict[str, Any]:
        return {
            "lists": {
                side: [{"label": name, "text": dict(words)} for name, words in entries.items()]
                for side, entries in (("left", self.left), ("right", self.right))
            }
        }

    def decide(self, truths: Mapping[str, bool]) -> Derived:
        if not truths[self.shown.id]:
            raise Refused("the matches are not what the facts say; correct one of them")
        right = [letter for letter, code in zip(LETTERS, self.choices, strict=True) if code == self.matches]
        said = ", ".join(f"{key}-{value}" for key, value in self.matches.items())
        key = one_key(right, f"no option is right: the matches are {said}; add that as a choice")
        reasons: dict[str, Texts] = {}
        for letter, code in zip(LETTERS, self.choices, strict=True):
            off = [name for name in self.left if code[name] != self.matches[name]]
            parts = [self._correction(name, code[name]) for name in off]
            reasons[letter] = wording.join(*parts) if parts else self.shown.why
        return Derived(self.options(), key, reasons, dict.fromkeys(LETTERS, (self.shown.id,)))

    def _correction(self, name: str, taken: str) -> Texts:
        return wording.say("pairing_is", self.left[name], self.right[self.matches[name]], self.right[taken])
