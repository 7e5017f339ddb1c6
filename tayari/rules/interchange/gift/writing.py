"""Writes GIFT. Two languages go into one text by the marks of Moodle's own filter."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from tayari.plain.texts import Texts, in_language
from tayari.rules.interchange.amounts import centred, written
from tayari.rules.interchange.asked import Asked
from tayari.rules.interchange.asking import Content, NotWritten
from tayari.rules.interchange.carrying import carried
from tayari.rules.interchange.gift.marked import escaped
from tayari.rules.interchange.grades import share
from tayari.rules.interchange.losses import Losses
from tayari.rules.interchange.multilang import Writer
from tayari.rules.interchange.refs import tags_of
from tayari.rules.interchange.writing import Written

_FORMATS = ("[html]", "[markdown]", "[plain]", "[moodle]")


def write(contents: Iterable[Mapping[str, Any]], *, language: str = "") -> Written:
    """The questions in one language, or in both for an empty one."""
    losses = Losses("GIFT")
    blocks, marked = [], False

    def make(said: Asked, content: Content, at: int) -> tuple[str, bool]:
        texts = _Texts(said.stem, marks=not language)
        return _block(said, texts), texts.form == "html"

    for one in carried(contents, losses, make, language=language):
        block, needs_marks = one.made
        blocks.append(block)
        marked = marked or needs_marks
        _tell(one.said, one.name, losses)
    if marked:
        losses.two_languages()
    return Written("".join(f"{block}\n\n" for block in blocks).encode(), len(blocks), losses.found())


class _Texts:
    """Writes the texts of one question: plain in one language, HTML where a text needs marks for two."""

    def __init__(self, stem: Texts, *, marks: bool) -> None:
        self.writer = Writer(stem, marks=marks)
        self.form = "html" if self.writer.stem_needs_marks else "plain"

    def stem(self, words: Texts) -> str:
        said = self.writer.stem(words) if self.form == "html" else next(iter(words.values()))
        return f"[{self.form}]{escaped(said)}"

    def __call__(self, words: Texts) -> str:
        form = "html" if self.writer.needs_marks(words) else self.form
        said = escaped(self.writer.html(words) if form == "html" else next(iter(words.values()), ""))
        bare = not words or (form == self.form and not said.startswith(("%", *_FORMATS)))
        return said if bare else f"[{form}]{said}"


def _block(said: Asked, texts: _Texts) -> str:
    tokens = [f"[{name}:{_token(words)}]" for name, words in _tokens(said)]
    comment = f"// {' '.join(tokens)}\n" if tokens else ""
    title = f"::{escaped(said.ref)}::" if said.ref else ""
    return f"{comment}{title}{texts.stem(said.stem)}{{{_inside(said, texts)}}}"


def _tokens(said: Asked) -> list[tuple[str, str]]:
    return [*([("id", said.ref)] if said.ref else []), *(("tag", tag) for tag in tags_of(said))]


def _token(words: str) -> str:
    return words.replace("\\", "\\\\").replace("]", "\\]")


def _inside(said: Asked, texts: _Texts) -> str:
    lines = _BY_FORM[said.form](said, texts)
    if said.closing:
        lines.append(f"####{texts(said.closing)}")
    if len(lines) < 2 or said.form == "truth":
        return "".join(lines)
    return "\n".join(["#" if said.form == "number" else "", *(f"\t{line}" for line in lines), ""])


def _with(feedback: Texts, texts: _Texts) -> str:
    return f"#{texts(feedback)}" if feedback else ""


def _choice(said: Asked, texts: _Texts) -> list[str]:
    return [
        f"{'=' if answer.is_full else '~'}{texts(answer.text)}{_with(answer.feedback, texts)}"
        for answer in said.answers
    ]


def _several(said: Asked, texts: _Texts) -> list[str]:
    right = sum(answer.is_full for answer in said.answers)
    lines = []
    for answer in said.answers:
        weight = share(right) if answer.is_full else Decimal(-100) if right else Decimal(0)
        mark = f"~%{written(weight)}%" if weight else "~"
        lines.append(f"{mark}{texts(answer.text)}{_with(answer.feedback, texts)}")
    return lines


def _truth(said: Asked, texts: _Texts) -> list[str]:
    if said.true is None:
        raise NotWritten("it has no key; say whether it is true")
    why = texts(said.why)
    return [("TRUE" if said.true else "FALSE") + (f"#{why}#{why}" if why else "")]


def _words(said: Asked, texts: _Texts) -> list[str]:
    lines = []
    for answer in said.answers:
        words = in_language(answer.text, "en").replace("*", "\\*")
        if "->" in words:
            raise NotWritten("an accepted answer has ->, which GIFT takes for a match")
        mark = "=%100%" if words.startswith("%") else "="
        lines.append(f"{mark}{escaped(words)}{_with(said.why, texts)}")
    if not lines:
        raise NotWritten("it has no accepted answer")
    return lines


def _number(said: Asked, texts: _Texts) -> list[str]:
    if not said.spans:
        raise NotWritten("it has no value")
    lines = []
    for span in said.spans:
        middle, reach = centred(span.low, span.high)
        lines.append(f"=%100%{written(middle)}:{written(reach)}{_with(said.why, texts)}")
    return ["#" + lines[0]] if len(lines) == 1 and not said.closing else lines


def _match(said: Asked, texts: _Texts) -> list[str]:
    lines = []
    for pair in said.pairs:
        left, right = texts(pair.left), texts(pair.right)
        if "->" in left:
            raise NotWritten("an entry of its left list has ->, which GIFT takes for the end of the entry")
        lines.append(f"={left} -> {right}")
    return lines


def _prose(said: Asked, texts: _Texts) -> list[str]:
    return []


_BY_FORM = {
    "choice": _choice,
    "several": _several,
    "truth": _truth,
    "words": _words,
    "number": _number,
    "match": _match,
    "prose": _prose,
}


def _tell(said: Asked, name: str, losses: Losses) -> None:
    if said.unit:
        losses.count("lost-unit", name)
    if said.points:
        losses.count("lost-points", name)
    losses.count_details(name, {"marks": said.marks, "word limit": said.most_words})
