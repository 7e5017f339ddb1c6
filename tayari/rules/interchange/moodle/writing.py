"""Writes Moodle XML, with the shares of marks that Moodle takes and both languages in one text."""

from binascii import b2a_base64
from collections.abc import Iterable, Mapping
from decimal import Decimal
from html import escape
from types import MappingProxyType
from typing import Any

from tayari.plain.texts import Texts, in_language
from tayari.rules.interchange import markup
from tayari.rules.interchange.amounts import centred, written
from tayari.rules.interchange.asked import FULL, Asked
from tayari.rules.interchange.asking import Content, NotWritten
from tayari.rules.interchange.carrying import carried
from tayari.rules.interchange.drawn import Album, Drawn
from tayari.rules.interchange.grades import share
from tayari.rules.interchange.losses import Losses
from tayari.rules.interchange.multilang import Writer
from tayari.rules.interchange.reading import Picture
from tayari.rules.interchange.refs import tags_of, title_of
from tayari.rules.interchange.words import one_line
from tayari.rules.interchange.writing import Written

_TYPES = {
    "choice": "multichoice",
    "several": "multichoice",
    "truth": "truefalse",
    "words": "shortanswer",
    "number": "numerical",
    "match": "matching",
    "prose": "essay",
}


def write(
    contents: Iterable[Mapping[str, Any]],
    *,
    language: str = "",
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Written:
    """The questions in one language, or in both for an empty one, with the `pictures` (by ref) that they show."""
    losses, album = Losses("Moodle XML"), Album(pictures)

    def make(said: Asked, content: Content, at: int) -> tuple[str, bool]:
        writer = _Writer(said.stem, marks=not language, drawn=Drawn(content, album, "@@PLUGINFILE@@/"))
        return _question(said, writer), writer.stem_needs_marks

    made = [one.made for one in carried(contents, losses, make, language=language)]
    if any(needs_marks for _, needs_marks in made):
        losses.two_languages()
    questions = (question for question, _ in made)
    body = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", *questions, "</quiz>", ""])
    return Written(body.encode(), len(made), losses.found())


class _Writer(Writer):
    """A text and the files of the pictures in it, as they stand in one element."""

    def text(self, html: str) -> str:
        return _text(html) + "".join(map(self._file, self.drawn.taken() if self.drawn else ()))

    def _file(self, name: str) -> str:
        assert self.drawn is not None
        data = b2a_base64(self.drawn.album.data(name), newline=False).decode()
        return f'<file name="{escape(name)}" path="/" encoding="base64">{data}</file>'


def _question(said: Asked, writer: _Writer) -> str:
    marks = said.marks or 1
    return "\n".join(
        [
            f'  <question type="{_TYPES[said.form]}">',
            f"    <name>{_text(title_of(said))}</name>",
            f'    <questiontext format="html">{writer.text(writer.stem(said.stem))}</questiontext>',
            f"    {_formed('generalfeedback', said.closing, writer)}",
            f"    <defaultgrade>{marks}</defaultgrade>",
            f"    <penalty>{'1' if said.form == 'truth' else '0.3333333'}</penalty>",
            "    <hidden>0</hidden>",
            f"    <idnumber>{_escaped(said.ref)}</idnumber>",
            *(f"    {line}" for line in _BY_FORM[said.form](said, writer)),
            *_tags(said),
            "  </question>",
        ]
    )


def _escaped(words: str) -> str:
    """Words for XML, in CDATA where they have signs of it."""
    if escape(words, quote=False) == words:
        return words
    return "<![CDATA[" + words.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _text(words: str) -> str:
    return f"<text>{_escaped(words)}</text>"


def _formed(tag: str, words: Texts, writer: _Writer) -> str:
    return f'<{tag} format="html">{writer.text(writer.html(words))}</{tag}>'


def _tags(said: Asked) -> list[str]:
    tags = [f"<tag>{_text(tag)}</tag>" for tag in tags_of(said)]
    return [f"    <tags>{''.join(tags)}</tags>"] if tags else []


def _answer(weight: Decimal, text: str, why: Texts, writer: _Writer, *, form: str = "html", more: str = "") -> str:
    """`text` is an element already."""
    told = _formed("feedback", why, writer)
    return f'<answer fraction="{written(weight)}" format="{form}">{text}{told}{more}</answer>'


def _choice(said: Asked, writer: _Writer) -> list[str]:
    several = said.form == "several"
    right = sum(answer.is_full for answer in said.answers)
    full = share(right) if several and right else FULL
    wrong = Decimal(-100) if several and right else Decimal(0)
    keyed = any(answer.weight is not None for answer in said.answers)
    return [
        f"<single>{'false' if several else 'true'}</single>",
        "<shuffleanswers>false</shuffleanswers>",
        "<answernumbering>abc</answernumbering>",
        *(
            _answer(
                full if answer.is_full else wrong if keyed else Decimal(0),
                writer.text(writer.html(answer.text)),
                answer.feedback,
                writer,
            )
            for answer in said.answers
        ),
    ]


def _truth(said: Asked, writer: _Writer) -> list[str]:
    if said.true is None:
        raise NotWritten("it has no key; say whether it is true")
    return [
        _answer(
            FULL if true is said.true else Decimal(0),
            _text(str(true).lower()),
            said.why,
            writer,
            form="moodle_auto_format",
        )
        for true in (True, False)
    ]


def _words(said: Asked, writer: _Writer) -> list[str]:
    if not said.answers:
        raise NotWritten("it has no accepted answer")
    words = (in_language(answer.text, "en").replace("*", "\\*") for answer in said.answers)
    return ["<usecase>0</usecase>", *(_answer(FULL, _text(one), said.why, writer, form="plain_text") for one in words)]


def _number(said: Asked, writer: _Writer) -> list[str]:
    if not said.spans:
        raise NotWritten("it has no value")
    rows = []
    for span in said.spans:
        middle, reach = centred(span.low, span.high)
        told = f"<tolerance>{written(reach)}</tolerance>"
        rows.append(_answer(FULL, _text(written(middle)), said.why, writer, form="plain_text", more=told))
    if said.unit:
        unit = f"<multiplier>1</multiplier><unit_name>{_escaped(one_line(said.unit))}</unit_name>"
        rows.append(f"<units><unit>{unit}</unit></units>")
    return rows


def _match(said: Asked, writer: _Writer) -> list[str]:
    rows = ["<shuffleanswers>true</shuffleanswers>"]
    for pair in said.pairs:
        left = writer.text(writer.html(pair.left))
        rows.append(
            f'<subquestion format="html">{left}<answer>{_text(_bare(pair.right, writer))}</answer></subquestion>'
        )
    return rows


def _bare(words: Texts, writer: _Writer) -> str:
    """A text without a format: as it is, unless it needs marks for two languages or would be taken for HTML."""
    alone = next(iter(words.values()), "")
    bare = Writer(writer.stem_texts, marks=writer.marks)
    return bare.html(words) if writer.needs_marks(words) or markup.is_html(alone) else alone


def _prose(said: Asked, writer: _Writer) -> list[str]:
    return [
        "<responseformat>editor</responseformat>",
        "<responserequired>1</responserequired>",
        "<responsefieldlines>15</responsefieldlines>",
        f"<maxwordlimit>{said.most_words or ''}</maxwordlimit>",
        "<attachments>0</attachments>",
        _formed("graderinfo", said.points, writer),
    ]


_BY_FORM = {
    "choice": _choice,
    "several": _choice,
    "truth": _truth,
    "words": _words,
    "number": _number,
    "match": _match,
    "prose": _prose,
}
