"""Words in one of Moodle's formats of text, made the words of a question; what they show beside words is told."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from tayari.plain.graphemes import cut
from tayari.plain.texts import Texts
from tayari.rules.interchange import markup
from tayari.rules.interchange.drafting import Notes
from tayari.rules.interchange.gallery import Gallery
from tayari.rules.interchange.reading import Level
from tayari.rules.interchange.tongues import Said, pieces, said, texts
from tayari.rules.interchange.words import one_line

# Moodle's own name for what a text is when nothing is said: words in which HTML counts and line ends are kept.
AUTO = "moodle"
_FILE = "@@PLUGINFILE@@/"
_MARKS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1(?![\w*])")
_TEX = re.compile(r"\\\([^\n]{1,500}?\\\)|\\\[[^\n]{1,500}?\\\]|\$\$[^$\n]{1,500}\$\$")
_DROPPED = {
    "media": "sound, film or another embedded thing",
    "address": "the address of a link (its words are kept)",
    "field": "a field to fill in",
    "table": "the frame of a table (its cells became lines)",
    "equation": "a part of an equation (it stands as one line of text)",
}

_LEVELS: Mapping[str, Level] = {"media": "warning", "field": "warning", "equation": "warning"}


class Words:
    """Reads the texts of one question. `languages` are those of its stem; pictures go into the file's gallery."""

    def __init__(self, notes: Notes, gallery: Gallery | None = None) -> None:
        self.notes = notes
        self.gallery = gallery or Gallery()
        self.languages: Sequence[str] = ()

    def said(self, words: str, form: str, names: Mapping[str, str] | None = None) -> Said:
        """What a text says; `names` are the pictures that come with it, by their name in the file."""
        self._tell_tex(words)
        if form == "html" or (form == AUTO and markup.is_html(words)):
            return self._html(words.replace("\n", "<br>") if form == AUTO else words, {} if names is None else names)
        return said(pieces(_MARKS.sub(r"\2", words) if form == "markdown" else words))

    def _tell_tex(self, words: str) -> None:
        """TeX between its marks is drawn by a filter of Moodle; here it stands as it was written."""
        if _TEX.search(words) and not self.notes.has("tex-left"):
            self.notes.say("warning", "tex-left", "an equation in TeX stays as it is written; write it in words")

    def texts(self, words: str, form: str, names: Mapping[str, str] | None = None) -> Texts:
        return texts(self.said(words, form, names), self.languages)

    def _html(self, words: str, names: Mapping[str, str]) -> Said:
        read = markup.read(
            words, lambda source, alternative: self._picture(source, alternative, names), self.gallery.sketches.equation
        )
        for what, told in _DROPPED.items():
            if what in read.dropped and not self.notes.has(f"dropped-{what}"):
                self.notes.say(_LEVELS.get(what, "advice"), f"dropped-{what}", f"{told} is left out")
        return said(read.pieces)

    def _picture(self, source: str, alternative: str, names: Mapping[str, str]) -> str:
        """The name of a picture in the text; those that come with the file are kept."""
        file, kept = "", names.get(source, "")
        if kept:
            self.gallery.describe(kept, alternative)
        elif source.startswith(_FILE):
            file = unquote(source.removeprefix(_FILE)).split("?")[0]
            kept = names.get(file, "")
            self.gallery.describe(kept, alternative)
        elif source.startswith("data:"):
            kept = self.gallery.inline(cut(alternative, 40) or "picture", source, alternative)
        own = "" if ":" in source else unquote(source).split("?")[0].rpartition("/")[2]
        name = kept or one_line(file) or cut(alternative, 40) or cut(one_line(own), 40) or "picture"
        if kept:
            words = f"the picture {name} is kept where it stood in the text"
            if all(one.message != words for one in self.notes.made):
                self.notes.say("advice", "picture", words)
        else:
            self.notes.say("warning", "picture-missing", f"the picture {name} is not in the file; add it")
        return name


def lines(told: Texts) -> dict[str, str]:
    """Each text on one line, as options are."""
    return {code: one_line(words) for code, words in told.items()}
