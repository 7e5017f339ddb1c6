"""Texts of QTI 1.2: they stand in materials of several sorts, and between them what is answered."""

from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tayari.plain.texts import Texts
from tayari.rules.interchange.formed import Words, lines
from tayari.rules.interchange.gallery import Gallery

# Where the text of a question ends and its answers begin.
_ANSWERED = frozenset({"response_lid", "response_str", "response_num", "response_grp", "response_xy"})
_HEARD = frozenset({"mataudio", "matvideo", "matapplet", "matapplication"})
_BLOCKS = frozenset({"RESPONSE_BLOCK", "RIGHT_MATCH_BLOCK"})
_BASES = ("$IMS-CC-FILEBASE$/", "%24IMS-CC-FILEBASE%24/", "$CANVAS_OBJECT_REFERENCE$/")


def html_of(node: Element, *, whole: bool = False) -> str:
    """All texts inside a node as HTML, one below the other; those of answers only when `whole`."""
    return "<br>".join(filter(None, _parts(node, whole)))


def _parts(node: Element, whole: bool) -> Iterator[str]:
    if not whole and (node.tag in _ANSWERED or node.get("class") in _BLOCKS):
        return
    if node.tag in {"mattext", "mat_formattedtext"}:
        words = "".join(node.itertext()).strip()
        told = (node.get("texttype") or node.get("type") or "text/plain").lower()
        yield words if "html" in told else escape(words, quote=False).replace("\n", "<br>")
    elif node.tag == "matimage":
        yield f'<img src="{escape(node.get("uri", ""))}" alt="{escape(node.get("label", ""))}">'
    elif node.tag in _HEARD:
        yield f'<audio src="{escape(node.get("uri", ""))}"></audio>'
    for child in node:
        yield from _parts(child, whole)


class Reader:
    """The texts of one item; pictures are looked for in the package by the end of their path."""

    def __init__(self, words: Words, files: Mapping[str, bytes]) -> None:
        self.words = words
        self.pictures = _Pictures(files, words.gallery)

    def __call__(self, node: Element | None, *, whole: bool = True) -> Texts:
        return {} if node is None else self.words.texts(html_of(node, whole=whole), "html", self.pictures)

    def line(self, node: Element) -> Texts:
        return lines(self(node))


class _Pictures(Mapping[str, str]):
    """Names of kept pictures by the address in a text; each is looked up when it is asked for."""

    def __init__(self, files: Mapping[str, bytes], gallery: Gallery) -> None:
        self.files = files
        self.gallery = gallery

    def __getitem__(self, source: str) -> str:
        bare = source
        for base in _BASES:
            bare = bare.removeprefix(base)
        end = unquote(unquote(bare)).split("?")[0].strip("/")
        path = next((one for one in self.files if end and (one == end or one.endswith(f"/{end}"))), "")
        name = self.gallery.add(path.rpartition("/")[2], self.files[path]) if path else ""
        if not name:
            raise KeyError(source)
        return name

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
