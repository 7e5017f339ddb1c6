"""The pictures of a file: each once, each under a name of its own."""

import binascii
from pathlib import PurePosixPath

from tayari.rules.interchange.reading import Picture

_STARTS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif"}


def kind_of(data: bytes) -> str:
    """The ending of a picture's kind by its first bytes; nothing for what is none that pages show."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((ending for start, ending in _STARTS.items() if data.startswith(start)), "")


def decoded(words: str) -> bytes:
    """What base64 says; nothing when it is damaged."""
    try:
        return binascii.a2b_base64(words)
    except (binascii.Error, ValueError):
        return b""


class Gallery:
    def __init__(self) -> None:
        self.held: dict[str, Picture] = {}

    def add(self, name: str, data: bytes, alternative: str = "") -> str:
        """The name under which the picture is kept: its own, or another when that one is taken; none for no picture."""
        if not kind_of(data):
            return ""
        path = PurePosixPath(name.replace("\\", "/").strip() or "picture")
        stem, ending = path.stem or "picture", path.suffix or kind_of(data)
        kept, number = f"{stem}{ending}", 2
        while kept in self.held and self.held[kept].data != data:
            kept, number = f"{stem}-{number}{ending}", number + 1
        self.held.setdefault(kept, Picture(kept, data, alternative))
        return kept

    def describe(self, name: str, alternative: str) -> None:
        held = self.held.get(name)
        if held and alternative and not held.alternative:
            self.held[name] = Picture(name, held.data, alternative)

    def inline(self, name: str, source: str, alternative: str) -> str:
        """Keep a picture that stands in the text itself (`data:image/png;base64,…`); its name, none when it is none."""
        head, _, words = source.partition(",")
        return self.add(name, decoded(words), alternative) if head.endswith(";base64") else ""

    def pictures(self) -> tuple[Picture, ...]:
        return tuple(self.held.values())
