"""The tables of a dossier, each drawn from facts by the roles of their predicates."""

from django.utils.translation import gettext as _

from tayari.articles.entity_types import type_words
from tayari.facts.models import DossierEntity, Entity, Position
from tayari.facts.queries import entity_address
from tayari.plain.texts import in_language
from tayari.rules import commitments
from tayari.site.queries.dossiers.gathered import Gathered, Known, names
from tayari.site.queries.dossiers.tables import Column, Row, Said, Table, table

_List, _Kind = DossierEntity.List, Position.Kind


def _row(entity: Entity, gathered: Gathered, cells: list[tuple[Said, ...]], also: str = "") -> Row:
    return Row(entity.ref, gathered.name(entity), entity_address(entity.slug), tuple(cells), also)


def _cell(gathered: Gathered, facts: list[Known], *, label: bool = False) -> tuple[Said, ...]:
    return tuple(gathered.said(known, label=label) for known in facts)


def editions(gathered: Gathered) -> list[Table]:
    """A table for each thing that meets or appears again and again, its editions in order of date, else of number."""
    return [_editions_of(one, gathered, first=not place) for place, one in enumerate(gathered.listed(_List.EDITIONS))]


def _editions_of(repeated: Entity, gathered: Gathered, *, first: bool) -> Table:
    columns = [
        Column("number", _("Number")),
        Column("date", _("Date")),
        Column("place", _("Place")),
        Column("participants", _("Who took part")),
        Column("outcomes", _("What came of it")),
    ]

    def key(entity: Entity) -> tuple[str, float, str]:
        day = [str(known.spoken.date) for known in gathered.about(entity, "happened")]
        number = [known.row.object_amount for known in gathered.about(entity, "ordinal")]
        return day[0] if day else "9999", float(number[0] or 0) if number else 0.0, entity.ref

    rows = [
        _row(
            entity,
            gathered,
            [
                _cell(gathered, gathered.about(entity, "ordinal")),
                _cell(gathered, gathered.about(entity, "happened")),
                _cell(gathered, gathered.about(entity, "place")),
                _cell(gathered, gathered.about(entity, "participant"), label=True),
                _cell(gathered, gathered.about(entity, "outcome")),
            ],
        )
        for entity in sorted(gathered.editions_of(repeated), key=key)
    ]
    ident = "editions" if first else f"editions-{repeated.slug}"
    title = _("Editions: %(name)s") % {"name": gathered.name(repeated)}
    return table(ident, title, _("Edition"), columns, rows)


def agreements(gathered: Gathered) -> Table:
    columns = [
        Column("begun", _("Signed or begun")),
        Column("does", _("What it does")),
        Column("does-not", _("What it does not do")),
        Column("part-of", _("Part of")),
        Column("status", _("How it stands")),
    ]
    rows = [
        _row(
            entity,
            gathered,
            [
                _cell(gathered, gathered.about(entity, "begun")),
                _cell(gathered, gathered.about(entity, "effect")),
                _cell(gathered, gathered.denying(entity)),
                _cell(gathered, gathered.about(entity, "part-of")),
                _standing(entity, gathered),
            ],
            ", ".join(entity.acronyms),
        )
        for entity in gathered.listed(_List.AGREEMENTS)
    ]
    return table("agreements", _("Agreements"), _("Agreement"), columns, rows)


def actors(gathered: Gathered) -> Table:
    columns = [
        Column("institutions", _("Institutions")),
        Column("offices", _("Offices")),
        Column("interests", _("Interests, as stated")),
    ]
    rows = [
        _row(
            entity,
            gathered,
            [
                names(gathered.under(entity), gathered),
                _cell(gathered, gathered.about(entity, "term")),
                tuple(
                    gathered.said_position(one, label=_who(one.who, one.date_words))
                    for one in gathered.positions
                    if one.kind == _Kind.INTEREST and one.holder_ref == entity.ref
                ),
            ],
            type_words(entity.type),
        )
        for entity in gathered.listed(_List.ACTORS)
    ]
    return table("actors", _("Actors"), _("Actor"), columns, rows)


def _who(who: str, day: str) -> str:
    return f"{who}, {day}" if day else who


def concepts(gathered: Gathered) -> Table:
    columns = [
        Column("says", _("In one sentence")),
        Column("recorded", _("What is recorded")),
        Column("notes", _("How others explain it")),
    ]
    rows = []
    for entity in gathered.listed(_List.CONCEPTS):
        note = in_language(entity.note, gathered.language)
        rows.append(
            _row(
                entity,
                gathered,
                [
                    (Said(note, gathered.language),) if note else (),
                    _cell(gathered, gathered.about(entity, "expansion", "kind")),
                    tuple(
                        gathered.said_position(one, label=_who(one.who, one.date_words))
                        for one in gathered.positions
                        if one.kind == _Kind.CONCEPT_NOTE and one.about_ref == entity.ref
                    ),
                ],
                ", ".join(entity.acronyms),
            )
        )
    return table("concepts", _("Core concepts"), _("Concept"), columns, rows)


def stage_words(stage: commitments.Stage | None) -> str:
    if stage is None:
        return ""
    return {
        "announced": _("Announced"),
        "begun": _("Signed or begun"),
        "operational": _("In force or at work"),
        "replaced": _("Replaced"),
        "ended": _("Ended"),
    }[stage]


def _steps(entity: Entity, gathered: Gathered) -> dict[commitments.Step, Known]:
    found: dict[commitments.Step, Known] = {}
    for of_subject, facts in (
        (True, gathered.about(entity, *commitments.STAGES, "replaced-by")),
        (False, gathered.said_of(entity, "replaced")),
    ):
        for known in facts:
            stage = commitments.stage(known.role, of_subject=of_subject)
            if stage:
                found[commitments.Step(stage, known.row.ref, str(known.spoken.date or ""))] = known
    return found


def _standing(entity: Entity, gathered: Gathered) -> tuple[Said, ...]:
    steps = _steps(entity, gathered)
    stage = commitments.stands(steps)
    if stage is None:
        return ()
    shown = [step for step in commitments.in_order(steps) if step.stage == stage]
    said = _said_step(shown[-1], steps[shown[-1]], entity, gathered)
    return (
        Said(stage_words(stage), gathered.language, said.fact, said.note, said.status, said.words, said.date, "",
             said.sources),
    )  # fmt: skip


def _said_step(step: commitments.Step, known: Known, entity: Entity, gathered: Gathered) -> Said:
    """The date of a step; where the fact names another thing, that thing and the date."""
    day = known.spoken.date_words
    if known.row.subject.ref != entity.ref:
        other = gathered.name(known.row.subject)
        words = f"{other}, {day}" if day else other
        return gathered.said(known, label=True, words=words, url=entity_address(known.row.subject.slug))
    words = known.spoken.object_words
    if known.row.object_entity and day:
        words = f"{words}, {day}"
    return gathered.said(known, label=True, words=words)


def tracker(gathered: Gathered) -> Table:
    """Announced → signed or begun → in force or at work → replaced or ended, each step with its evidence."""
    columns = [Column("stands", _("How it stands"))]
    columns += [Column(stage, stage_words(stage)) for stage in commitments.STAGES]
    rows = []
    for entity in gathered.listed(_List.COMMITMENTS):
        steps = _steps(entity, gathered)
        ordered = commitments.in_order(steps)
        cells = [
            tuple(_said_step(step, steps[step], entity, gathered) for step in ordered if step.stage == stage)
            for stage in commitments.STAGES
        ]
        stands = commitments.stands(steps)
        first = (Said(stage_words(stands), gathered.language),) if stands else ()
        rows.append(_row(entity, gathered, [first, *cells], ", ".join(entity.acronyms)))
    return table(
        "commitments",
        _("Commitments: how far each came"),
        _("Commitment"),
        columns,
        rows,
        _("An empty step means that no fact is recorded for it, not that it did not happen."),
    )


def tables(gathered: Gathered) -> tuple[Table, ...]:
    """The tables that say something, in the order of the page."""
    drawn = [*editions(gathered), *(draw(gathered) for draw in (agreements, tracker, actors, concepts))]
    return tuple(found for found in drawn if found)
