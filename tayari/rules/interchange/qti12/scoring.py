"""What an item of QTI 1.2 counts as right: conditions on the response, each with the score that it gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from tayari.rules.interchange.amounts import number
from tayari.rules.interchange.asked import FULL
from tayari.rules.interchange.cleaning import line

_LEAST, _MOST = ("vargte", "vargt"), ("varlte", "varlt")


@dataclass(frozen=True, slots=True)
class Condition:
    """`equal` are the answers that it asks for, each with its response; `share` is in percent, None without a score."""

    equal: tuple[tuple[str, str], ...]
    low: Decimal | None
    high: Decimal | None
    share: Decimal | None
    feedback: tuple[str, ...]


def conditions(item: Element) -> list[Condition]:
    most = _most(item)
    return [_condition(node, most) for node in item.iter("respcondition")]


def _most(item: Element) -> Decimal:
    """What earns full marks: what the item declares, else the most that one of its answers earns."""
    declared = (number(node.get("maxvalue", "")) for node in item.iter("decvar"))
    given = (number(_words(node)) for node in item.iter("setvar"))
    told = (max((one for one in some if one is not None), default=Decimal(0)) for some in (declared, given))
    return next((one for one in told if one > 0), FULL)


def _condition(node: Element, most: Decimal) -> Condition:
    told = node.find("conditionvar")
    asked = told if told is not None else Element("conditionvar")
    equal = ((one.get("respident", ""), _words(one)) for one in _asked(asked) if one.tag == "varequal")
    feedback = tuple(one.get("linkrefid", "") for one in node.findall("displayfeedback"))
    share = _share(node, most)
    return Condition(
        tuple(one for one in equal if one[1]),
        _bound(asked, _LEAST),
        _bound(asked, _MOST),
        # Blackboard's gaps give no score themselves; what shows the remark on right answers is right.
        FULL if share is None and "correct" in feedback else share,
        feedback,
    )


def _asked(node: Element) -> Iterator[Element]:
    """Everything that has to hold; what must not hold is left out."""
    for child in node:
        if child.tag != "not":
            yield child
            yield from _asked(child)


def _words(node: Element) -> str:
    return line("".join(node.itertext()))


def _bound(node: Element, tags: tuple[str, ...]) -> Decimal | None:
    return next((number(_words(one)) for one in _asked(node) if one.tag in tags), None)


def _share(node: Element, most: Decimal) -> Decimal | None:
    for one in node.findall("setvar"):
        words = _words(one)
        if words.upper() == "SCORE.MAX":
            return FULL
        value = number(words)
        if value is not None:
            return value * 100 / most
    return None


def is_strict(item: Element) -> bool:
    """Whether a bound of a number is itself not right any more."""
    return any(True for tag in ("vargt", "varlt") for _ in item.iter(tag))
