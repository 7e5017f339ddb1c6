"""Readers of text formats meet anything: no input makes them fail otherwise than by saying that it is unreadable."""

import json
import random
from collections.abc import Iterator

import pytest

from tayari.rules.interchange import Unreadable, aiken, gift
from tests.rules import contents as made

FORMATS = {"aiken": aiken, "gift": gift}
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


def read(name: str, text: str) -> None:
    try:
        reading = FORMATS[name].read(text)
    except Unreadable as refusal:
        assert str(refusal)
        return
    for one in reading.found:
        assert one.where
        assert (one.content is None) == any(finding.level == "error" for finding in one.findings)
        json.dumps(one.content).encode()
        "".join(finding.message for finding in one.findings).encode()
    FORMATS[name].write([one.content for one in reading.found if one.content], language="")


@pytest.mark.parametrize("name", FORMATS)
def test_no_input_makes_a_reader_fail(name: str) -> None:
    for text in inputs(name, 150):
        read(name, text)
