"""Questions as a Word document: a table each, a field a row under the names of our columns, so that it reads back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from tayari.bank.formats import packages
from tayari.rules.interchange import Written, columns
from tayari.rules.interchange.cleaning import clean

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (2200, 7400)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>'
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Nirmala UI"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="en-IN" w:bidi="hi-IN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
)


def write(contents: Sequence[Mapping[str, Any]], *, language: str = "en") -> Written:
    """All questions in all their languages. Nothing is lost: what no column holds stands in the row Data."""
    made = columns.table(contents)
    tables = (_table(made.head, row, number) for number, row in enumerate(made.rows, start=1))
    body = f"{''.join(tables)}{_PAGE}"
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return Written(_packed(document), len(contents))


def _table(head: Sequence[str], row: Sequence[str], number: int) -> str:
    """A question's table and the paragraph that keeps it apart from the next."""
    told = [("No.", str(number)), *((title, words) for title, words in zip(head, row, strict=True) if words)]
    if all(title not in {"Kind", "Data"} for title, _ in told):
        told.append(("Kind", ""))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    rows = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_name(title)}{_cell(words)}</w:tr>" for title, words in told)
    look = f'<w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"


def _name(title: str) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTHS[0]}" w:type="dxa"/>{shade}</w:tcPr>{_paragraph(title, "<w:b/>")}</w:tc>'


def _cell(words: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTHS[1]}" w:type="dxa"/></w:tcPr>{_paragraph(words)}</w:tc>'


def _paragraph(words: str, look: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{look}</w:rPr>{''.join(_pieces(clean(words)))}</w:r></w:p>"


def _pieces(words: str) -> Iterator[str]:
    """Text with Word's own line breaks and tabs."""
    for number, line in enumerate(words.split("\n")):
        yield "<w:br/>" if number else ""
        for at, part in enumerate(line.split("\t")):
            yield "<w:tab/>" if at else ""
            yield f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""


def _packed(document: str) -> bytes:
    links = {
        "_rels/.rels": ("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": ("styles", "styles.xml"),
    }
    parts = {"[Content_Types].xml": _TYPES, "word/document.xml": document, "word/styles.xml": _STYLES}
    for path, (kind, target) in links.items():
        link = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        parts[path] = f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'
    return packages.written((path, (_HEAD + content).encode()) for path, content in parts.items())
