"""What waits for an editor: questions that are objected to, proposed keys, and decisions that wait for a rescore."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from tayari.mocks import marking, reviewing
from tayari.mocks.models import Objection, Paper, Printing, PrintingQuestion, Rekeying, Rescore
from tayari.mocks.queries.rekeyed import letters, policy_words
from tayari.plain import quantities
from tayari.plain.texts import in_language
from tayari.rules import kinds


@dataclass(frozen=True, slots=True)
class Objected:
    """One objection, without who made it: an editor decides by the evidence."""

    at: datetime
    claim: str
    suggested: str
    words: str
    sources: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Challenged:
    """A question of a paper, in all its printings, with everything that is said about its key. `printed` is what it
    prints between stem and options."""

    pk: int
    paper: str
    paper_pk: int
    number: int
    ref: str
    stem: str
    printed: Mapping[str, Any]
    options: tuple[tuple[str, str], ...]
    key: str
    objections: tuple[Objected, ...]
    proposed: str
    cause: str
    decided: str


def _objected(row: Objection) -> Objected:
    return Objected(row.at, row.get_claim_display(), letters(row.suggested), row.words, tuple(row.sources))


def challenged(asked: PrintingQuestion | None = None) -> list[Challenged]:
    """Grouped by paper and question version, those with the most objections first, or one that was `asked` for. A
    bounded number of queries."""
    wanted = set(
        Objection.objects.filter(withdrawn_at=None, question__in=_provisional()).values_list("question", flat=True)
    )
    wanted |= {asked.pk} if asked else set()
    wanted |= set(Rekeying.objects.filter(state__in=Rekeying.OPEN).values_list("question", flat=True))
    rows = PrintingQuestion.objects.filter(pk__in=wanted).select_related("printing__paper", "version__question")
    rows = rows.defer("printing__body").prefetch_related("keys", "objections", "rekeyings")
    groups: dict[tuple[int, int], list[PrintingQuestion]] = {}
    for row in rows.order_by("printing__paper", "-printing__number", "number"):
        groups.setdefault((row.printing.paper_id, row.version_id), []).append(row)
    first = (asked.printing.paper_id, asked.version_id) if asked else None
    found = sorted(groups.items(), key=lambda group: (group[0] != first, -_objections(group[1])))
    return [_challenged(rows) for _, rows in found]


def _objections(rows: list[PrintingQuestion]) -> int:
    return sum(one.withdrawn_at is None for row in rows for one in row.objections.all())


def _provisional() -> list[int]:
    printings = Printing.objects.filter(questions__objections__withdrawn_at=None, questions__objections__isnull=False)
    return [
        pk for printing in printings.distinct() for pk in reviewing.provisional(printing).values_list("pk", flat=True)
    ]


def _challenged(rows: list[PrintingQuestion]) -> Challenged:
    newest = rows[0]
    printed = kinds.parse(newest.version.content).printed()
    waiting = [one for row in rows for one in row.rekeyings.all()]
    proposed = next((one for one in waiting if one.state == Rekeying.State.PROPOSED), None)
    decided = next((one for one in waiting if one.state == Rekeying.State.DECIDED), None)
    objections = [one for row in rows for one in row.objections.all() if one.withdrawn_at is None]
    return Challenged(
        pk=newest.pk,
        paper=str(newest.printing.paper),
        paper_pk=newest.printing.paper_id,
        number=newest.number,
        ref=newest.version.question.ref,
        stem=" ".join(in_language(printed["stem"], "en").split()),
        printed=printed,
        options=tuple((one["id"].upper(), in_language(one["text"], "en")) for one in printed["options"]),
        key=" / ".join(letters(key) for key in (marking.newest(newest).key, *marking.newest(newest).also)),
        objections=tuple(_objected(one) for one in sorted(objections, key=lambda one: one.at)),
        proposed=letters(proposed.key) if proposed else "",
        cause=proposed.cause if proposed else "",
        decided=policy_words(decided.policy, decided.key, decided.also) if decided else "",
    )


@dataclass(frozen=True, slots=True)
class RunRow:
    """A rescore as the admin shows it; `differences` are pairs of a difference in words and how many sittings."""

    pk: int
    name: str
    state: str
    at: datetime
    applied_at: datetime | None
    reason: str
    done: int
    total: int
    up: int
    down: int
    differences: tuple[tuple[str, int], ...]
    decisions: tuple[str, ...]
    ready: bool
    open: bool
    undoable: bool


@dataclass(frozen=True, slots=True)
class PrintingRow:
    """A printing with what waits in it and what was rescored."""

    pk: int
    number: int
    final: bool
    undecided: int
    decided: tuple[str, ...]
    runs: tuple[RunRow, ...]
    busy: bool


def _run(row: Rescore, current: Rescore | None) -> RunRow:
    told = row.summary
    return RunRow(
        pk=row.pk,
        name=f"Rescore {row.number}" + (f" (undoes {row.undoes.number})" if row.undoes else ""),
        state=row.get_state_display(),
        at=row.at,
        applied_at=row.applied_at,
        reason=in_language(row.reason, "en"),
        done=row.done,
        total=row.total,
        up=told.get("up", 0),
        down=told.get("down", 0),
        differences=tuple(
            (quantities.exact(Fraction(n, d), signed=True), count) for n, d, count in told.get("differences", ())
        ),
        decisions=tuple(_decision(one) for one in row.rekeyings.all()),
        ready=row.state == Rescore.State.READY,
        open=row.state in Rescore.OPEN,
        undoable=row == current,
    )


def _decision(row: Rekeying) -> str:
    return f"Question {row.question.number}: {policy_words(row.policy, row.key, row.also)}"


def printings(paper: Paper, undecided: Iterable[tuple[int, int]]) -> list[PrintingRow]:
    """The paper's printings, the newest first; `undecided` are (printing, how many questions wait)."""
    counts = dict(undecided)
    found = []
    for printing in paper.printings.defer("body"):
        current = marking.current(printing)
        runs = printing.rescores.select_related("undoes").prefetch_related("rekeyings__question")
        waiting = Rekeying.objects.filter(question__printing=printing, state=Rekeying.State.DECIDED, run=None)
        rows = tuple(_run(row, current) for row in runs)
        found.append(
            PrintingRow(
                pk=printing.pk,
                number=printing.number,
                final=reviewing.is_final(printing),
                undecided=counts.get(printing.pk, 0),
                decided=tuple(_decision(one) for one in waiting.select_related("question")),
                runs=rows,
                busy=any(row.open for row in rows),
            )
        )
    return found
