"""The items of a package of QTI 2 or 3, each with the files that stand beside it."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tayari.plain.graphemes import cut
from tayari.rules.interchange.cleaning import line
from tayari.rules.interchange.drafting import Notes, found
from tayari.rules.interchange.formed import Words
from tayari.rules.interchange.gallery import Gallery
from tayari.rules.interchange.outlines import outline
from tayari.rules.interchange.qti import names
from tayari.rules.interchange.qti.items import Reader, asked
from tayari.rules.interchange.reading import Found, Reading, Unreadable


@dataclass(frozen=True, slots=True)
class Item:
    """The tree of one item and its path in the package; `files` are all files of the package by their paths."""

    path: str
    root: Element
    files: Mapping[str, bytes] = field(default_factory=dict)


def read(items: Iterable[Item]) -> Reading:
    """Every item of the package. Raises Unreadable when there is none."""
    gallery = Gallery()
    made = [_found(item, at, gallery) for at, item in enumerate(items, start=1)]
    if not made:
        raise Unreadable("this package of QTI holds no question")
    return Reading(tuple(made), pictures=gallery.pictures())


def _found(item: Item, at: int, gallery: Gallery) -> Found:
    root = names.plain(item.root)
    title = line(root.get("title", "") or root.get("identifier", "")) or item.path
    notes = Notes(f"question {at} ({cut(title, 60)})")
    reader = Reader(Words(notes, gallery), _pictures(root, item, gallery))
    said = asked(root, reader)
    return found(said, notes, outline(root), confidence="likely" if notes.has("custom-scoring") else "sure")


def _pictures(root: Element, item: Item, gallery: Gallery) -> Mapping[str, str]:
    """The pictures that the item shows, by their address in it."""
    kept: dict[str, str] = {}
    for node in root.iter():
        source = node.get("src" if node.tag == "img" else "data", "") if node.tag in {"img", "object"} else ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(item.path), unquote(source)))
        if source and path in item.files:
            name = gallery.add(posixpath.basename(path), item.files[path])
            if name:
                kept[source] = name
    return kept
