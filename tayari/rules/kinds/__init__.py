"""The kinds of question, one module each, with one face: parse, derive, and what they refuse."""

from collections.abc import Mapping
from typing import Any

from tayari.rules.kinds.chronology import Chronology
from tayari.rules.kinds.combinations import Combinations
from tayari.rules.kinds.data import DataItem
from tayari.rules.kinds.descriptive import Descriptive
from tayari.rules.kinds.how_many import HowMany
from tayari.rules.kinds.list_how_many import ListHowMany
from tayari.rules.kinds.location import Location
from tayari.rules.kinds.match import Match
from tayari.rules.kinds.multi_select import MultiSelect
from tayari.rules.kinds.numeric import Numeric
from tayari.rules.kinds.pairs_combinations import PairsCombinations
from tayari.rules.kinds.pairs_how_many import PairsHowMany
from tayari.rules.kinds.passage import PassageItem
from tayari.rules.kinds.question import Derived, Item, Option, Question, Refused
from tayari.rules.kinds.reading import head
from tayari.rules.kinds.reasoning import Reasoning
from tayari.rules.kinds.reasoning_three import ReasoningThree
from tayari.rules.kinds.short_answer import ShortAnswer
from tayari.rules.kinds.single import Single, emphasised
from tayari.rules.kinds.true_false import TrueFalse
from tayari.rules.kinds.two_statements import TwoStatements

__all__ = ["KINDS", "SCHEMA", "Derived", "Item", "Option", "Question", "Refused", "derive", "emphasised", "parse"]

SCHEMA = "tayari-question/1"
KINDS: Mapping[str, type[Question]] = {
    "single": Single,
    "two-statements": TwoStatements,
    "combinations": Combinations,
    "how-many": HowMany,
    "pairs-how-many": PairsHowMany,
    "reasoning": Reasoning,
    "chronology": Chronology,
    "match": Match,
    "list-how-many": ListHowMany,
    "pairs-combinations": PairsCombinations,
    "reasoning-three": ReasoningThree,
    "location": Location,
    "passage": PassageItem,
    "data": DataItem,
    "multi-select": MultiSelect,
    "numeric": Numeric,
    "true-false": TrueFalse,
    "short-answer": ShortAnswer,
    "descriptive": Descriptive,
}


def parse(content: Mapping[str, Any]) -> Question:
    """The question that `content` (schema tayari-question/1) holds. Raises Refused, naming the question."""
    ref = str(content.get("ref") or "")
    try:
        if content.get("schema", SCHEMA) != SCHEMA:
            raise Refused(f"the schema {content['schema']!r} is not known; write {SCHEMA}")
        kind = KINDS.get(str(content.get("kind", "")))
        if kind is None:
            raise Refused(f"there is no kind {content.get('kind')!r}; the kinds are {', '.join(KINDS)}")
        return kind.read(head(content, kind.OWN_KEYS), content)
    except Refused as refusal:
        raise Refused(f"{ref or 'a question without ref'}: {refusal}") from None
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as problem:
        # What was written by others may hold anything anywhere.
        raise Refused(f"{ref or 'a question without ref'}: a value has not the form of its place ({problem})") from None


def derive(question: Question, truths: Mapping[str, bool]) -> Derived:
    """Options, key and reasons from the truth of each item; an item's own `true` stands in where none is given.

    Raises Refused when no option, or more than one, is right.
    """
    known = {item.id: truths.get(item.id, item.true) for item in question.items()}
    try:
        unknown = [item.label for item in question.items() if known[item.id] is None]
        if unknown:
            raise Refused(
                f"the facts do not say whether {', '.join(unknown)} is true; verify the fact it rests on, "
                "or write true: with facts:"
            )
        return question.decide({name: bool(truth) for name, truth in known.items()})
    except Refused as refusal:
        raise Refused(f"{question.head.ref}: {refusal}") from None
