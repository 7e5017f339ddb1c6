"""Word documents (.docx): the package is opened here, its questions are found by pure rules."""

from tayari.bank.formats.word.writing import write
from tayari.rules.interchange import Reading, Unreadable

__all__ = ["read", "write"]


def read(data: bytes, *, name: str) -> Reading:
    """The questions of a .docx. Raises Unreadable for what is broken, encrypted, blown up or without words."""
    # Its many patterns take a while to compile, and most processes never read a document.
    from tayari.bank.formats.word.body import Body
    from tayari.bank.formats.word.package import Package
    from tayari.rules.interchange import word

    with Package(data, name) as package:
        body = Body(package)
        blocks = body.blocks()
        if not any(block.text.strip() for block in blocks):
            raise Unreadable(f"{name} has no words; there is nothing to import.")
        reading = word.read(blocks)
        pictures = body.pictures()
    found = body.sketches.given_to(reading.found)
    return Reading(found, (*body.findings(), *reading.findings), pictures)
