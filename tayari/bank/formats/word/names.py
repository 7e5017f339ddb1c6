"""The names of WordprocessingML that the reader knows, and how an attribute of them is asked for."""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/math": M,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    "http://purl.oclc.org/ooxml/drawingml/main": A,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
}


def plain_names(root: Element) -> Element:
    """The tree with the names of the strict form of the format made those of the usual one."""
    for element in root.iter():
        element.tag = _usual(element.tag)
        for name in [name for name in element.attrib if name.startswith("{http://purl.oclc.org/")]:
            element.attrib[_usual(name)] = element.attrib.pop(name)
    return root


def _usual(name: str) -> str:
    space, brace, bare = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    return _STRICT[space] + bare if brace and space in _STRICT else name


def value(parent: Element | None, path: str, default: str = "") -> str:
    """The `w:val` of a child such as `w:numId`, written `numId`; `default` where there is none."""
    found = parent.find("/".join(W + step for step in path.split("/"))) if parent is not None else None
    return default if found is None else found.get(f"{W}val", default)


def number(text: str, default: int = 0) -> int:
    """A whole number of the file; what is none, or absurd, is the default."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


def toggle(parent: Element | None, name: str) -> bool | None:
    """Whether a property such as bold is on or off; None when nothing is said."""
    found = parent.find(W + name) if parent is not None else None
    return None if found is None else found.get(f"{W}val", "true").lower() not in {"0", "false", "off", "none"}
