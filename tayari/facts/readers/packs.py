"""A content pack as documents: articles, posts, and the prose of questions, entities, papers, series and pictures."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from tayari.base.problems import Unusable
from tayari.facts.readers import markdown
from tayari.facts.readers.decoding import decoded
from tayari.facts.readers.places import Source, Words
from tayari.plain.dates import NotADate, PartialDate
from tayari.rules.lint.document import Block, Document, Kind

_FOLDERS = ("entities", "questions", "papers", "series", "coverage", "pictures")
# What a question says may be meant to be false; what explains it may not.
_MEANT = {"stem", "ask", "text", "left", "right"}
_PROSE = {"why", "explanation", "explains_why", "note", "summary", "alt", "digest", "title", "caption"}
_KINDS = {"caption": Kind.CAPTION, "title": Kind.TITLE}
_LANGUAGES = {"en", "hi"}


def is_pack(folder: Path) -> bool:
    return (folder / "pack.yaml").is_file()


def read(folder: Path) -> Iterator[Document]:
    """Every document of the pack, file by file; its name is the file's path. Raises Unusable."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if not path.is_file() or len(place.parts) < 2:
            continue
        if path.suffix == ".md" and place.parts[0] in {"articles", "coverage"}:
            yield markdown.read(str(path), decoded(str(path), path.read_bytes()))
        elif path.suffix == ".yaml" and place.parts[0] in _FOLDERS:
            yield from _records(str(path), decoded(str(path), path.read_bytes()), place.parts[0] == "questions")


def question(name: str, text: str) -> Document:
    """The document of one question as YAML, the form of packs."""
    return next(_records(name, text, True))


def _records(name: str, text: str, is_question: bool) -> Iterator[Document]:
    """A document for each record of a YAML file."""
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Unusable(f"{name} cannot be read as YAML at line {line}: {error.problem}.") from None
    for record in root.value if isinstance(root, yaml.SequenceNode) else [root]:
        if isinstance(record, yaml.MappingNode):
            blocks = tuple(_Record(Source(text), is_question).blocks(record))
            yield Document(name, blocks, written=_written(record))


class _Record:
    """Walks a record; a mapping of languages under a field of prose is a block in each language."""

    def __init__(self, source: Source, is_question: bool) -> None:
        self._source, self._is_question = source, is_question

    def blocks(self, node: yaml.Node) -> Iterator[Block]:
        if isinstance(node, yaml.SequenceNode):
            for entry in node.value:
                yield from self.blocks(entry)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                field = str(key.value)
                if field in _PROSE or (self._is_question and field in _MEANT):
                    yield from self._texts(field, value)
                else:
                    yield from self.blocks(value)

    def _texts(self, field: str, value: yaml.Node) -> Iterator[Block]:
        kind = Kind.QUESTION if field in _MEANT else _KINDS.get(field, Kind.PARAGRAPH)
        for key, words in value.value if isinstance(value, yaml.MappingNode) else []:
            if str(key.value) not in _LANGUAGES or not isinstance(words, yaml.ScalarNode):
                continue
            if kind is Kind.PARAGRAPH:
                line = words.start_mark.line + 1 + (words.style in {"|", ">"})
                yield from markdown.prose(self._source, str(words.value), line, str(key.value))
            elif made := _block(words, kind, str(key.value)):
                yield made


def _block(node: yaml.ScalarNode, kind: Kind, language: str) -> Block | None:
    words = Words()
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if node.style in {"|", ">"}:
        line, column = line + 1, 1
    words.add(str(node.value), line, column + (node.style in {"'", '"'}))
    return words.block(kind, level=1 if kind is Kind.TITLE else 0, language=language)


def _written(record: yaml.MappingNode) -> date | None:
    for key, value in record.value:
        if key.value in {"as_of", "published"} and isinstance(value, yaml.ScalarNode):
            try:
                return PartialDate.parse(str(value.value)).last_day
            except NotADate:
                return None
    return None
