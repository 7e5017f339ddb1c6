"""Files become blocks whose characters keep their place."""

import re
from pathlib import Path

import pytest

from tayari.base.problems import Unusable
from tayari.facts.readers import limits, reading
from tayari.facts.readers.wordlists import loaded_words
from tayari.rules.lint.document import Block, Document, Kind
from tests.facts.readers import words

ROOT = Path(__file__).resolve().parents[3]
PACK = ROOT / "tayari" / "demo" / "pack"


def said(document: Document) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def stands(block: Block, lines: list[str], offset: int, letters: str) -> bool:
    line, column = block.place(offset)
    return lines[line - 1][column - 1 :].startswith(letters)


def test_every_word_of_the_demo_pack_stands_where_its_block_says() -> None:
    wrong, seen = [], 0
    for document in reading.read_path(PACK):
        lines = Path(document.name).read_text(encoding="utf-8").split("\n")
        for block in document.blocks:
            for match in re.finditer(r"\w+", block.text):
                seen += 1
                if not stands(block, lines, match.start(), match[0][:2]):
                    wrong.append((document.name, match[0], block.place(match.start())))

    assert seen > 20_000
    # A base letter and its mark may stand apart in the file and as one here.
    assert wrong == []


def test_markdown_keeps_the_words_of_citations_and_the_targets_of_links() -> None:
    text = "It met in [New Delhi](fact:a.held-in) and [more](https://example.org/a_(b)) *there* \\* &amp; `x`."
    [block] = reading.read("a.md", text.encode()).blocks

    assert block.text == "It met in New Delhi and more there * & x."
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [
        ("more", "https://example.org/a_(b)")
    ]
    assert block.place(block.text.index("Delhi")) == (1, 16)
    assert block.place(block.text.index("there")) == (1, text.index("there") + 1)
    assert block.place(block.text.index("x")) == (1, text.index("`x`") + 2)


def test_markdown_has_its_kinds() -> None:
    text = "# One\n\nText\nover two lines.\n\n- item\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |\n\n"
    text += "[card](/x)\n\n```\ncode\n```\n"

    assert said(reading.read("a.md", text.encode())) == [
        (Kind.TITLE, "One"),
        (Kind.PARAGRAPH, "Text over two lines."),
        (Kind.ITEM, "item"),
        (Kind.QUOTE, "quoted"),
        (Kind.CELL, "a"),
        (Kind.CELL, "b"),
        (Kind.CELL, "c"),
        (Kind.CELL, "d"),
        (Kind.LINK, "card"),
    ]


def test_an_article_of_a_pack_says_what_it_is() -> None:
    [document] = reading.read_path(PACK / "articles" / "india-us-2-plus-2-dialogue.hi.md")

    assert document.is_page
    assert document.about["language"] == "hi"
    assert document.about["slug"] == "india-us-2-plus-2-dialogue"
    assert {block.language for block in document.blocks if len(block.text) > 80} == {"hi"}
    assert "key-facts" not in " ".join(block.text for block in document.blocks)


def test_statements_of_a_question_may_be_false_and_their_reasons_not() -> None:
    documents = list(reading.read_path(PACK))
    blocks = [block for document in documents if "/questions/" in document.name for block in document.blocks]
    kinds = {block.text: block.kind for block in blocks}

    assert kinds["Geneva"] is Kind.QUESTION
    assert kinds["Gurugram is the seat of the International Solar Alliance."] is Kind.PARAGRAPH


def test_plain_text_has_paragraphs_and_items() -> None:
    text = "First line\nand second.\n\n• one\n• two\r\n\r\n१. तीन\n"
    document = reading.read("a.txt", text.encode())

    assert said(document) == [
        (Kind.PARAGRAPH, "First line and second."),
        (Kind.ITEM, "one"),
        (Kind.ITEM, "two"),
        (Kind.ITEM, "तीन"),
    ]
    assert document.blocks[0].place(document.blocks[0].text.index("second")) == (2, 5)
    assert document.blocks[3].language == "hi"
    assert not document.is_page


HTML = """<!doctype html><html lang="en"><head><title>The page &amp; more</title>
<meta name="author" content="A desk"><link rel="canonical" href="https://example.org/a/the-page/"></head>
<body><nav>Menu</nav><script>var x = "no";</script>
<main><h1>The page</h1><p>It met in <b>New
  Delhi</b> &amp; <a href="https://example.org/">there</a>.<br>Again<p>unclosed
<ul><li>item<li><a href="/x">card</a></ul><blockquote><p>said</p></blockquote>
<figure><figcaption>Caption</figcaption></figure><table><tr><td>cell</td></tr></table>
<div hidden>no</div><p aria-hidden="true">no</p><p lang="hi">हिंदी में</p></main><footer>Foot</footer>"""


def test_html_has_its_kinds_and_places() -> None:
    document = reading.read("a.html", HTML.encode())

    assert said(document) == [
        (Kind.TITLE, "The page"),
        (Kind.PARAGRAPH, "It met in New Delhi & there. Again"),
        (Kind.PARAGRAPH, "unclosed"),
        (Kind.ITEM, "item"),
        (Kind.LINK, "card"),
        (Kind.QUOTE, "said"),
        (Kind.CAPTION, "Caption"),
        (Kind.CELL, "cell"),
        (Kind.PARAGRAPH, "हिंदी में"),
    ]
    met = document.blocks[1]
    assert met.place(met.text.index("Delhi")) == (5, 3)
    assert met.place(met.text.index("there")) == (5, HTML.split("\n")[4].index("there") + 1)
    assert document.about == {
        "language": "en", "title": "The page & more", "author": "A desk", "slug": "the-page", "sources": "1",
    }  # fmt: skip


def test_html_is_known_without_its_name() -> None:
    assert reading.read_text("pasted", "<p>One.</p>").blocks[0].text == "One."
    assert reading.read_text("pasted", "a < b and <p> is a tag").blocks[0].text == "a < b and <p> is a tag"


def test_pasted_markdown_shows_itself() -> None:
    assert reading.read_text("The text", "## Aims\n\nOne.").blocks[0].kind is Kind.HEADING
    assert reading.read_text("a.txt", "# one").blocks[0].kind is Kind.PARAGRAPH


def test_word_counts_paragraphs_and_takes_changes_as_accepted() -> None:
    data = words.document(
        words.paragraph(words.run("The title"), "T"),
        words.paragraph(""),
        words.paragraph(words.run("Background"), "H2"),
        words.paragraph(
            words.run("It met in ")
            + "<w:del><w:r><w:delText>Pune</w:delText></w:r></w:del>"
            + f"<w:ins>{words.run('Delhi')}</w:ins>"
            + '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:hyperlink r:id="r1">'
            + words.run(" there")
            + "</w:hyperlink>"
        ),
        words.paragraph(words.run("one"), "L"),
        words.paragraph(words.run("A caption"), "C"),
        words.paragraph(words.run("quoted"), "Q"),
        f"<w:tbl><w:tr><w:tc>{words.paragraph(words.run('cell'))}</w:tc></w:tr></w:tbl>",
    )

    document = reading.read("a.docx", data)

    assert [(block.place(0)[0], block.kind, block.text) for block in document.blocks] == [
        (1, Kind.TITLE, "The title"),
        (3, Kind.HEADING, "Background"),
        (4, Kind.PARAGRAPH, "It met in Delhi there"),
        (5, Kind.ITEM, "one"),
        (6, Kind.CAPTION, "A caption"),
        (7, Kind.QUOTE, "quoted"),
        (8, Kind.CELL, "cell"),
    ]
    met = document.blocks[2]
    assert met.place(met.text.index("Delhi")) == (4, 11)
    assert [link.target for link in met.links] == ["https://example.org/"]


_BOMB = b"<w:document>" + b" " * 30_000_000
REFUSED = {
    "an empty file": ("a.md", b"", "is empty"),
    "only spaces": ("a.txt", b" \n\n ", "is empty"),
    "a binary": ("a.txt", bytes(range(256)) * 20, "binary"),
    "a binary with a page's name": ("a.html", b"\x00\x01\x02\x03" * 50, "binary"),
    "mixed encodings": ("a.md", "पहली पंक्ति\n".encode() + "café\n".encode("latin-1"), "line 2"),
    "50 MB": ("a.txt", b"a " * 25_000_000, "50 MB"),
    "very long text": ("a.txt", b"a " * 300_000, "600,000 characters"),
    "a zip that is broken": ("a.docx", b"PK\x03\x04" + b"broken" * 40, "no sound zip archive"),
    "something else with a document's name": ("a.docx", b"Just text.", "no sound zip archive"),
    "an archive without a document": ("a.docx", words.packed({"x.txt": "no"}), "no word/document.xml"),
    "XML that is damaged": ("a.docx", words.packed({"word/document.xml": "<w:document"}), "XML is damaged"),
    "XML with entities": (
        "a.docx",
        words.document(words.paragraph(words.run("&a;")), head='<!DOCTYPE a [<!ENTITY a "b">]>'),
        "XML is damaged",
    ),
    "a document that blows up": ("a.docx", words.packed({"word/document.xml": _BOMB}), "unpacks to 30 MB"),
    "many parts": ("a.docx", words.packed({f"{n}.txt": "no" for n in range(2_001)}), "2001 parts"),
    "a document without words": ("a.docx", words.document(words.paragraph("")), "no words"),
    "HTML without words": ("a.html", b"<p><img src=a></p>", "no words"),
    "HTML nested without end": ("a.html", b"<div>" * 5_000 + b"a", "nested more than"),
    "an old document": ("a.doc", b"\xd0\xcf\x11\xe0" * 30, "save it as .docx"),
}


@pytest.mark.parametrize(("name", "data", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, why: str) -> None:
    with pytest.raises(Unusable, match=re.escape(why)) as refused:
        reading.read(name, data)

    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_utf_16_and_a_byte_order_mark_are_read() -> None:
    assert reading.read("a.txt", "दो".encode("utf-16")).blocks[0].text == "दो"
    assert reading.read("a.txt", b"\xef\xbb\xbftwo").blocks[0].place(0) == (1, 1)


def test_a_folder_is_a_pack_or_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"without pack\.yaml"):
        list(reading.read_path(tmp_path))
    with pytest.raises(Unusable, match="There is no file"):
        list(reading.read_path(tmp_path / "none.md"))


def test_a_site_has_its_own_list_of_loaded_words(tmp_path: Path) -> None:
    (tmp_path / "loaded-words.tsv").write_text("language\twords\tinstead\nen\tGolden\tgood\n", encoding="utf-8")

    assert loaded_words(tmp_path) == {"en": {"golden": "good"}}
    assert loaded_words()["en"]["slammed"] == "criticised"
    (tmp_path / "loaded-words.tsv").write_text("language\twords\nen\n", encoding="utf-8")
    with pytest.raises(Unusable, match="tsv:2"):
        loaded_words(tmp_path)


def test_the_limits_leave_room_for_a_long_page() -> None:
    assert limits.MOST_CHARACTERS >= 200_000
