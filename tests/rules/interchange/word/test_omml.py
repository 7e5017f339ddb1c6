"""Equations of Word: the line that is read, and the MathML where the line does not say all."""

import pytest
from defusedxml.ElementTree import fromstring

from tayari.rules.figures import mathml
from tayari.rules.interchange.word import omml

_NAMES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
)


def _run(words: str, **told: str) -> str:
    return f"<m:r>{_told('rPr', **told)}<m:t>{words}</m:t></m:r>"


def _told(name: str, **values: str) -> str:
    inside = "".join(f'<m:{one} m:val="{value}"/>' for one, value in values.items())
    return f"<m:{name}>{inside}</m:{name}>" if values else ""


def _of(name: str, told: str = "", /, **parts: str) -> str:
    return f"<m:{name}>{told}{''.join(f'<m:{one}>{words}</m:{one}>' for one, words in parts.items())}</m:{name}>"


def _cells(*words: str) -> str:
    return "".join(f"<m:e>{_run(one)}</m:e>" for one in words)


_SQUARE = _of("sSup", e=_run("b"), sup=_run("2"))
_ROOT = _of("rad", _told("radPr", degHide="1"), deg="", e=_SQUARE + _run("-4ac"))
_UNIT = f"<m:m><m:mr>{_cells('1', '0')}</m:mr><m:mr>{_cells('0', '1')}</m:mr></m:m>"
_SIN, _X = _run("sin", sty="p"), _run("x")
_LIMIT = _of("limLow", e=_run("lim", sty="p"), lim=_run("x→0"))

# The equation as Word keeps it, its line, and a part of its MathML; no part where the line says all.
CASES = [
    (_run("x=") + _of("f", num=_run("-b±") + _ROOT, den=_run("2a")), "x=(−b±√(b²−4ac))/(2a)", "<mfrac><mrow>"),
    (_of("f", num=_run("1"), den=_run("12")), "1/12", "<mfrac><mn>1</mn><mn>12</mn></mfrac>"),
    (_of("f", num=_run("दूरी"), den=_run("समय")), "दूरी/समय", "<mfrac><mtext>दूरी</mtext><mtext>समय</mtext></mfrac>"),
    (_of("f", _told("fPr", type="noBar"), num=_run("n"), den=_run("k")), "n over k", '<mfrac linethickness="0">'),
    (_SQUARE, "b²", ""),
    (_of("sSub", e=_run("H"), sub=_run("2")) + _run("O"), "H₂O", ""),
    (_of("sSup", e=_run("e"), sup=_run("x+1")), "e^(x+1)", "<msup><mi>e</mi><mrow>"),
    (_of("sSup", e=_run("a+b"), sup=_run("2")), "(a+b)²", ""),
    (_of("sSubSup", e=_run("x"), sub=_run("i"), sup=_run("2")), "x_i²", "<msubsup>"),
    (_of("sPre", sub=_run("92"), sup=_run("238"), e=_run("U")), "₉₂²³⁸U", "<mprescripts></mprescripts><mn>92</mn>"),
    (_of("rad", deg=_run("3"), e=_X), "³√(x)", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    (_of("nary", _told("naryPr", chr="∑", limLoc="undOvr"), sub=_run("i=1"), sup=_run("n"), e=_X), "∑_(i=1)ⁿ x",
     '<munderover><mo largeop="true">∑</mo>'),
    (_of("nary", sub=_run("0"), sup=_run("1"), e=_run("x dx")), "∫₀¹ x dx", ""),
    (f"<m:d>{_told('dPr', begChr='|', endChr='|')}<m:e>{_run('x-1')}</m:e></m:d>", "|x−1|", ""),
    (f"<m:d>{_cells('a', 'b')}</m:d>", "(a|b)", ""),
    (_of("d", _told("dPr", begChr="[", endChr="]"), e=_UNIT), "[1 0; 0 1]", "<mtable><mtr><mtd><mn>1</mn></mtd>"),
    (_UNIT, "[1 0; 0 1]", "<mtable>"),
    (f"<m:eqArr>{_cells('x=1', 'y=2')}</m:eqArr>", "[x=1; y=2]", "<mtable>"),
    (_of("acc", e=_X), "x\u0302", '<mover accent="true">'),
    (_of("bar", _told("barPr", pos="top"), e=_run("AB")), "A\u0305B\u0305", "<mover>"),
    (_of("limLow", e=_of("groupChr", e=_run("a+b")), lim=_run("n")), "a+bₙ".replace("ₙ", "_n"), "⏟</mo>"),
    (_of("func", fName=_SIN, e=_run("θ")), "sin θ", ""),
    (_of("func", fName=_LIMIT, e=_of("f", num=_SIN + _X, den=_X)), "lim_(x→0)(sinx)/x", "<munder><mi>lim</mi>"),
    (_run("3.5 km/h", nor="1"), "3.5 km/h", ""),
    (f"<w:del>{_X}</w:del><w:ins>{_run('y')}</w:ins>", "y", ""),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "words", "part"), CASES)
def test_an_equation_is_read_as_a_line_and_drawn_where_that_is_not_enough(inside: str, words: str, part: str) -> None:
    equation = omml.read(fromstring(f"<m:oMath {_NAMES}>{inside}</m:oMath>"))

    assert equation.words == words
    assert equation.unknown == ()
    assert bool(equation.mathml) == bool(part)
    assert part in equation.mathml
    assert not part or mathml.clean(equation.mathml) == equation.mathml


def test_a_part_that_is_not_known_is_told_and_its_line_stays() -> None:
    box = _of("borderBox", e=_of("f", num=_run("a"), den=_run("2")))

    equation = omml.read(fromstring(f"<m:oMathPara {_NAMES}><m:oMath>{box}</m:oMath></m:oMathPara>"))

    assert (equation.words, equation.mathml, equation.unknown) == ("a/2", "", ("borderBox",))


def test_an_equation_deeper_than_any_is_a_line_alone() -> None:
    nested = _X
    for _ in range(80):
        nested = _of("f", num=nested, den=_run("2"))

    equation = omml.read(fromstring(f"<m:oMath {_NAMES}>{nested}</m:oMath>"))

    assert equation.mathml == ""
    assert equation.words.endswith("/2")
