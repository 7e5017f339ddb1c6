"""A Word file as a publisher would send it, with the traps that such files have, for an editor to bring."""

from tests.factories.documents import (
    deleted,
    document,
    fraction,
    inserted,
    paragraph,
    paragraphs,
    picture,
    run,
    squared,
    table,
)

_OPTIONS = "(a) Ganga\n(b) Delhi\n(c) Agra\n(d) Pune"
_HINDI = "(a) गंगा\n(b) दिल्ली\n(c) आगरा\n(d) पुणे"


def word_file() -> bytes:
    """Eight questions numbered 1 to 9 without 4: the eighth has more options than there are letters, 7 has no key."""
    kruti = run("Hkkjr dh jkt/kkuh D;k gS\\", font="Kruti Dev 010")
    return document(
        paragraph(run("1. Which "), inserted(run("river ")), deleted("lake "), run("is the longest?")),
        *(paragraph(run(line, "bold" if "Ganga" in line else "not-bold")) for line in _OPTIONS.split("\n")),
        paragraph(run("2. Energy is "), squared("c"), run(" for a mass of "), run("H"), run("2", "sub"), run("O in:")),
        paragraph("(a) Ganga\t(b) Delhi\t(c) Agra\t(d) Pune"),
        paragraphs("3. Consider the following statements:\n1. The first is so.\n2. The second is so."),
        paragraphs("3. The third is so.\nHow many of the above are correct?"),
        paragraphs("(a) Only one\n(b) Only two\n(c) All three\n(d) None\nAns. (c)"),
        paragraphs(f"5. Which city is the capital?\n{_OPTIONS}\n5. राजधानी कौन-सा नगर है?\n{_HINDI}\nAns. (b)"),
        paragraph(run("6. "), kruti),
        paragraphs(f"{_HINDI}\nAns. (b)"),
        paragraph(run("7. The map shows: "), picture("A map of the plain")),
        table(["(a) Ganga", "(b) Delhi", "(c) Agra", "(d) Pune"]),
        paragraphs("8. Too many?\n" + "\n".join(f"({one}) {one * 2}" for one in "abcdefgh")),
        paragraph(run("9. Which of these is <script>alert(1)</script> and "), fraction("a+b", "2"), run("?")),
        paragraphs(f"{_OPTIONS}\nAns. (d)"),
        paragraphs("Answer Key\n2. (a)"),
    )
