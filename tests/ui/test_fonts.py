"""Our font files shape Hindi: every conjunct joins, nothing falls into a hole."""

import base64
import functools
import io
import re
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

import tayari
import tayari.ui

STATIC = Path(tayari.ui.__file__).parent / "static" / "ui"
DEVANAGARI = ("tiro-devanagari", "mukta-devanagari")
LATIN = ("tiro-latin", "tiro-latin-italic", "mukta-latin-400", "mukta-latin-600")
CONJUNCTS = """
    क्ष त्र ज्ञ श्र र्क द्ध ह्म स्त्र क्र प्र द्व द्य द्भ द्म ह्य ह्न ह्व ट्ट ष्ट ष्ठ त्त न्न
    ङ्क श्च श्व स्न र्त्य ट्र ड्र न्द्र ष्ट्र म्प्र त्स्य क्त ज़्य
"""


@functools.cache
def opened(name: str) -> TTFont:
    return TTFont(STATIC / "fonts" / f"{name}.woff2")


@functools.cache
def shaper(name: str) -> uharfbuzz.Font:
    """The font file as HarfBuzz reads it."""
    font = opened(name)
    font.flavor = None
    buffer = io.BytesIO()
    font.save(buffer)
    return uharfbuzz.Font(uharfbuzz.Face(buffer.getvalue()))


def glyphs(name: str, text: str) -> list[int]:
    """Glyph ids of `text` as HarfBuzz shapes it with the font; 0 is .notdef."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper(name), buffer)
    return [info.codepoint for info in buffer.glyph_infos]


@pytest.mark.parametrize("name", DEVANAGARI)
def test_conjuncts_join(name: str) -> None:
    for conjunct in CONJUNCTS.split():
        shaped = glyphs(name, conjunct)

        assert 0 not in shaped, f"{conjunct} has a hole"
        assert len(shaped) < len(conjunct), f"{conjunct} does not join"


@pytest.mark.parametrize("name", DEVANAGARI)
def test_a_consonant_before_virama_and_ra_joins_for_the_whole_alphabet(name: str) -> None:
    for code in range(0x915, 0x93A):
        shaped = glyphs(name, f"{chr(code)}\u094d\u0930")

        assert 0 not in shaped, chr(code)
        assert len(shaped) < 3, chr(code)


@pytest.mark.parametrize("name", DEVANAGARI)
def test_vowel_signs_stand_where_they_are_written(name: str) -> None:
    ki, ka, i = glyphs(name, "कि"), glyphs(name, "क")[0], glyphs(name, "ि")

    assert len(ki) == 2
    assert ki[1] == ka, "the sign for short i is drawn before its consonant"
    assert i


def test_the_hindi_name_of_hindi_joins_in_its_small_file() -> None:
    shaped = glyphs("mukta-names", "हिन्दी")

    assert 0 not in shaped
    assert len(shaped) == len(glyphs("mukta-devanagari", "हिन्दी"))
    assert (STATIC / "fonts" / "mukta-names.woff2").stat().st_size < 3_000


@pytest.mark.parametrize("name", DEVANAGARI)
def test_the_whole_block_is_there_whatever_an_editor_types(name: str) -> None:
    held = set(opened(name).getBestCmap())
    hindi = {*range(0x901, 0x93A), *range(0x93C, 0x94E), 0x950, *range(0x958, 0x971), 0x200C, 0x200D}

    assert hindi - held == set()


@pytest.mark.parametrize("name", LATIN)
def test_latin_has_what_exam_text_uses(name: str) -> None:
    held = set(opened(name).getBestCmap())
    text = "".join(map(chr, range(0x20, 0x7F))) + "éèüçñöÉ–—‘’“”…−×÷°½"

    assert {character for character in text if ord(character) not in held} == set()


@pytest.mark.parametrize("name", [*DEVANAGARI, *LATIN])
def test_no_file_carries_hinting(name: str) -> None:
    assert not {"fpgm", "prep", "cvt "} & set(opened(name).keys())


def test_every_file_is_declared_and_every_declared_file_is_there() -> None:
    css = (STATIC / "css" / "fonts.css").read_text(encoding="utf-8")
    declared = set(re.findall(r"fonts/([\w-]+)\.woff2", css))

    files = {path.stem for path in (STATIC / "fonts").glob("*.woff2")}

    assert declared == files == {*DEVANAGARI, *LATIN, "mukta-names"}


def test_the_licence_lies_beside_each_family() -> None:
    for family in ("tiro", "mukta"):
        licence = (STATIC / "fonts" / f"{family}-OFL.txt").read_text(encoding="utf-8")

        assert "SIL Open Font License" in licence


def test_the_files_of_a_first_view_are_small() -> None:
    def size(*names: str) -> int:
        return sum((STATIC / "fonts" / f"{name}.woff2").stat().st_size for name in names)

    assert size("tiro-latin", "mukta-latin-400", "mukta-latin-600") < 45_000
    assert size("tiro-devanagari", "tiro-latin") < 80_000


PICTURES = sorted((Path(tayari.__file__).parent / "demo" / "pack" / "pictures").glob("*.svg"))


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_brings_the_devanagari_it_needs(picture: Path) -> None:
    """A picture in a page sees no font of the page: `bin/picture-fonts` puts in what its words need."""
    svg = picture.read_text(encoding="utf-8")
    drawn = re.sub(r"<(title|desc|style)\b.*?</\1>", "", svg, flags=re.DOTALL)
    needed = set(map(ord, re.findall(r"[\u0900-\u097f]", drawn)))
    if not needed:
        return
    found = re.search(r"base64,([^)]+)\)", svg)
    assert found
    assert needed <= set(TTFont(io.BytesIO(base64.b64decode(found[1]))).getBestCmap())
    assert re.search(r"font-family=.Mukta, ", svg)
