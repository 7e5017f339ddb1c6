"""Words of GIFT in the format that they are marked for: `[html]`, `[markdown]`, `[plain]` or `[moodle]`."""

import re

from tayari.plain.texts import Texts
from tayari.rules.interchange import formed
from tayari.rules.interchange.drafting import Notes
from tayari.rules.interchange.gallery import Gallery
from tayari.rules.interchange.gift.marked import Marked
from tayari.rules.interchange.tongues import Said

_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")


class Words(formed.Words):
    """`form` is the format of the stem, which the other texts follow."""

    def __init__(self, notes: Notes, gallery: Gallery) -> None:
        super().__init__(notes, gallery)
        self.form = formed.AUTO

    def stem(self, marked: Marked) -> Said:
        form, words = split(marked, self.form)
        return self.said(words, form)

    def read(self, marked: Marked | None) -> Texts:
        if marked is None:
            return {}
        form, words = split(marked, self.form)
        return self.texts(words, form)

    def line(self, marked: Marked) -> Texts:
        return formed.lines(self.read(marked))


def split(marked: Marked, form: str) -> tuple[str, str]:
    """The format that words name, else `form`, and the words without the name."""
    named = _FORMAT.match(marked.signs)
    return (named[1], marked.text[named.end() :]) if named else (form, marked.text)
