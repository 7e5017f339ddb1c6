"""Words as a file has them, in the one form in which questions are kept."""

import re

from tayari.plain.graphemes import nfc

# Line ends of every system; Word's and Excel's soft breaks; the two separators of Unicode.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\xa0\u2007\u202f]")
# Signs that no reader sees and no database holds: controls, marks of byte order, halves of letters.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Text in NFC with `\\n` as line end, plain spaces, nothing unseen; ZWJ and ZWNJ stay, which Hindi needs."""
    return nfc(UNSEEN.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))))


def line(text: str) -> str:
    """Clean text on one line, with single spaces."""
    return " ".join(clean(text).split())
