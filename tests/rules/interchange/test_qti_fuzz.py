"""Readers of QTI meet sound XML with strange words and with elements moved, missing and doubled."""

import random
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Reading, qti, qti12
from tayari.rules.interchange.shape import problems
from tests.rules import contents as made
from tests.rules.interchange.spoiling import SIGNS, check, spoilt
from tests.rules.interchange.test_qti12 import CANVAS

_NAMES = ("identifier", "ident", "cardinality", "rcardinality", "baseType", "mapKey", "mappedValue", "class", "view")
_WORDS = (*SIGNS, "multiple", "float", "1", "RIGHT_MATCH_BLOCK", "ordered")


def changed(xml: str, dice: random.Random) -> Element:
    return spoilt(tree(xml.encode(), name="x"), dice, changes=(1, 8), names=_NAMES, words=_WORDS)


def readings(count: int, seed: int = 7) -> Iterator[tuple[str, Reading]]:
    dice = random.Random(seed)  # noqa: S311
    second = [words.decode() for _, words in qti.write(made.one_of_each(), version="2.1").files[1:]]
    first = [f"<questestinterop>{xml}</questestinterop>" for xml, _, _ in CANVAS.values()]
    for _ in range(count):
        yield "2", qti.read([qti.Item("x.xml", changed(dice.choice(second), dice))])
        root = changed(dice.choice(first), dice)
        if any(True for _ in root.iter("item")):
            yield "1", qti12.read([qti12.Source(root)])


def test_no_tree_makes_a_reader_fail() -> None:
    for _, reading in readings(60):
        check(reading)
        for one in reading.found:
            assert one.content is None or problems(one.content) == []
