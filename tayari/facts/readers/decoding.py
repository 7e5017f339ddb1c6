"""Bytes as text: UTF-8, or UTF-16 that says so; anything else is refused with its place."""

import codecs

from tayari.base.problems import Unusable
from tayari.facts.readers.limits import check_length, check_size

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_LOOKED_AT = 8_000
_FEW = 0.02


def decoded(name: str, data: bytes) -> str:
    """The text of a file with every line end as a newline. Raises Unusable for what is empty, binary or mixed."""
    check_size(name, len(data))
    encoding = next((code for mark, code in _MARKED if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and _is_binary(data):
        raise Unusable(
            f"{name} is not text but a binary file; give Markdown, plain text, HTML, .docx or a pack folder."
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unusable(f"{name} is not UTF-8 text from line {line} on; save it as UTF-8.") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unusable(f"{name} is empty; there is nothing to check.")
    check_length(name, text)
    return text


def _is_binary(data: bytes) -> bool:
    start = data[:_LOOKED_AT]
    return 0 in start or sum(byte in _CONTROLS for byte in start) > len(start) * _FEW
