"""A text or a file checked for a page: read, linted against the site's facts, and forgotten."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from tayari.facts.linting import dismissals, grounds
from tayari.facts.readers import reading
from tayari.facts.readers.decoding import decoded
from tayari.facts.readers.wordlists import loaded_words
from tayari.rules.lint.document import Document
from tayari.rules.lint.findings import Report
from tayari.rules.lint.linting import lint
from tayari.rules.lint.pages.page import LoadedWords


def read(name: str, data: bytes, language: str) -> Document:
    """The document of an upload. Raises Unusable with one sentence."""
    return reading.read(Path(name).name[:80] or "file", data, language)


def read_pasted(name: str, text: str, language: str) -> Document:
    """The document of a pasted text. Raises Unusable with one sentence."""
    return reading.read_text(name, decoded(name, text.encode()), language)


def checked(document: Document, *, as_of: date, language: str, now: datetime, dismissed: bool = False) -> Report:
    """What the linter says, with the site's facts and its list of words; nothing is kept.

    `dismissed` leaves out what editors let stand.
    """
    quiet = dismissals.ids() if dismissed else frozenset()
    held = grounds.base(now=now)
    return lint(document, held, as_of=as_of, language=language, loaded_words=words(), dismissed=quiet)


def words() -> LoadedWords:
    """The site's list of loaded words, or the program's."""
    return loaded_words(settings.FOLDER.path)
