"""Readers of text formats meet anything: no input makes them fail otherwise than by saying that it is unreadable."""

import random
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from tayari.bank.formats.trees import tree
from tayari.rules.interchange import Reading, Unreadable, aiken, gift, moodle
from tests.rules import contents as made
from tests.rules.interchange.spoiling import SIGNS, check, spoilt

FORMATS = {"aiken": aiken, "gift": gift, "moodle": moodle}


def inputs(name: str, count: int, seed: int = 7) -> Iterator[str]:
    """Files of ours with pieces cut, doubled and strewn over, and noise alone."""
    dice = random.Random(f"{name}-{seed}")  # noqa: S311
    whole = [FORMATS[name].write([each], language="").data.decode() for each in made.one_of_each()]
    whole = [each for each in whole if each]
    for _ in range(count):
        text = dice.choice([*whole, "".join(dice.choices(SIGNS, k=dice.randint(0, 60)))])
        for _ in range(dice.randint(0, 6)):
            at = dice.randint(0, len(text))
            end = min(len(text), at + dice.randint(0, 30))
            text = text[:at] + dice.choice(["", text[at:end] * 2, "".join(dice.choices(SIGNS, k=3))]) + text[end:]
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


@pytest.mark.parametrize("name", FORMATS)
def test_no_input_makes_a_reader_fail(name: str) -> None:
    for text in inputs(name, 150):
        read(name, text)


def quizzes(count: int, seed: int = 7) -> Iterator[Element]:
    """Sound XML with strange words, moved and missing elements."""
    dice = random.Random(seed)  # noqa: S311
    whole = moodle.write(made.one_of_each()).data
    names, words = ("fraction", "format", "type", "name"), (*SIGNS, "cloze", "50")
    for _ in range(count):
        yield spoilt(tree(whole, name="quiz.xml"), dice, changes=(5, 60), names=names, words=words)


def test_no_tree_makes_the_reader_of_moodle_fail() -> None:
    for root in quizzes(8):
        root.tag = "quiz"
        check(moodle.read(root))


@pytest.mark.parametrize("sign", ["<!--", '<a b="', "{", "[id:", "**a", "&#", "{mlang ", "\\", " ", "A) x\n", "~%"])
def test_long_runs_of_one_sign_are_read_once(sign: str) -> None:
    """What would be looked through again for each of them would never end here."""
    for name, begin, end in (("gift", "// ", "\nq{T}"), ("gift", "[html]q", "{T}"), ("aiken", "q\n", "\nANSWER: A")):
        read(name, begin + sign * 20_000 + end)
