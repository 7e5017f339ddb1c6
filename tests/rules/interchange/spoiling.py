"""Trees spoilt by chance, the signs that text formats find hard, and what every reading keeps to nevertheless."""

import json
import random
from collections.abc import Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element

from tayari.rules.interchange import Reading

SIGNS = (
    *"~=#{}:\\%[]<>&/()*.,-\n\n \t\"';$ABCDabcd1230\0\ud800\u200d\u00a0कि",
    *("->", "####", "//", "::", "ANSWER: ", "A) ", "B. ", "\r\n", "{mlang en}", "[html]", "%50%", "..", "&nbsp;"),
    *("<sup>", "</p>", "<table><tr><td>", "<![CDATA[", "<!DOCTYPE x", "<script>", "&#x110000;", '<span lang="hi">'),
)
_LARGEST = 1_500


def spoilt(
    root: Element, dice: random.Random, *, changes: tuple[int, int], names: Sequence[str], words: Sequence[str]
) -> Element:
    """The tree with strange words, strange attributes of the given names, and elements doubled, moved and missing."""
    nodes = list(root.iter())
    for node in dice.choices(nodes, k=dice.randint(*changes)):
        chance = dice.random()
        if chance < 0.5:
            node.text = "".join(dice.choices(SIGNS, k=dice.randint(0, 8)))
        elif chance < 0.7:
            node.set(dice.choice(names), dice.choice(words))
        elif chance < 0.85:
            node.append(deepcopy(dice.choice(list(dice.choice(nodes)) or [Element("value")])))
        elif len(node):
            node.remove(node[0])
        if sum(1 for _ in root.iter()) > _LARGEST:
            break
    return root


def check(reading: Reading) -> None:
    for one in reading.found:
        assert one.where
        assert (one.content is None) == any(finding.level == "error" for finding in one.findings)
        json.dumps(one.content).encode()
        "".join(finding.message for finding in one.findings).encode()
