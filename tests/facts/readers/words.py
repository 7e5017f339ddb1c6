"""Makes small Word documents for the tests, part by part."""

from tests.factories.documents import packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STYLES = "".join(
    f'<w:style w:styleId="{code}"><w:name w:val="{name}"/></w:style>'
    for code, name in (("T", "Title"), ("H2", "heading 2"), ("C", "caption"), ("Q", "Quote"), ("L", "List Paragraph"))
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, style: str = "") -> str:
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{head}{inside}</w:p>"


def document(*paragraphs: str, head: str = "") -> bytes:
    body = f"{head}<w:document {W} {R} {MC}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    return packed(
        {
            "word/document.xml": body,
            "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
            "word/_rels/document.xml.rels": '<Relationships><Relationship Id="r1" Target="https://example.org/"/></Relationships>',
        }
    )
