"""Words of GIFT in the format that they are marked for: `[html]`, `[markdown]`, `[plain]` or `[moodle]`."""

import re
from collections.abc import Sequence

from tayari.plain.texts import Texts
from tayari.rules.interchange import markup
from tayari.rules.interchange.drafting import Notes
from tayari.rules.interchange.gift.marked import Marked
from tayari.rules.interchange.tongues import Said, pieces, said, texts
from tayari.rules.interchange.words import one_line

_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")
# Moodle's own name for what a text is when nothing is said: words in which HTML counts and line ends are kept.
DEFAULT = "moodle"
_MARKS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![\w*])")


class Words:
    """Reads the texts of one question; `form` is the format of its stem, which the others follow."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.form = DEFAULT
        self.languages: Sequence[str] = ()

    def said(self, marked: Marked) -> Said:
        form, words = split(marked, self.form)
        if form == "html" or (form == DEFAULT and markup.is_html(words)):
            return self._html(words, breaks=form == DEFAULT)
        if form == "markdown":
            words = _MARKS.sub(r"\2", words)
        return said(pieces(words))

    def texts(self, marked: Marked | None) -> Texts:
        return texts(self.said(marked), self.languages) if marked is not None else {}

    def line(self, marked: Marked) -> Texts:
        return {code: one_line(words) for code, words in self.texts(marked).items()}

    def _html(self, words: str, *, breaks: bool) -> Said:
        read = markup.read(words.replace("\n", "<br>") if breaks else words)
        tell_dropped(read, self.notes)
        for picture in read.pictures:
            self.notes.say("warning", "picture", f"the picture {picture.name} is not in the file; add it")
        return said(read.pieces)


_DROPPED = {
    "media": "sound, film or another embedded thing",
    "address": "the address of a link (its words are kept)",
    "field": "a field to fill in",
    "code": "script or style",
    "table": "the frame of a table (its cells became lines)",
}


def tell_dropped(read: markup.Plain, notes: Notes) -> None:
    """Say what plain words could not hold; script and style are nothing that anybody misses."""
    for what in read.dropped:
        if what != "code" and not notes.has(f"dropped-{what}"):
            notes.say(
                "warning" if what in {"media", "field"} else "advice",
                f"dropped-{what}",
                f"{_DROPPED[what]} is left out",
            )


def split(marked: Marked, form: str) -> tuple[str, str]:
    """The format that words name, else `form`, and the words without the name."""
    named = _FORMAT.match(marked.signs)
    return (named[1], marked.text[named.end() :]) if named else (form, marked.text)
