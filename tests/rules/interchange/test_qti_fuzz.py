"""Readers of QTI meet sound XML with strange words and with elements moved, missing and doubled."""

import random
from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Reading, qti, qti12
from tayari.rules.interchange.shape import problems
from tests.rules import contents as made
from tests.rules.interchange.test_formats_fuzz import _SIGNS, check
from tests.rules.interchange.test_qti12 import CANVAS

_NAMES = ("identifier", "ident", "cardinality", "rcardinality", "baseType", "mapKey", "mappedValue", "class", "view")
_WORDS = (*_SIGNS, "multiple", "float", "1", "RIGHT_MATCH_BLOCK", "ordered")


def spoilt(root: Element, dice: random.Random) -> Element:
    nodes = list(root.iter())
    for node in dice.choices(nodes, k=dice.randint(1, 8)):
        chance = dice.random()
        if chance < 0.5:
            node.text = "".join(dice.choices(_SIGNS, k=dice.randint(0, 8)))
        elif chance < 0.7:
            node.set(dice.choice(_NAMES), dice.choice(_WORDS))
        elif chance < 0.85:
            node.append(deepcopy(dice.choice(list(dice.choice(nodes)) or [Element("value")])))
        elif len(node):
            node.remove(node[0])
        if sum(1 for _ in root.iter()) > 1_500:
            break
    return root


def readings(count: int, seed: int = 7) -> Iterator[tuple[str, Reading]]:
    dice = random.Random(seed)  # noqa: S311
    second = [words for _, words in qti.write(made.one_of_each(), version="2.1").files[1:]]
    first = [f"<questestinterop>{xml}</questestinterop>" for xml, _, _ in CANVAS.values()]
    for _ in range(count):
        yield "2", qti.read([qti.Item("x.xml", spoilt(tree(dice.choice(second).encode(), name="x"), dice))])
        root = spoilt(tree(dice.choice(first).encode(), name="x"), dice)
        if any(True for _ in root.iter("item")):
            yield "1", qti12.read([qti12.Source(root)])


def test_no_tree_makes_a_reader_fail() -> None:
    for _, reading in readings(60):
        check(reading)
        for one in reading.found:
            assert one.content is None or problems(one.content) == []
