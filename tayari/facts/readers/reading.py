"""Any file or pasted text as documents, by its name and its first bytes."""

import re
from collections.abc import Iterator
from pathlib import Path

from tayari.base.problems import Unusable
from tayari.facts.readers import markdown, markup, packs, plain, word
from tayari.facts.readers.decoding import decoded
from tayari.facts.readers.limits import check_size
from tayari.rules.lint.document import Document

_ZIP = b"PK\x03\x04"
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p|h[1-6]|section)\b", re.I | re.S
)
_FRONT = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.S)
# Signs by which pasted Markdown shows itself; a file that is named .txt is plain.
_MARKED = re.compile(r"^#{1,6} \S|\]\((?:https?:|fact:|/)[^)\s]*\)", re.M)
_WORD = {".docx", ".docm"}
_MARKDOWN = {".md", ".markdown", ".mdown"}
_MARKUP = {".html", ".htm", ".xhtml"}


def read(name: str, data: bytes, language: str = "") -> Document:
    """The document of a file's bytes. Raises Unusable with one sentence."""
    ending = Path(name).suffix.lower()
    if ending in _WORD or (data.startswith(_ZIP) and ending not in _MARKDOWN | _MARKUP):
        return word.read(name, data, language)
    if ending == ".doc" and not data.isascii():
        raise Unusable(f"{name} is in Word's old format; save it as .docx.")
    return read_text(name, decoded(name, data), language)


def read_text(name: str, text: str, language: str = "") -> Document:
    """The document of a text: by the name's ending, else by how it begins."""
    ending = Path(name).suffix.lower()
    if ending in _MARKUP or (ending not in _MARKDOWN and _HTML.match(text)):
        return markup.read(name, text, language)
    if ending in _MARKDOWN or _FRONT.match(text) or (ending != ".txt" and _MARKED.search(text)):
        return markdown.read(name, text, language)
    return plain.read(name, text, language)


def read_path(path: Path, language: str = "") -> Iterator[Document]:
    """The documents of a file or of a pack's folder. Raises Unusable."""
    if path.is_dir():
        if not packs.is_pack(path):
            raise Unusable(f"{path} is a folder without pack.yaml; give files, or the folder of a content pack.")
        yield from packs.read(path)
        return
    try:
        check_size(str(path), path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unusable(f"There is no file {path}.") from None
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}.") from None
    yield read(str(path), data, language)
