"""Only known MathML passes, written anew; and what passed once passes again unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tayari.rules.figures import mathml

HALF = "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (HALF, HALF),
        (f"<?xml version='1.0'?><!-- x -->{HALF}", HALF),
        ('<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math>', "<math><mi>x</mi></math>"),
        (
            '<math display="block" id="a" class="b" style="position:fixed" onclick="x()" href="javascript:x()">'
            '<mi mathvariant="normal" mathcolor="red" xlink:href="//example.org">x &lt; &int;</mi></math>',
            '<math display="block"><mi mathvariant="normal">x &lt; ∫</mi></math>',
        ),
        (
            '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation>'
            '<annotation-xml encoding="text/html"><img src="x"><script>alert(1)</script></annotation-xml>'
            "</semantics></math>",
            "<math><mi>x</mi></math>",
        ),
        (
            '<math><mfenced open="[" separators=";"><mi>a</mi><mi>b</mi></mfenced></math>',
            '<math><mrow><mo fence="true" form="prefix" stretchy="true">[</mo><mi>a</mi><mo separator="true">;</mo>'
            '<mi>b</mi><mo fence="true" form="postfix" stretchy="true">)</mo></mrow></math>',
        ),
        ('<math><mpadded width="9999px"><mi>x</mi></mpadded></math>', "<math><mrow><mi>x</mi></mrow></math>"),
        (
            '<math><mspace width="1em"/><mspace width="99em"/></math>',
            '<math><mspace width="1em"></mspace><mspace></mspace></math>',
        ),
        ("<math>loose <mi>x</mi></math>", "<math><mtext>loose</mtext><mi>x</mi></math>"),
    ],
)
def test_mathml_is_written_anew(given: str, kept: str) -> None:
    assert mathml.clean(given) == kept
    assert mathml.clean(kept) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "words",
        "<math><mi>x</mi>",
        f"{HALF}{HALF}",
        f"before {HALF}",
        "<p><math></math></p>",
        "<math><script>alert(1)</script></math>",
        "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
        "<math><mglyph src='x'/></math>",
        "<math><maction actiontype='statusline'><mi>x</mi></maction></math>",
        "<math><menclose notation='updiagonalstrike'><mi>x</mi></menclose></math>",
        "<math><mfrac><mi>x</mi></mfrac></math>",
        "<math><mtable><mi>x</mi></mtable></math>",
        "<math><mi><mi>x</mi></mi></math>",
        "<math>" + "<mrow>" * 200 + "</mrow>" * 200 + "</math>",
        "<math>" + "<mi>x</mi>" * 3_001 + "</math>",
        "<math><mtext>" + "x" * 40_000 + "</mtext></math>",
        "<math></mrow></math>",
        "<math><![CDATA[x",
    ],
)
def test_nothing_else_passes(given: str) -> None:
    with pytest.raises(mathml.NotMath):
        mathml.clean(given)


@given(st.lists(st.sampled_from([
    "<math>", "</math>", "<mi>", "</mi>", "<mrow>", "</mrow>", "<mfrac>", "</mfrac>", "<mtext>", "</mtext>", "x",
    "<script>", "</script>", "<annotation>", "</annotation>", "<!--", "-->", "<![CDATA[", "]]>", "<svg/>", "&lt;",
    "<mspace/>", "<", ">", "&#0;", "<!DOCTYPE x>", "<?x?>", "<m:mo>", "</m:mo>",
]), max_size=14))  # fmt: skip
def test_whatever_passes_is_a_tree_of_known_elements(parts: list[str]) -> None:
    try:
        kept = mathml.clean("<math>" + "".join(parts) + "</math>")
    except mathml.NotMath:
        return
    assert mathml.clean(kept) == kept
    assert {one.tag for one in mathml.every(mathml.parsed(kept))} <= mathml.KNOWN
    assert "<script" not in kept
