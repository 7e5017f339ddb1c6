"""The pictures of a file: each once, each under a name of its own."""

import binascii
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from tayari.rules.interchange.languages import language_of
from tayari.rules.interchange.reading import Found, Picture
from tayari.rules.interchange.sketches import Sketches
from tayari.rules.interchange.words import one_line

_STARTS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif"}


def kind_of(data: bytes) -> str:
    """The ending of a picture's kind by its first bytes; nothing for what is none that pages show."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((ending for start, ending in _STARTS.items() if data.startswith(start)), "")


def shown_as(name: str) -> str:
    """How plain words say that a picture stands here."""
    return f"[picture: {one_line(name)}]"


def decoded(words: str) -> bytes:
    """What base64 says; nothing when it is damaged."""
    try:
        return binascii.a2b_base64(words)
    except (binascii.Error, ValueError):
        return b""


class Gallery:
    """The pictures, and with `sketches` the equations, that stand in a file."""

    def __init__(self) -> None:
        self.held: dict[str, Picture] = {}
        self.said: dict[str, dict[str, str]] = {}
        self.sketches = Sketches()

    def add(self, name: str, data: bytes, alternative: str = "") -> str:
        """The name under which the picture is kept: its own, or another when that one is taken; none for no picture."""
        if not kind_of(data):
            return ""
        path = PurePosixPath(name.replace("\\", "/").strip() or "picture")
        stem, ending = path.stem or "picture", path.suffix or kind_of(data)
        kept, number = f"{stem}{ending}", 2
        while kept in self.held and self.held[kept].data != data:
            kept, number = f"{stem}-{number}{ending}", number + 1
        self.held.setdefault(kept, Picture(kept, data))
        self.describe(kept, alternative)
        return kept

    def describe(self, name: str, alternative: str) -> None:
        """Say what a picture shows, in the language of the words; the first to say it is heard."""
        held = self.held.get(name)
        if held and alternative:
            self.said.setdefault(name, {}).setdefault(language_of(alternative), alternative)
            self.held[name] = replace(held, alternative=held.alternative or alternative)

    def inline(self, name: str, source: str, alternative: str) -> str:
        """Keep a picture that stands in the text itself (`data:image/png;base64,…`); its name, none when it is none."""
        head, _, words = source.partition(",")
        return self.add(name, decoded(words), alternative) if head.endswith(";base64") else ""

    def pictures(self) -> tuple[Picture, ...]:
        return tuple(self.held.values())

    def given_to(self, found: Iterable[Found]) -> tuple[Found, ...]:
        """The questions, each with the pictures and equations whose words it says."""
        for one in self.held.values():
            self.sketches.picture(shown_as(one.name), one.ref, self.said.get(one.name, {}))
        return self.sketches.given_to(found)
