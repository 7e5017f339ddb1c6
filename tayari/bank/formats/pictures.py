"""Pictures of a file, looked at before anything is kept: what is none, or too large, is no figure of a question."""

from dataclasses import replace
from io import BytesIO

from tayari.rules.interchange import Finding, Found, Picture, Reading
from tayari.rules.interchange.gallery import kind_of
from tayari.rules.interchange.sketches import refs_in, renamed

MOST_BYTES = 10_000_000
MOST_DOTS = 40_000_000


def sound(reading: Reading) -> Reading:
    """The reading without the pictures that cannot be drawn; the questions that show them say so."""
    shown = {ref for one in reading.imported for ref in refs_in(one.content or {})}
    broken = {one.ref: why for one in reading.pictures if one.ref in shown and (why := _wrong(one))}
    if not broken:
        return reading
    names = {one.ref: one.name for one in reading.pictures}
    found = tuple(_without(one, broken, names) for one in reading.found)
    kept = tuple(one for one in reading.pictures if one.ref not in broken)
    return replace(reading, found=found, pictures=kept)


def _without(one: Found, broken: dict[str, str], names: dict[str, str]) -> Found:
    gone = [ref for ref in refs_in(one.content or {}) if ref in broken]
    if not gone or one.content is None:
        return one
    told = tuple(
        Finding(one.where, "warning", "picture-damaged", f"The picture {names[ref]} {broken[ref]}.") for ref in gone
    )
    return replace(one, content=renamed(one.content, dict.fromkeys(gone, "")), findings=(*one.findings, *told))


def _wrong(picture: Picture) -> str:
    if len(picture.data) > MOST_BYTES:
        return f"has more than {MOST_BYTES // 1_000_000} MB; make it smaller"
    if not kind_of(picture.data):
        return "is of a kind that pages do not show; save it as PNG"
    # The libraries that draw are slow to load, and most files have no picture.
    from PIL import Image

    try:
        with Image.open(BytesIO(picture.data), formats=("PNG", "JPEG", "GIF", "WEBP")) as opened:
            if opened.width * opened.height > MOST_DOTS:
                return f"has more than {MOST_DOTS // 1_000_000} million dots; make it smaller"
            # All of it is read, so that what is cut off is found here and not on a page.
            opened.load()
    # Each format fails in its own way, and a broken file in any.
    except Exception:
        return "is damaged; save it anew"
    return ""
