"""Writes words of several languages into one text, so that Moodle shows each reader one of them."""

from html import escape

from tayari.plain.texts import Texts
from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.tongues import is_unmarked


class Writer:
    """Marks a text wherever it would otherwise be read as another language's; never when one language is asked for."""

    def __init__(self, stem: Texts, *, marks: bool) -> None:
        self.languages = tuple(stem)
        self.marks = marks
        alone = len(stem) == 1 and all(language_of(words) == code for code, words in stem.items())
        self.stem_needs_marks = marks and not alone

    def needs_marks(self, words: Texts) -> bool:
        return self.marks and bool(words) and not is_unmarked(words, self.languages)

    def stem(self, words: Texts) -> str:
        return _marked(words) if self.stem_needs_marks else self.html(words)

    def html(self, words: Texts) -> str:
        return _marked(words) if self.needs_marks(words) else _lines(next(iter(words.values()), ""))


def _marked(words: Texts) -> str:
    return "".join(f'<span lang="{code}" class="multilang">{_lines(said)}</span>' for code, said in words.items())


def _lines(words: str) -> str:
    return escape(words, quote=False).replace("\n", "<br>")
