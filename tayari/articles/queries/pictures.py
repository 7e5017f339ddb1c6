"""Pictures as a page shows them: the twin of the page's language, its words and its true size."""

from collections.abc import Iterable
from typing import Any

from tayari.media.models import Picture
from tayari.plain.texts import in_language
from tayari.ui.shown import ShownPicture

_WIDTHS = ("width-640", "width-1280")


def shown(pictures: Iterable[Picture], language: str) -> dict[int, ShownPicture]:
    """Each picture by its id, in `language` where it has a twin. At most two queries for any number of drawings."""
    return {picture.pk: _shown(picture, file, language) for picture, file in _twins(pictures, language)}


def largest(pictures: Iterable[Picture], language: str) -> dict[int, Any]:
    """Of each picture by its id, the file that is shown where there is room: a rendition, or the drawing itself."""
    return {picture.pk: (_sizes(file) or [file])[-1].file for picture, file in _twins(pictures, language)}


def _twins(pictures: Iterable[Picture], language: str) -> list[tuple[Picture, Picture]]:
    held = list(pictures)
    twins = {picture.pk: picture.localised.get(language) for picture in held}
    found = Picture.objects.in_bulk([twin for twin in twins.values() if twin])
    return [(picture, found.get(twins[picture.pk] or 0, picture)) for picture in held]


def _sizes(file: Picture) -> list[Any]:
    """Smallest first; none of a drawing, and none of a file that is lost or broken: it costs itself, not the page."""
    if file.is_svg():
        return []
    try:
        return list(file.get_renditions(*_WIDTHS).values())
    except (OSError, SyntaxError, ValueError):
        return []


def _shown(picture: Picture, file: Picture, language: str) -> ShownPicture:
    src, srcset, width, height = file.file.url, "", file.width, file.height
    if sizes := _sizes(file):
        src, width, height = sizes[-1].url, sizes[-1].width, sizes[-1].height
        srcset = ", ".join(f"{size.url} {size.width}w" for size in sizes)
    return ShownPicture(
        src=src,
        width=width,
        height=height,
        alt=in_language(picture.alt, language),
        caption=in_language(picture.caption, language),
        credit=picture.credit,
        srcset=srcset,
    )
