"""Writes words of several languages into one text, so that Moodle shows each reader one of them."""

from html import escape

from tayari.plain.texts import Texts
from tayari.rules.interchange.drawn import Drawn
from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.tongues import is_unmarked


class Writer:
    """Marks a text wherever it would otherwise be read as another language's; never when one language is asked for.

    `drawn` are the figures of the question; nothing is drawn without it.
    """

    def __init__(self, stem: Texts, *, marks: bool, drawn: Drawn | None = None) -> None:
        self.drawn = drawn
        self.stem_texts, self.languages = stem, tuple(stem)
        self.marks = marks
        alone = len(stem) == 1 and all(language_of(words) == code for code, words in stem.items())
        self.stem_needs_marks = marks and not alone

    def needs_marks(self, words: Texts) -> bool:
        return self.marks and bool(words) and not is_unmarked(words, self.languages)

    def stem(self, words: Texts) -> str:
        return self._marked(words) if self.stem_needs_marks else self.html(words)

    def html(self, words: Texts) -> str:
        code, said = next(iter(words.items()), ("en", ""))
        return self._marked(words) if self.needs_marks(words) else self._lines(said, code)

    def _marked(self, words: Texts) -> str:
        return "".join(
            f'<span lang="{code}" class="multilang">{self._lines(said, code)}</span>' for code, said in words.items()
        )

    def _lines(self, words: str, language: str) -> str:
        parts = self.drawn.parts(words, language) if self.drawn else [(words, False)]
        return "".join(part if is_html else escape(part, quote=False).replace("\n", "<br>") for part, is_html in parts)
