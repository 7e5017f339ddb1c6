"""One set of names for all versions: 3.0's `qti-simple-choice` is 2.x's `simpleChoice`, and namespaces go."""

import re
from xml.etree.ElementTree import Element

_HYPHEN = re.compile(r"-([a-z])")
_CAPITAL = re.compile(r"([A-Z])")
# Attributes that HTML itself writes with a hyphen.
_KEPT = ("data-", "aria-")


def local(tag: object) -> str:
    """A tag without its namespace; nothing for a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _joined(name: str) -> str:
    return _HYPHEN.sub(lambda found: found[1].upper(), name)


def plain(node: Element) -> Element:
    """A copy of a tree with the names of version 2, without comments."""
    tag = local(node.tag)
    copy = Element(_joined(tag.removeprefix("qti-")) if tag.startswith("qti-") else tag)
    for name, value in node.attrib.items():
        bare = local(name)
        copy.set(bare if bare.startswith(_KEPT) else _joined(bare), value)
    copy.text, copy.tail = node.text, node.tail
    last: Element | None = None
    for child in node:
        if local(child.tag):
            last = plain(child)
            copy.append(last)
        elif last is None:
            copy.text = (copy.text or "") + (child.tail or "")
        else:
            last.tail = (last.tail or "") + (child.tail or "")
    return copy


def third(name: str) -> str:
    """A name of version 2 as version 3 writes it, without the prefix of elements."""
    return _CAPITAL.sub(lambda found: "-" + found[1].lower(), name)
