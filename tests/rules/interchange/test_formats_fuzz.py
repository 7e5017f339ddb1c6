"""Readers of text formats meet anything: no input makes them fail otherwise than by saying that it is unreadable."""

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element

import pytest

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Reading, Unreadable, aiken, gift, moodle
from tests.rules import contents as made

FORMATS = {"aiken": aiken, "gift": gift, "moodle": moodle}
_SIGNS = (
    *"~=#{}:\\%[]<>&/()*.,-\n\n \t\"';$ABCDabcd1230\0\ud800\u200d\u00a0कि",
    *("->", "####", "//", "::", "ANSWER: ", "A) ", "B. ", "\r\n", "{mlang en}", "[html]", "%50%", "..", "&nbsp;"),
    *("<sup>", "</p>", "<table><tr><td>", "<![CDATA[", "<!DOCTYPE x", "<script>", "&#x110000;", '<span lang="hi">'),
)


def inputs(name: str, count: int, seed: int = 7) -> Iterator[str]:
    """Files of ours with pieces cut, doubled and strewn over, and noise alone."""
    dice = random.Random(f"{name}-{seed}")  # noqa: S311
    whole = [FORMATS[name].write([each], language="").data.decode() for each in made.one_of_each()]
    whole = [each for each in whole if each]
    for _ in range(count):
        text = dice.choice([*whole, "".join(dice.choices(_SIGNS, k=dice.randint(0, 60)))])
        for _ in range(dice.randint(0, 6)):
            at = dice.randint(0, len(text))
            end = min(len(text), at + dice.randint(0, 30))
            text = text[:at] + dice.choice(["", text[at:end] * 2, "".join(dice.choices(_SIGNS, k=3))]) + text[end:]
        yield text


def reading_of(name: str, text: str) -> Reading:
    if name != "moodle":
        return FORMATS[name].read(text)
    return moodle.read(tree(text.encode(errors="replace"), name="quiz.xml"))


def read(name: str, text: str) -> None:
    try:
        reading = reading_of(name, text)
    except Unreadable as refusal:
        assert str(refusal)
        return
    check(reading)
    FORMATS[name].write([one.content for one in reading.found if one.content], language="")


def check(reading: Reading) -> None:
    for one in reading.found:
        assert one.where
        assert (one.content is None) == any(finding.level == "error" for finding in one.findings)
        json.dumps(one.content).encode()
        "".join(finding.message for finding in one.findings).encode()


@pytest.mark.parametrize("name", FORMATS)
def test_no_input_makes_a_reader_fail(name: str) -> None:
    for text in inputs(name, 150):
        read(name, text)


def quizzes(count: int, seed: int = 7) -> Iterator[Element]:
    """Sound XML with strange words, moved and missing elements."""
    dice = random.Random(seed)  # noqa: S311
    whole = moodle.write(made.one_of_each()).data
    for _ in range(count):
        root = tree(whole, name="quiz.xml")
        nodes = list(root.iter())
        for node in dice.choices(nodes, k=dice.randint(5, 60)):
            kind = dice.random()
            if kind < 0.6:
                node.text = "".join(dice.choices(_SIGNS, k=dice.randint(0, 12)))
            elif kind < 0.75:
                node.attrib |= {
                    dice.choice(["fraction", "format", "type", "name"]): dice.choice([*_SIGNS, "cloze", "50"])
                }
            elif kind < 0.9:
                node.append(deepcopy(dice.choice(list(dice.choice(nodes)) or [Element("text")])))
            elif len(node):
                node.remove(node[0])
            if len(list(root.iter())) > 2_000:
                break
        yield root


def test_no_tree_makes_the_reader_of_moodle_fail() -> None:
    for root in quizzes(8):
        root.tag = "quiz"
        check(moodle.read(root))


@pytest.mark.parametrize("sign", ["<!--", '<a b="', "{", "[id:", "**a", "&#", "{mlang ", "\\", " ", "A) x\n", "~%"])
def test_long_runs_of_one_sign_are_read_once(sign: str) -> None:
    """What would be looked through again for each of them would never end here."""
    for name, begin, end in (("gift", "// ", "\nq{T}"), ("gift", "[html]q", "{T}"), ("aiken", "q\n", "\nANSWER: A")):
        read(name, begin + sign * 20_000 + end)
