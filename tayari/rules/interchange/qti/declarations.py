"""What an item of QTI 2 or 3 counts as right: declared answers, mapped shares, and tolerances of numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from tayari.rules.interchange.amounts import number
from tayari.rules.interchange.asked import FULL
from tayari.rules.interchange.cleaning import line

_STANDARD = ("match_correct", "map_response")


@dataclass(frozen=True, slots=True)
class Declared:
    """`correct` in its order; `shares` in percent of the best, where the file maps answers to marks."""

    several: bool
    base: str
    correct: tuple[str, ...]
    shares: Mapping[str, Decimal]

    def share(self, name: str) -> Decimal | None:
        """What one answer earns; None when nothing is declared."""
        if name in self.correct:
            return FULL
        if name in self.shares:
            return self.shares[name]
        return Decimal(0) if self.correct or self.shares else None

    def names(self) -> list[str]:
        return list(dict.fromkeys([*self.correct, *self.shares]))


def declared(item: Element, name: str) -> Declared:
    found = [node for node in item.iter("responseDeclaration") if node.get("identifier") == name]
    node = found[0] if found else Element("responseDeclaration")
    right = node.find("correctResponse")
    correct = [words(value) for value in right.findall("value")] if right is not None else []
    mapped = {}
    for entry in node.iter("mapEntry"):
        told = number(entry.get("mappedValue", ""))
        if told is not None:
            mapped[line(entry.get("mapKey", ""))] = told
    best = max(mapped.values(), default=Decimal(0))
    several = node.get("cardinality", "single") in {"multiple", "ordered"}
    shares = {key: told * 100 / best for key, told in mapped.items()} if best > 0 else {}
    return Declared(several, node.get("baseType", ""), tuple(filter(None, correct)), shares)


def is_drawn(item: Element) -> bool:
    """Whether numbers or words of it are drawn anew for each person."""
    return any(True for tag in ("templateDeclaration", "templateProcessing") for _ in item.iter(tag))


def words(node: Element) -> str:
    return line("".join(node.itertext()))


def tolerance(item: Element) -> Decimal | None:
    """How far a number may be off, when the scoring says so as an absolute amount."""
    for node in item.iter("equal"):
        if node.get("toleranceMode") == "absolute":
            ends = [number(told) for told in node.get("tolerance", "").split()]
            known = [end for end in ends if end is not None]
            if known and len(set(known)) == 1:
                return known[0]
    return None


def is_custom(item: Element) -> bool:
    """Whether the scoring is the file's own, so that what is declared may not be all of it."""
    node = item.find("responseProcessing")
    if any(True for tag in ("equalRounded", "patternMatch") for _ in item.iter(tag)):
        return True
    if node is None or not len(node):
        template = node.get("template", "") if node is not None else ""
        return bool(template) and not any(name in template for name in _STANDARD)
    return not any(True for _ in node.iter("correct")) and not any(True for _ in node.iter("mapResponse"))
