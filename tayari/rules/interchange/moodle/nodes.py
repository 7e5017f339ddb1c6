"""Elements of Moodle's XML: their texts, formats and embedded files, whoever wrote them."""

from collections.abc import Mapping
from decimal import Decimal
from xml.etree.ElementTree import Element, tostring

from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts
from tayari.rules.interchange.amounts import number
from tayari.rules.interchange.formed import AUTO, Words
from tayari.rules.interchange.gallery import decoded
from tayari.rules.interchange.tongues import Said
from tayari.rules.interchange.words import one_line, plain

_FORMATS = {
    "html": "html",
    "moodle_auto_format": AUTO,
    "markdown": "markdown",
    "plain_text": "plain",
    "wiki_like": "plain",
}


def words_of(node: Element | None) -> str:
    """The words of a node: those of its `<text>`, else its own. Tags that somebody forgot to wrap are HTML."""
    if node is None:
        return ""
    text = node.find("text")
    if text is None:
        return (node.text or "").strip()
    return ((text.text or "") + "".join(tostring(child, encoding="unicode") for child in text)).strip()


def value(node: Element, name: str) -> str:
    """What a simple field says."""
    return one_line(plain(words_of(node.find(name))))


def truth(node: Element, name: str, usual: bool) -> bool:
    told = value(node, name).lower()
    return usual if node.find(name) is None else told not in {"", "0", "false"}


def weight(node: Element) -> Decimal | None:
    """The share of the marks; None where the file does not say, or not with a number."""
    return number(node.get("fraction", "") or value(node, "fraction"))


class Reader:
    """Reads the texts of one question's nodes."""

    def __init__(self, words: Words, form: str) -> None:
        self.words = words
        self.form = form

    def said(self, node: Element | None) -> Said:
        return self.words.said(words_of(node), self._form(node), self._files(node))

    def __call__(self, node: Element | None) -> Texts:
        return {} if node is None else self.words.texts(words_of(node), self._form(node), self._files(node))

    def plain(self, node: Element | None) -> Texts:
        """A text without a format: HTML only where it shows it."""
        return self.words.texts(words_of(node), AUTO)

    def _form(self, node: Element | None) -> str:
        told = node.get("format", "") if node is not None else ""
        return _FORMATS.get(told, self.form)

    def _files(self, node: Element | None) -> Mapping[str, str]:
        """Pictures that come with a text, by their name in the file; what is no picture is told."""
        names: dict[str, str] = {}
        for file in node.findall("file") if node is not None else ():
            name = one_line(plain(file.get("name", "")))
            kept = self.words.gallery.add(name, decoded(file.text or ""))
            if kept:
                names[name] = kept
            else:
                self.words.notes.say(
                    "warning", "file-left-out", f"the file {cut(name, 60)} is no picture; it is left out"
                )
        return names
