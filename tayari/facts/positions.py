"""Positions as pages show them: whose, when, in what words, by which sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from tayari.facts.models import Position
from tayari.facts.queries import SpokenSource, entity_address, speak_source
from tayari.plain.dates import PartialDate
from tayari.plain.texts import in_language, shown


@dataclass(frozen=True, slots=True)
class SpokenPosition:
    """A position in words. `language` is that of the text; `sentence` joins who said it to what, for its note."""

    ref: str
    kind: str
    about_ref: str
    about_name: str
    holder_ref: str
    holder_url: str
    who: str
    text: str
    language: str
    date: str
    date_words: str
    status: str
    sources: tuple[SpokenSource, ...]

    @property
    def sentence(self) -> str:
        return f"{self.who}: {self.text}"


def _who(position: Position, language: str) -> str:
    """`S. Jaishankar (opening remarks)`; the words alone when no entity holds it."""
    more = in_language(position.attributed_to, language)
    if position.holder is None:
        return more
    name = in_language(position.holder.name, language)
    return f"{name} ({more})" if more else name


def speak_position(position: Position, language: str) -> SpokenPosition:
    """The position in words; its text in English when it has none in `language`."""
    said = shown(position.text, language)
    return SpokenPosition(
        ref=position.ref,
        kind=position.kind,
        about_ref=position.about.ref,
        about_name=in_language(position.about.name, language),
        holder_ref=position.holder.ref if position.holder else "",
        holder_url=entity_address(position.holder.slug) if position.holder else "",
        who=_who(position, language),
        text=said.words,
        language=said.language,
        date=position.stated_on,
        date_words=PartialDate.parse(position.stated_on).in_words(language) if position.stated_on else "",
        status=position.status,
        sources=tuple(speak_source(source, language) for source in position.sources.all()),
    )


def positions(about: Iterable[int], language: str, *, held_by: Iterable[int] = ()) -> list[SpokenPosition]:
    """Verified positions about these entities (ids), or held by those, in order. Two queries."""
    rows = Position.objects.spoken().verified()
    found = rows.filter(about__in=list(about)) | rows.filter(holder__in=list(held_by))
    return [speak_position(row, language) for row in found.distinct()]
