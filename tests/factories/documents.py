"""Makes Word documents (.docx) for the tests: paragraphs, lists, tables and the marks that publishers use."""

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = {
    "w": _W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_NAMES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
_MARKS = {
    "bold": "<w:b/>",
    "not-bold": '<w:b w:val="0"/>',
    "underline": '<w:u w:val="single"/>',
    "red": '<w:color w:val="FF0000"/>',
    "yellow": '<w:highlight w:val="yellow"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
    "sup": '<w:vertAlign w:val="superscript"/>',
    "low": '<w:position w:val="-2"/><w:sz w:val="19"/>',
    "high": '<w:position w:val="8"/><w:sz w:val="19"/>',
    "hidden": "<w:vanish/>",
}


def run(text: str, *marks: str, font: str = "") -> str:
    """A run; a tab and a line break in `text` become Word's."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    properties = f"<w:rPr>{fonts}{''.join(_MARKS[mark] for mark in marks)}</w:rPr>"
    inside = escape(text, quote=False).replace("\t", _between("<w:tab/>")).replace("\n", _between("<w:br/>"))
    return f'<w:r>{properties}<w:t xml:space="preserve">{inside}</w:t></w:r>'


def _between(sign: str) -> str:
    return f'</w:t>{sign}<w:t xml:space="preserve">'


def paragraph(*runs: str, style: str = "", listed: tuple[int, int] | None = None) -> str:
    """A paragraph of runs, or of plain words; `listed` is the number of its list and the level."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    number = f'<w:numPr><w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/></w:numPr>' if listed else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr>{inside}</w:p>"


def paragraphs(text: str) -> str:
    """A paragraph a line."""
    return "".join(paragraph(line) for line in text.strip("\n").split("\n"))


def table(*rows: Sequence[str]) -> str:
    """A table; a cell is plain words, a line a paragraph, or made paragraphs."""
    made = (
        "<w:tr>" + "".join(f"<w:tc>{one if one.startswith('<') else paragraphs(one)}</w:tc>" for one in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def shaded(text: str) -> str:
    """The inside of a cell whose ground is green."""
    return f'<w:tcPr><w:shd w:val="clear" w:fill="92D050"/></w:tcPr>{paragraphs(text)}'


def inserted(inside: str) -> str:
    return f'<w:ins w:id="1" w:author="an editor">{inside}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="an editor"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def squared(letter: str) -> str:
    """The equation letter² as Word keeps it."""
    part = "<m:r><m:t>{}</m:t></m:r>"
    return f"<m:oMath><m:sSup><m:e>{part.format(letter)}</m:e><m:sup>{part.format('2')}</m:sup></m:sSup></m:oMath>"


def fraction(above: str, below: str) -> str:
    """The equation above/below as Word keeps it."""
    part = "<m:r><m:t>{}</m:t></m:r>"
    return f"<m:oMath><m:f><m:num>{part.format(above)}</m:num><m:den>{part.format(below)}</m:den></m:f></m:oMath>"


def picture(alternative: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{alternative}"/>'
        '<a:graphic><a:graphicData><a:blip r:embed="rPicture"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def numbering(*lists: Sequence[tuple[str, str]]) -> str:
    """Lists 1, 2 …; a list is its levels, each a form and a text such as `("lowerLetter", "(%2)")`."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for at, levels in enumerate(lists, start=1)
    )
    nums = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(lists) + 1))
    return f"<w:numbering {_NAMES}>{abstract}{nums}</w:numbering>"


def styles(**lists: tuple[int, int]) -> str:
    """Paragraph styles that number their paragraphs: `Question=(1, 0)` puts it in level 0 of list 1."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr></w:style>'
        for name, (num, level) in lists.items()
    )
    return f"<w:styles {_NAMES}>{made}</w:styles>"


def document(*blocks: str, head: str = "", **parts: str) -> bytes:
    """A document; `numbering` and `styles` are parts beside it."""
    links = [("rPicture", "image", "media/image1.png"), *((name, name, f"{name}.xml") for name in parts)]
    told = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"/>' for name, kind, target in links
    )
    return packed(
        {
            "word/document.xml": f"{head}<w:document {_NAMES}><w:body>{''.join(blocks)}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{told}</Relationships>",
            "word/media/image1.png": PIXEL,
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of the parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()
