"""What a reviewer sees of a batch: each question beside the file's own words, and how many there are of what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from tayari.audit.models import Entry
from tayari.bank.models import ImportBatch, ImportedQuestion, Question
from tayari.plain.texts import Shown, shown
from tayari.rules.kinds.plain_text import plain
from tayari.rules.questions import unfinished
from tayari.rules.questions.unfinished import Unfinished

Fate = ImportedQuestion.Fate
ROWS_A_PAGE = 20
BATCHES_A_PAGE = 30
FILTERS: Mapping[str, tuple[str, Q]] = {
    "": ("All", Q()),
    "look": ("Needs a look", Q(needs_look=True)),
    "new": ("To be kept", Q(fate=Fate.NEW)),
    "bank": ("In the bank already", Q(fate=Fate.DUPLICATE)),
    "out": ("Left out", Q(fate=Fate.LEFT_OUT)),
    "unread": ("Cannot be brought in", Q(fate=Fate.UNREADABLE)),
}


@dataclass(frozen=True, slots=True)
class ReadOption:
    letter: str
    said: Shown
    right: bool


@dataclass(frozen=True, slots=True)
class ReadText:
    """The question in a language: what stands before the options, then these."""

    language: str
    before: str
    options: tuple[ReadOption, ...]
    figures: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Double:
    """The bank's question that it is or reads like, with its words to compare."""

    ref: str
    pk: int
    per_cent: int
    texts: tuple[ReadText, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A question of the file. `key` is in words; `made` is the bank's question, as long as that is there."""

    position: int
    name: str
    where: str
    source: str
    confidence: str
    fate: str
    fate_words: str
    key: str
    kind: str
    needs_look: bool
    findings: Sequence[Mapping[str, Any]]
    texts: tuple[ReadText, ...]
    pictures: tuple[tuple[int, str], ...]
    double: Double | None
    made: Question | None


@dataclass(frozen=True, slots=True)
class Tab:
    value: str
    label: str
    count: int


def tabs(batch: ImportBatch) -> dict[str, Tab]:
    """How many of the batch each filter leaves, and under `made` how many are in the bank. One query."""
    wanted = {f"n_{value}": Count("pk", filter=condition) for value, (_, condition) in FILTERS.items() if value}
    found = batch.questions.aggregate(n_=Count("pk"), n_made=Count("question"), **wanted)
    told = {value: Tab(value, label, found[f"n_{value}"]) for value, (label, _) in FILTERS.items()}
    return {**told, "made": Tab("made", "Made of it", found["n_made"])}


def rows(batch: ImportBatch, chosen: str, number: str) -> tuple[list[Row], Any]:
    """The rows of one page, and the page. Three queries."""
    _, condition = FILTERS.get(chosen, FILTERS[""])
    found = questions(batch).filter(condition).order_by("position")
    page = Paginator(found, ROWS_A_PAGE).get_page(number)
    pictures = _pictures(batch)
    return [_row(row, pictures) for row in page.object_list], page


def questions(batch: ImportBatch) -> QuerySet[ImportedQuestion]:
    """Those of the batch, each with the bank's questions that a row shows."""
    return batch.questions.select_related("double_of", "question")


def row(batch: ImportBatch, question: ImportedQuestion) -> Row:
    """One row. One query."""
    return _row(question, _pictures(batch))


def _pictures(batch: ImportBatch) -> list[tuple[int, str, str, str]]:
    return list(batch.pictures.values_list("pk", "name", "alternative", "ref"))


def batches() -> QuerySet[ImportBatch]:
    """The newest first, each with how many drafts of it are in the bank."""
    made = Count("questions", filter=Q(questions__question__isnull=False))
    return ImportBatch.objects.select_related("by").annotate(made=made).order_by("-at", "-pk")


def has_failed(batch: ImportBatch) -> bool:
    """Whether the last that was tried with it failed, and was taken back. One query."""
    last = Entry.objects.filter(target=f"{batch._meta.label_lower}:{batch.pk}").order_by("-pk").first()
    return last is not None and last.action == "imports.failed"


def _row(row: ImportedQuestion, pictures: list[tuple[int, str, str, str]]) -> Row:
    content = row.content or {}
    so_far = unfinished.read(content)
    said = f"{row.source} {content}"
    return Row(
        position=row.position,
        name=row.number or f"no. {row.position} of the file",
        where=row.where,
        source=row.source,
        confidence=row.get_confidence_display(),
        fate=row.fate,
        fate_words=row.get_fate_display(),
        key=_key(so_far, content) if content else "",
        kind=str(content.get("kind") or "").replace("-", " "),
        needs_look=row.needs_look,
        findings=row.findings,
        texts=texts(
            so_far, {ref: reverse("question_import_picture", args=[row.batch_id, pk]) for pk, *_, ref in pictures}
        ),
        pictures=tuple((pk, alternative or name) for pk, name, alternative, _ in pictures if name and name in said),
        double=_double(row),
        made=row.question,
    )


def _double(row: ImportedQuestion) -> Double | None:
    if row.double_of is None:
        return None
    their = texts(unfinished.read(row.double_of.content))
    return Double(row.double_of.ref, row.double_of.pk, row.alike or 0, their)


def _key(so_far: Unfinished, content: Mapping[str, Any]) -> str:
    if so_far.key and so_far.printed["options"]:
        return f"key {', '.join(so_far.key).upper()}"
    if so_far.key and content.get("kind") == "numeric":
        low, high = so_far.key[0], so_far.key[-1]
        return f"answer {low}" if low == high else f"answer {low} to {high}"
    if so_far.key:
        return f"answer {' or '.join(so_far.key)}"
    if content.get("kind") == "descriptive":
        return "read by a person"
    return "key by the facts" if so_far.by_facts else "no key"


def texts(so_far: Unfinished, addresses: Mapping[str, str] | None = None) -> tuple[ReadText, ...]:
    """In each language that it has, with the right options marked; `addresses` are those of pictures of the file."""
    given = so_far.printed.get("figures", ())
    figures = [{**one, "address": (addresses or {}).get(str(one.get("picture")), "")} for one in given]
    bare = {**so_far.printed, "options": []}
    return tuple(
        ReadText(
            code,
            plain(bare, code).strip(),
            tuple(
                ReadOption(one["id"], shown(one["text"], code), one["id"] in so_far.key)
                for one in so_far.printed["options"]
            ),
            figures,
        )
        for code in so_far.languages
    )
