"""The text of an item as HTML, and the things in it that are answered."""

from collections.abc import Iterator
from copy import copy
from xml.etree.ElementTree import Element, tostring

GAP = "_____"
_INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
# What belongs to an interaction and is no question text.
_PARTS = ("simpleChoice", "simpleMatchSet", "inlineChoice", "feedbackInline", "feedbackBlock", "templateBlock")


def is_interaction(node: Element) -> bool:
    return node.tag.endswith("Interaction")


def interactions(body: Element) -> list[Element]:
    """What is answered; not what an interaction of the file's own holds, nor a button that asks for a hint."""
    found: list[Element] = []
    for node in body:
        if is_interaction(node):
            found += [node] if node.tag != "endAttemptInteraction" else []
        else:
            found += interactions(node)
    return found


def blocks(body: Element) -> Iterator[tuple[str, str]]:
    """What is shown in the text after an answer: its name, and the words as HTML."""
    for node in body.iter("feedbackBlock"):
        if not any(is_interaction(one) for one in node.iter()):
            yield node.get("identifier", ""), inner(node)


def rubrics(body: Element) -> Iterator[tuple[bool, str]]:
    """What is said beside the question: whether the candidate sees it, and the words as HTML."""
    for node in body.iter("rubricBlock"):
        yield "candidate" in node.get("view", "candidate").split(), inner(node)


def stem(body: Element) -> str:
    """Everything that is printed before and around what is answered; a gap stands where words are typed in a line."""
    return _html(body, top=True)


def inner(node: Element, *, without: tuple[str, ...] = ()) -> str:
    """What stands inside a node, as HTML."""
    told = [_escaped(node.text)]
    for child in node:
        told += ["" if child.tag in without else _html(child), _escaped(child.tail)]
    return "".join(told)


def _escaped(words: str | None) -> str:
    return (words or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _html(node: Element, *, top: bool = False) -> str:
    if node.tag in _PARTS or (node.tag == "rubricBlock" and "candidate" not in node.get("view", "candidate").split()):
        return ""
    if node.tag in _INLINE:
        return GAP
    if len(node) == 1 and node[0].tag in _INLINE and not (node.text or "").strip() and not (node[0].tail or "").strip():
        return ""
    if node.tag == "object" and node.get("type", "image/").startswith("image/"):
        return f'<img src="{_quoted(node.get("data", ""))}" alt="{_quoted("".join(node.itertext()).strip())}">'
    if node.tag == "img":
        return f'<img src="{_quoted(node.get("src", ""))}" alt="{_quoted(node.get("alt", ""))}">'
    if node.tag == "math":
        alone = copy(node)
        alone.tail = None
        return tostring(alone, encoding="unicode")
    if top or node.tag == "rubricBlock" or node.tag == "prompt" or is_interaction(node):
        inside = inner(node)
        return inside if top else f"<p>{inside}</p>"
    shell = Element(node.tag, node.attrib)
    whole = tostring(shell, encoding="unicode", method="html")
    opened, closed, end = whole.partition(f"</{node.tag}>")
    return f"{opened}{inner(node)}{closed}{end}" if closed else whole


def _quoted(words: str) -> str:
    return _escaped(words).replace('"', "&quot;")
