"""Everything that a dossier's page shows, with a number of queries that does not grow with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from tayari.articles import markdown
from tayari.facts.models import Dossier, Position
from tayari.facts.queries import entity_address
from tayari.plain.graphemes import cut
from tayari.plain.texts import in_language
from tayari.site.queries.dossiers.beside import Beside, beside
from tayari.site.queries.dossiers.drawn import tables
from tayari.site.queries.dossiers.gathered import Gathered
from tayari.site.queries.dossiers.tables import Said, Table
from tayari.ui.shown import Card, Crumb

_SUMMARY_LETTERS = 180


@dataclass(frozen=True, slots=True)
class Voice:
    """A position with its note: who says it of what, and when."""

    who: str
    url: str
    date_words: str
    about: str
    said: Said


@dataclass(frozen=True, slots=True)
class Voices:
    """Positions of one kind under a heading that says what they are."""

    id: str
    title: str
    note: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class DossierView:
    """What the dossier's template draws."""

    ref: str
    slug: str
    title: str
    summary: str
    subject: Crumb
    topics: tuple[Crumb, ...]
    tables: tuple[Table, ...]
    voices: tuple[Voices, ...]
    beside: Beside
    notes: tuple[markdown.Note, ...]
    publications: int

    @property
    def headings(self) -> list[dict[str, str]]:
        """What the contents list."""
        return [{"id": part.id, "title": part.title} for part in (*self.tables, *self.voices)]


def public_dossiers() -> QuerySet[Dossier]:
    return Dossier.objects.filter(state=Dossier.State.OPEN).select_related("subject")


def dossier_cards(dossiers: Iterable[Dossier], language: str) -> tuple[Card, ...]:
    """No query beyond that of `dossiers`."""
    with override(language):
        return tuple(
            Card(
                "entity",
                _("Dossier"),
                in_language(one.title, language),
                reverse("dossier", args=[one.slug]),
                text=cut(in_language(one.summary, language), _SUMMARY_LETTERS),
            )
            for one in dossiers
        )


def _voices(gathered: Gathered) -> tuple[Voices, ...]:
    kinds = Position.Kind
    groups = (
        ("positions", _("Positions"), _("What the parties say of it, in their name."), (kinds.POSITION,)),
        ("analysis", _("Analysis"), _("How others read it. Opinion, attributed."), (kinds.ANALYSIS,)),
        ("challenges", _("Challenges"), _("What stands in the way, as those named see it."), (kinds.CHALLENGE,)),
        ("outlook", _("Outlook"), _("What those named expect. Not a forecast of this site."), (kinds.OUTLOOK,)),
    )
    return tuple(
        Voices(ident, title, note, voices)
        for ident, title, note, wanted in groups
        if (voices := _of_kind(gathered, wanted))
    )


def _of_kind(gathered: Gathered, kinds: tuple[str, ...]) -> tuple[Voice, ...]:
    subject = gathered.dossier.subject.ref
    return tuple(
        Voice(
            position.who,
            position.holder_url,
            position.date_words,
            position.about_name if position.about_ref != subject else "",
            gathered.said_position(position),
        )
        for position in gathered.positions
        if position.kind in kinds
    )


def dossier(found: Dossier, language: str, *, now: datetime) -> DossierView:
    with override(language):
        gathered = Gathered(found, language)
        drawn, voices = tables(gathered), _voices(gathered)
    topics = list(found.topics.order_by("position", "pk"))
    return DossierView(
        ref=found.ref,
        slug=found.slug,
        title=in_language(found.title, language),
        summary=in_language(found.summary, language),
        subject=Crumb(gathered.name(found.subject), entity_address(found.subject.slug)),
        topics=tuple(Crumb(in_language(one.name, language), reverse("topic", args=[one.pk])) for one in topics),
        tables=drawn,
        voices=voices,
        beside=beside(_central(gathered), [one.pk for one in topics], language, now=now),
        notes=tuple(gathered.notes),
        publications=gathered.notes.publications,
    )


def _central(gathered: Gathered) -> list[int]:
    """The subject and what was agreed: an article on an actor alone is not about the dossier."""
    central = [gathered.dossier.subject, *gathered.listed("agreements"), *gathered.listed("commitments")]
    return sorted({entity.pk for entity in central})
