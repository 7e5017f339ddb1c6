"""The body of a document as blocks: what was inserted is kept, what was deleted or hidden is not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tayari.bank.formats.word import symbols
from tayari.bank.formats.word.names import MC, WP, A, M, R, V, W, number, value
from tayari.bank.formats.word.numbering import Numbering
from tayari.bank.formats.word.package import Package
from tayari.bank.formats.word.styles import Look, Styles, look
from tayari.rules.interchange import Finding, Picture, Unreadable
from tayari.rules.interchange.gallery import kind_of
from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.sketches import Sketches
from tayari.rules.interchange.word import omml
from tayari.rules.interchange.word.blocks import Block, Cell, Paragraph, Row, Run, Table

MOST_PARAGRAPHS = 60_000
_DROPPED = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")} | {
    f"{MC}Fallback"
}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"}


@dataclass(slots=True)
class _Found:
    """A paragraph's runs while they are gathered, and the text boxes that hang on it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Body:
    """Reads the blocks once, and remembers the pictures and what is to be said."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.beside("styles"))
        self._numbering = Numbering(package.beside("numbering"))
        self._place = 0
        self._shade: frozenset[str] = frozenset()
        self._pictures: dict[str, Picture] = {}
        self._told: list[Finding] = []
        self.sketches = Sketches()

    def blocks(self) -> tuple[Block, ...]:
        body = self._package.document.find(f"{W}body") if self._package.document is not None else None
        return tuple(self._blocks(body)) if body is not None else ()

    def pictures(self) -> tuple[Picture, ...]:
        return tuple(self._pictures.values())

    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._told)

    def _blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield self._table(child)
            elif child.tag not in _DROPPED:
                yield from self._blocks(child)

    def _table(self, table: Element) -> Table:
        place = self._place + 1
        rows = tuple(Row(tuple(self._cells(row))) for row in _inside(table, f"{W}tr") if not _was_deleted(row))
        return Table(place, rows)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in _inside(row, f"{W}tc"):
            joined = cell.find(f"{W}tcPr/{W}vMerge")
            outer, self._shade = self._shade, self._shade | look(cell.find(f"{W}tcPr")).marks
            blocks = tuple(self._blocks(cell))
            self._shade = outer
            continues = joined is not None and joined.get(f"{W}val", "continue") != "restart"
            yield Cell(() if continues else blocks)
            for _ in range(min(number(value(cell, "tcPr/gridSpan"), 1), 30) - 1):
                yield Cell(())

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        self._place += 1
        if self._place > MOST_PARAGRAPHS:
            raise Unreadable(f"{self._package.name} has more than {MOST_PARAGRAPHS:,} paragraphs; split it.")
        place, properties = self._place, paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle")
        found = _Found()
        outer, self._shade = self._shade, self._shade | look(properties).marks
        self._runs(paragraph, self._styles.paragraph(style), found)
        self._shade = outer
        ends_section = properties is not None and properties.find(f"{W}sectPr") is not None
        # An empty paragraph that only ends a section is not counted.
        counted = not ends_section or any(run.text.strip() for run in found.runs)
        label, of = self._label(properties, style) if counted else ("", "")
        yield Paragraph(place, tuple(found.runs), label, of, self._styles.name(style))
        for box in found.boxes:
            yield from self._blocks(box)

    def _label(self, properties: Element | None, style: str) -> tuple[str, str]:
        num, level = value(properties, "numPr/numId"), value(properties, "numPr/ilvl")
        if not num:
            num, told = self._styles.list_of(style)
            level = level or told
        if not num or num == "0":
            return "", ""
        at = number(level) if level else self._numbering.level_of_style(num, style)
        return self._numbering.next(num, at), f"{num}.{at}"

    def _runs(self, parent: Element, base: Look, found: _Found) -> None:
        for child in parent:
            if child.tag in _DROPPED:
                continue
            if child.tag == f"{W}r":
                self._run(child, base, found)
            elif child.tag in {f"{M}oMath", f"{M}oMathPara"}:
                found.runs.append(Run(*self._equation(child, base)))
            elif child.tag != f"{W}p":
                self._runs(child, base, found)

    def _equation(self, element: Element, base: Look) -> tuple[str, frozenset[str], str, str]:
        """Its line, with the space that stood around it, and whether it is drawn, said whole, or not known in part."""
        equation = omml.read(element)
        typed = "".join(element.itertext())
        around = [" " if end.isspace() else "" for end in (typed[:1], typed[-1:])]
        made = "equation-part" if equation.unknown else "drawn" if equation.mathml else "equation"
        if equation.mathml:
            self.sketches.equation(equation.words, equation.mathml)
        return f"{around[0]}{equation.words}{around[1]}", base.marks, base.font, made

    def _run(self, run: Element, base: Look, found: _Found) -> None:
        properties = run.find(f"{W}rPr")
        style = value(properties, "rStyle")
        seen = base.under(self._styles.run(style)).under(look(properties)) if style else base.under(look(properties))
        if seen.is_hidden:
            return
        marks = seen.marks | self._shade
        text = ""
        for piece in run:
            if piece.tag == f"{W}t":
                text += symbols.drawn(piece.text or "", seen.font)
            elif piece.tag in _SIGNS:
                text += _SIGNS[piece.tag]
            elif piece.tag == f"{W}sym":
                text += self._sign(piece)
            elif piece.tag in _NOTES:
                words = "A footnote, an endnote or a comment hangs here; it was not brought in."
                self._told.append(Finding(f"paragraph {self._place}", "advice", "note-left", words))
            elif piece.tag not in _DROPPED:
                found.runs += [Run(text, marks, seen.font)] if text else []
                text = ""
                self._drawn(piece, found)
        if text:
            found.runs.append(Run(text, marks, seen.font))

    def _sign(self, element: Element) -> str:
        sign = symbols.sign(element.get(f"{W}font", ""), element.get(f"{W}char", ""))
        if sign == symbols.UNKNOWN:
            words = f"A sign of the font {element.get(f'{W}font', '')} is not known; it stands as {sign}."
            self._told.append(Finding(f"paragraph {self._place}", "warning", "unknown-sign", words))
        return sign

    def _drawn(self, element: Element, found: _Found) -> None:
        """Pictures and text boxes of a drawing, in whichever of Word's two forms."""
        told = element.find(f".//{WP}docPr")
        alternative = told.get("descr", "") if told is not None else ""
        for part in _outer(element):
            if part.tag == f"{W}txbxContent":
                found.boxes.append(part)
            elif part.tag in {f"{A}blip", f"{V}imagedata"}:
                link = part.get(f"{R}embed") or part.get(f"{R}id") or part.get(f"{R}link") or ""
                self._picture(link, alternative, found)

    def _picture(self, link: str, alternative: str, found: _Found) -> None:
        name, data = self._package.picture(link)
        if not data:
            words = "A picture is linked and not in the file, or is too large; put it into the document."
            self._told.append(Finding(f"paragraph {self._place}", "warning", "picture-missing", words))
            return
        words = f"[{name}]"
        if kind_of(data):
            kept = self._pictures.setdefault(name, Picture(name, data, alternative))
            self.sketches.picture(words, kept.ref, {language_of(kept.alternative): kept.alternative})
        else:
            said = f"The picture {name} is of a kind that pages do not show; save it as PNG and put it in again."
            self._told.append(Finding(f"paragraph {self._place}", "warning", "picture-kind", said))
        found.runs.append(Run(words, frozenset(), "", "picture"))


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, also those within content controls; not those of tables inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _inside(child, tag)


def _was_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _outer(element: Element) -> Iterator[Element]:
    """Everything below, without the second form that Word keeps for old programs, and not into text boxes."""
    for child in element:
        if child.tag == f"{MC}Fallback":
            continue
        yield child
        if child.tag != f"{W}txbxContent":
            yield from _outer(child)
