"""What an article's body holds: its texts, the refs it rests on, its words and its extent."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from tayari.articles import markdown
from tayari.plain import reading

_TEXTUAL = {"text", "position"}


class Placed(NamedTuple):
    """A block and where it stands: `key-facts#2` is the second block of the part `key-facts`."""

    place: str
    kind: str
    value: Any


def parts(page: Any) -> Iterator[tuple[str, Any]]:
    """(type of part, its value) in order."""
    for child in page.body:
        yield str(child.value["part"]), child.value


def blocks(page: Any) -> Iterator[Placed]:
    for part, value in parts(page):
        for number, block in enumerate(value["content"], start=1):
            yield Placed(f"{part}#{number}", block.block_type, block.value)


def text_of(block: Placed) -> str:
    """A block's Markdown; empty for blocks that hold none."""
    if block.kind == "text":
        return str(block.value)
    return str(block.value["text"]) if block.kind == "position" else ""


def texts(page: Any) -> list[str]:
    """Every Markdown text of the page, the summary first."""
    return [page.summary, *(text_of(block) for block in blocks(page) if block.kind in _TEXTUAL)]


def fact_refs(page: Any) -> list[str]:
    """The facts drawn by blocks; those cited in texts come from `markdown.citations`."""
    return [str(ref) for block in blocks(page) if block.kind == "timeline" for ref in block.value["facts"]]


def questions(page: Any) -> list[tuple[str, str, str]]:
    """(entity ref, place, title) of every block that draws whatever facts there are about an entity."""
    return [
        (str(block.value["about"]), block.place, str(block.value["title"]))
        for block in blocks(page)
        if block.kind == "timeline" and block.value.get("about")
    ]


def entity_refs(page: Any) -> list[str]:
    return [str(ref) for block in blocks(page) if block.kind == "organisations" for ref in block.value["entities"]]


def picture_refs(page: Any) -> list[str]:
    return [str(block.value["ref"]) for block in blocks(page) if block.kind == "picture"]


def uses(page: Any) -> list[tuple[str, str, str]]:
    """(fact ref, place, words) of everything that rests on a fact."""
    found = [(ref, "summary", words) for ref, words in markdown.citations(page.summary)]
    for block in blocks(page):
        found += [(ref, block.place, words) for ref, words in markdown.citations(text_of(block))]
        if block.kind == "timeline":
            found += [(str(ref), block.place, str(block.value["title"])) for ref in block.value["facts"]]
    return found


def headings(page: Any) -> list[str]:
    """Every heading a reader sees: of the page, its parts, its blocks and inside its texts."""
    found = [page.title]
    for _part, value in parts(page):
        found.append(str(value["title"]))
    for block in blocks(page):
        if block.kind in {"timeline", "organisations"}:
            found.append(str(block.value["title"]))
        lines = text_of(block).splitlines()
        found += [markdown.plain(line) for line in lines if line.startswith("#")]
    return [heading for heading in found if heading]


def plain_text(page: Any) -> str:
    """All its words in reading order, without Markdown: for search."""
    found = [markdown.plain(page.summary)]
    for _part, value in parts(page):
        found.append(str(value["title"]))
        for block in value["content"]:
            if block.block_type in {"timeline", "organisations"}:
                found.append(str(block.value["title"]))
            found.append(markdown.plain(text_of(Placed("", block.block_type, block.value))))
    return "\n".join(text for text in found if text)


def extent(page: Any) -> reading.Extent:
    """How much there is to read."""
    kinds = Counter(block.kind for block in blocks(page))
    rows = len(fact_refs(page)) + len(entity_refs(page))
    rows += sum(max(0, line.startswith("|")) for text in texts(page) for line in text.splitlines())
    return reading.Extent(reading.words(plain_text(page)), kinds["picture"] + bool(page.picture_id), rows)
