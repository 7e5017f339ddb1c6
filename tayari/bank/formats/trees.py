"""XML as a tree: without a DTD, without entities of its own, and not deeper than a question needs."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from tayari.rules.interchange import Unreadable

MOST_NESTED = 150


def tree(data: bytes, *, name: str) -> Element:
    """The root of the XML in `data`, in whichever encoding it declares. Raises Unreadable."""
    try:
        root: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        words = "declares a DTD or entities, which are not read; take out its lines from <!DOCTYPE to >."
        raise Unreadable(f"{name} {words}") from None
    except ParseError as error:
        line = error.position[0]
        raise Unreadable(f"{name} is no sound XML from line {line} on; export it anew.") from None
    except (ValueError, LookupError):
        raise Unreadable(f"{name} is XML in an encoding that is not known; save it as UTF-8.") from None
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > MOST_NESTED:
            raise Unreadable(f"{name} nests its XML more than {MOST_NESTED} deep; no question does.")
        level = [child for one in level for child in one]
    return root
