"""A checked text for a page: its blocks in pieces, the marked words, and the findings beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tayari.facts.models import Fact
from tayari.facts.queries import entity_address
from tayari.rules.lint.document import Block, Document, Kind
from tayari.rules.lint.findings import Coverage, Finding, Report

_TAGS = {Kind.TITLE: "heading", Kind.HEADING: "heading", Kind.QUOTE: "quote", Kind.ITEM: "item"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page and the address of what its fact is about."""

    number: int
    finding: Finding
    address: str

    @property
    def anchor(self) -> str:
        return f"finding-{self.number}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block; `found` are the findings that begin there, and `level` the heaviest of them."""

    words: str
    found: tuple[Numbered, ...] = ()

    @property
    def level(self) -> str:
        return min((one.finding.level for one in self.found), key=("error", "warning", "advice").index, default="")


@dataclass(frozen=True, slots=True)
class Checked:
    """A block of the text with its findings."""

    form: str
    language: str
    pieces: tuple[Piece, ...]
    found: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page of results shows."""

    name: str
    blocks: tuple[Checked, ...]
    coverage: Coverage
    counts: Mapping[str, int]

    @property
    def is_clean(self) -> bool:
        return not any(self.counts.values())


def shown(document: Document, report: Report) -> Page:
    """The results as a page shows them. One query."""
    addresses = _addresses(report)
    numbered = [
        Numbered(number, finding, addresses.get(finding.fact or "", ""))
        for number, finding in enumerate(report.findings, start=1)
    ]
    places = _places(document, numbered)
    blocks = tuple(_checked(block, places.get(number, [])) for number, block in enumerate(document.blocks))
    counts = dict.fromkeys(("error", "warning", "advice"), 0)
    for finding in report.findings:
        counts[finding.level] += 1
    return Page(document.name, blocks, report.coverage, counts)


def _addresses(report: Report) -> dict[str, str]:
    refs = {finding.fact for finding in report.findings if finding.fact}
    rows = Fact.objects.filter(ref__in=refs).values_list("ref", "subject__slug") if refs else []
    return {ref: address for ref, slug in rows if (address := entity_address(slug))}


def _places(document: Document, numbered: list[Numbered]) -> dict[int, list[tuple[int, int, Numbered]]]:
    """By block, from where to where in its text each finding's words stand."""
    starts = [(number, block, *block.place(0)) for number, block in enumerate(document.blocks)]
    found: dict[int, list[tuple[int, int, Numbered]]] = {}
    for one in numbered:
        for number, block, *_ in starts:
            span = _span(block, one.finding)
            if span:
                found.setdefault(number, []).append((*span, one))
                break
        else:
            found.setdefault(0, []).append((0, 0, one))
    return found


def _span(block: Block, finding: Finding) -> tuple[int, int] | None:
    words = finding.words.removesuffix("…")
    for anchor, end in zip(block.anchors, [*block.anchors[1:], None], strict=True):
        offset = anchor.offset + finding.column - anchor.column
        last = end.offset if end else len(block.text)
        if anchor.line == finding.line and anchor.offset <= offset < last and block.text.startswith(words, offset):
            whole = finding.words == words
            return offset, offset + len(words) if whole else len(block.text)
    return None


def _checked(block: Block, places: list[tuple[int, int, Numbered]]) -> Checked:
    ordered = sorted(places, key=lambda place: (place[0], -place[1]))
    found = tuple(one for _, _, one in sorted(ordered, key=lambda place: place[2].number))
    return Checked(_TAGS.get(block.kind, "text"), block.language, tuple(_pieces(block.text, ordered)), found)


def _pieces(text: str, places: list[tuple[int, int, Numbered]]) -> Iterator[Piece]:
    """The text cut at the marked words; findings whose words overlap share one mark."""
    at = 0
    while places:
        start, end, _ = places[0]
        sharing = [place for place in places if place[0] < max(end, start + 1)]
        places = places[len(sharing) :]
        end = max(end, *(stop for _, stop, _ in sharing))
        if text[at:start]:
            yield Piece(text[at:start])
        yield Piece(text[start:end], tuple(one for _, _, one in sharing))
        at = end
    if text[at:]:
        yield Piece(text[at:])
