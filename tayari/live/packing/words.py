"""Moments and Markdown in the live pages of packs: their one form, and what is wrong with them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from tayari.articles import links
from tayari.articles.packing.articles import is_there
from tayari.articles.packing.bodies import cited
from tayari.base.packing import Findings, Item, World
from tayari.plain.dates import NotADate, PartialDate


def moment(text: str) -> datetime:
    """A day or a moment, in the site's time zone unless it says another. Raises ValueError."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(settings.TIME_ZONE))


def written(at: datetime) -> str:
    """A moment as packs write it: a day alone when it is that day's beginning."""
    local = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    return local.date().isoformat() if (local.hour, local.minute) == (0, 0) else local.isoformat(timespec="minutes")


def one_form(text: str) -> str:
    """A moment as the site writes it, in its own time zone; anything else as it stands."""
    try:
        return written(moment(text))
    except ValueError:
        return text


def is_moment(text: str) -> bool:
    """Whether `moment` can read it."""
    try:
        return bool(moment(text))
    except ValueError:
        return False


def check_date(item: Item, name: str, findings: Findings) -> None:
    """The field is a date of any precision, or empty."""
    try:
        if item.data[name]:
            PartialDate.parse(item.data[name])
    except NotADate as error:
        findings.about(item, f"{name}: {error}")


def check_words(item: Item, text: str, world: World, findings: Findings, line: int = 0) -> None:
    """The facts that a Markdown text cites and the things that it links to are there; `line` is its first, if known."""
    for number, words in enumerate(text.split("\n")):
        place = line + number if line else item.line
        for ref in dict.fromkeys(cited(words)):
            if not world.has("fact", ref):
                findings.error(item.file, place, f"there is no fact {ref!r}")
        for scheme, ref in sorted(links.named(words)):
            if not is_there(scheme, ref, world):
                findings.error(item.file, place, f"there is no {scheme} {ref!r} to link to")
