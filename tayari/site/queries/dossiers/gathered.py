"""Everything that a dossier's tables draw from, looked up once, whatever its size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tayari.articles import markdown
from tayari.facts.models import Dossier, DossierEntity, Entity, Fact, Predicate
from tayari.facts.positions import SpokenPosition, positions
from tayari.facts.queries import SpokenFact, entity_address, speak
from tayari.plain.texts import in_language
from tayari.site.queries.dossiers.tables import Said

_List = DossierEntity.List


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with its row, whose predicate says by its role what the fact is good for."""

    row: Fact
    spoken: SpokenFact

    @property
    def role(self) -> str:
        return self.row.predicate.role


class Gathered:
    """A dossier's entities by list, the facts about them by subject, and the positions; numbers notes as it is read."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.dossier, self.language = dossier, language
        self.members = list(dossier.members.select_related("entity", "under").order_by("number", "pk"))
        listed = [dossier.subject, *(member.entity for member in self.members)]
        self.entities: dict[str, Entity] = {entity.ref: entity for entity in listed}
        self._editions = self._edition_entities()
        subjects = {entity.pk for entity in (*listed, *chain.from_iterable(self._editions.values()))}
        self._about: dict[str, list[Known]] = {}
        self._of_object: dict[str, list[Known]] = {}
        for known in self._facts(subjects):
            self._about.setdefault(known.row.subject.ref, []).append(known)
            if known.row.object_entity:
                self._of_object.setdefault(known.row.object_entity.ref, []).append(known)
        self.positions = positions({entity.pk for entity in listed}, language)
        spoken: dict[str, SpokenFact | SpokenPosition] = {
            known.row.ref: known.spoken for facts in self._about.values() for known in facts
        }
        spoken |= {f"position:{position.ref}": position for position in self.positions}
        self.notes = markdown.Notes(spoken)  # type: ignore[arg-type]
        self.denied = self._denied_effects()

    def _edition_entities(self) -> dict[int, list[Entity]]:
        """By the id of what meets again and again, its editions."""
        rows = Fact.objects.filter(predicate__role="edition-of", object_entity__in=self._ids(_List.EDITIONS))
        found: dict[int, list[Entity]] = {}
        for row in rows.exclude(status=Fact.Status.RETIRED).select_related("subject"):
            found.setdefault(row.object_entity_id or 0, []).append(row.subject)
        return found

    def _facts(self, entities: set[int]) -> Iterator[Known]:
        rows = Fact.objects.told().exclude(status=Fact.Status.RETIRED)
        found = rows.filter(subject__in=entities) | rows.filter(object_entity__in=entities, predicate__role="replaced")
        for row in found.distinct():
            yield Known(row, speak(row, self.language))

    def _ids(self, name: str) -> list[int]:
        return [member.entity_id for member in self.members if member.list == name]

    def _denied_effects(self) -> set[str]:
        """Predicates that state the contrary of an effect: what an agreement does not do."""
        effects = set(Predicate.objects.filter(role="effect").values_list("ref", flat=True))
        rows = Predicate.objects.exclude(denies="").values_list("ref", "denies")
        return {ref for ref, denies in rows if denies in effects}

    def listed(self, name: str) -> list[Entity]:
        return [member.entity for member in self.members if member.list == name]

    def editions_of(self, repeated: Entity) -> list[Entity]:
        return list({one.pk: one for one in self._editions.get(repeated.pk, [])}.values())

    def under(self, actor: Entity) -> list[Entity]:
        return [member.entity for member in self.members if member.under_id == actor.pk]

    def about(self, entity: Entity, *roles: str) -> list[Known]:
        """Facts whose subject is the entity, of these roles, in order of date and ref."""
        return _by_date(known for known in self._about.get(entity.ref, []) if known.role in roles)

    def denying(self, entity: Entity) -> list[Known]:
        return _by_date(known for known in self._about.get(entity.ref, []) if known.row.predicate_id in self.denied)

    def said_of(self, entity: Entity, *roles: str) -> list[Known]:
        """Facts whose object is the entity."""
        return _by_date(known for known in self._of_object.get(entity.ref, []) if known.role in roles)

    def name(self, entity: Entity) -> str:
        return in_language(entity.name, self.language)

    def said(self, known: Known, *, label: bool = False, words: str = "", url: str = "") -> Said:
        """The object of a fact (or `words`) as a statement of a cell, numbered into the notes."""
        fact = known.spoken
        shown = known.row.object_entity
        return Said(
            words=words or fact.object_words,
            language=fact.language,
            fact=fact.ref,
            note=self._number(fact.ref),
            status=fact.status,
            label=in_language(known.row.predicate.label, fact.language) if label else "",
            date=str(fact.date or ""),
            url=url or (entity_address(shown.slug) if shown else ""),
            sources=fact.sources,
        )

    def said_position(self, position: SpokenPosition, *, label: str = "") -> Said:
        ref = f"position:{position.ref}"
        return Said(
            words=position.text,
            language=position.language,
            fact=ref,
            note=self._number(ref),
            status=position.status,
            label=label,
            date=position.date,
            sources=position.sources,
        )

    def _number(self, ref: str) -> int:
        cited = self.notes.cite(ref)
        assert cited is not None
        return cited[0].number


def _by_date(facts: Iterable[Known]) -> list[Known]:
    def key(known: Known) -> tuple[str, str]:
        return str(known.spoken.date or "9999"), known.row.ref

    return sorted(facts, key=key)


def names(entities: Sequence[Entity], gathered: Gathered) -> tuple[Said, ...]:
    """Entities as statements that lead to their pages; an editor's grouping, which no fact is cited for."""
    return tuple(Said(gathered.name(one), gathered.language, url=entity_address(one.slug)) for one in entities)
