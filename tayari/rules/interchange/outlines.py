"""A question of XML as a person reads it, to compare with what was made of it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tayari.plain.graphemes import cut
from tayari.rules.interchange.words import plain

_MOST_SOURCE, _MOST_WORDS = 6_000, 2_000


def outline(node: Element) -> str:
    """A question as its file has it, without the files inside, for somebody who compares."""
    told: list[str] = []
    length = 0
    for line in _lines(node, 0):
        length += len(line) + 1
        if length > _MOST_SOURCE:
            return "\n".join([*told, "…"])
        told.append(line)
    return "\n".join(told)


def _lines(node: Element, depth: int) -> Iterator[str]:
    attributes = "".join(f" {name}={said}" for name, said in node.attrib.items() if name not in {"format", "encoding"})
    words = "" if node.tag == "file" else plain(node.text or "").strip()
    name = "" if node.tag == "text" else f"{node.tag}{attributes}"
    if words or (name and (attributes or any("".join(child.itertext()).strip() for child in node))):
        yield "  " * depth + ": ".join(
            filter(None, [name, words if len(words) < _MOST_WORDS else cut(words, _MOST_WORDS)])
        )
    for child in node:
        yield from _lines(child, depth + 1)
