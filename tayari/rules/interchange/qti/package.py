"""The items of a package of QTI 2 or 3, each with the files that stand beside it."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts
from tayari.rules.interchange.cleaning import line
from tayari.rules.interchange.drafting import Notes, found
from tayari.rules.interchange.formed import Words
from tayari.rules.interchange.gallery import Gallery
from tayari.rules.interchange.outlines import outline
from tayari.rules.interchange.qti import bodies, names
from tayari.rules.interchange.qti.items import Reader, asked
from tayari.rules.interchange.reading import Found, Reading, Unreadable
from tayari.rules.interchange.tongues import languages_of, texts


@dataclass(frozen=True, slots=True)
class Item:
    """The tree of one item and its path in the package; `files` are all files of the package by their paths.

    `opened` gives the tree of another file of the package, None for what is none.
    """

    path: str
    root: Element
    files: Mapping[str, bytes] = field(default_factory=dict)
    opened: Callable[[str], Element | None] = lambda path: None

    def beside(self, address: str) -> str:
        """The path of what an address in the item names."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(address)))


def read(items: Iterable[Item]) -> Reading:
    """Every item of the package. Raises Unreadable when there is none."""
    gallery = Gallery()
    made = [_found(item, at, gallery) for at, item in enumerate(items, start=1)]
    if not made:
        raise Unreadable("this package of QTI holds no question")
    return Reading(gallery.given_to(made), pictures=gallery.pictures())


def _found(item: Item, at: int, gallery: Gallery) -> Found:
    root = names.plain(item.root)
    title = line(root.get("title", "") or root.get("identifier", "")) or item.path
    notes = Notes(f"question {at} ({cut(title, 60)})")
    reader = Reader(Words(notes, gallery), _pictures(root, item, gallery))
    said = asked(root, reader)
    if said:
        said = replace(said, passage=_passage(root, item, gallery, notes))
    return found(said, notes, outline(root), confidence="likely" if notes.has("custom-scoring") else "sure")


def _passage(root: Element, item: Item, gallery: Gallery, notes: Notes) -> Texts:
    """The text in a file of its own from which the item is answered."""
    told = [node.get("href", "") for tag in ("assessmentStimulusRef", "include") for node in root.iter(tag)]
    parts = []
    for path in map(item.beside, filter(None, told)):
        tree = item.opened(path)
        if tree is None:
            notes.say("warning", "passage-left", f"the text {cut(path, 60)} beside it is not in the file; add it")
            continue
        text = names.plain(tree)
        body = text.find("stimulusBody")
        shown = Item(path, text, item.files)
        words = Words(notes, gallery)
        said = words.said(bodies.inner(text if body is None else body), "html", _pictures(text, shown, gallery))
        parts.append(texts(said, languages_of(said)))
    codes = dict.fromkeys(code for part in parts for code in part)
    return {code: "\n\n".join(part[code] for part in parts if code in part) for code in codes}


def _pictures(root: Element, item: Item, gallery: Gallery) -> Mapping[str, str]:
    """The pictures that the item shows, by their address in it."""
    kept: dict[str, str] = {}
    for node in root.iter():
        source = node.get("src" if node.tag == "img" else "data", "") if node.tag in {"img", "object"} else ""
        path = item.beside(source)
        if source and path in item.files:
            name = gallery.add(posixpath.basename(path), item.files[path])
            if name:
                kept[source] = name
    return kept
