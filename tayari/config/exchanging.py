"""Files of questions for the command: read whole within bounds, and the questions that are to be written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tayari.bank import formats
from tayari.bank.formats.limits import check_length
from tayari.base.problems import Unusable
from tayari.config.opening import open_site
from tayari.plain.texts import in_language
from tayari.rules.interchange import Picture, Reading, Unreadable
from tayari.rules.interchange.sketches import refs_in

Contents = Sequence[Mapping[str, Any]]


class Source(NamedTuple):
    """Questions to write, and the pictures that they show, by ref."""

    contents: Contents
    pictures: Mapping[str, Picture]


def shown_name(file: Path) -> str:
    """The file's own name in letters that can be printed."""
    return file.name.encode("utf-8", "replace").decode("utf-8", "replace")


def bytes_of(file: Path) -> bytes:
    """The whole file. Raises Unusable before a file is read that is too large."""
    try:
        if not file.exists():
            raise Unusable(f"There is no file {file}.")
        if not file.is_file():
            raise Unusable(f"{file} is no file; give one file of questions.")
        check_length(file.stat().st_size, name=shown_name(file))
        return file.read_bytes()
    except OSError as error:
        raise Unusable(f"{file} cannot be read: {error.strerror}.") from None
    except Unreadable as problem:
        raise Unusable(str(problem)) from None


def reading_of(data: bytes, file: Path, form: str | None) -> Reading:
    """What a reader makes of the file. Raises Unusable."""
    try:
        return formats.read(data, name=shown_name(file), form=form or "")
    except Unreadable as problem:
        raise Unusable(str(problem)) from None


def told_by(data: bytes, file: Path) -> str:
    """The format that the file itself tells, by its ending or its first signs. Raises Unusable."""
    try:
        return formats.detected(data, name=shown_name(file)).name
    except Unreadable as problem:
        raise Unusable(str(problem)) from None


def format_of(file: Path, form: str | None) -> formats.Format:
    """The format to write: the one that was asked for, else the only one with the file's ending. Raises Unusable."""
    if form:
        return formats.FORMATS[form]
    fits = [one for one in formats.FORMATS.values() if file.suffix.lower() in one.suffixes and one.write]
    if len(fits) != 1:
        names = " or ".join(f"--format {one.name}" for one in fits or formats.FORMATS.values() if one.write)
        raise Unusable(f"{file.name} does not tell its format by its ending; say {names}.")
    return fits[0]


def contents_of(data: Path, source: Path | None, form: str) -> Source:
    """The questions of a site, of a pack's folder, or of another file of questions. Raises Unusable.

    A site and a pack know from their facts what is right; a format that holds no claims is given that in their place.
    """
    if source is None:
        return _of_site(data, form)
    if source.is_dir():
        return _of_pack(source, form)
    reading = reading_of(bytes_of(source), source, None)
    lost = [one for one in reading.found if one.content is None]
    if lost:
        told = next(finding for finding in lost[0].findings if finding.level == "error")
        raise Unusable(f"{source} has {len(lost)} questions that cannot be read, at {told.where}: {told.message}")
    contents = [one.content for one in reading.imported if one.content is not None]
    return Source(contents, {one.ref: one for one in reading.pictures})


def chosen(contents: Contents, refs: Sequence[str], topics: Sequence[str]) -> Contents:
    """Those with one of `refs`, and with one of `topics` or one below it. Raises Unusable for a ref that is nowhere."""
    known = {str(one.get("ref")) for one in contents}
    if strange := [ref for ref in refs if ref not in known]:
        raise Unusable(f"There is no question {strange[0]}.")
    kept = [one for one in contents if not refs or one.get("ref") in refs]
    kept = [one for one in kept if not topics or any(_on(topic, one) for topic in topics)]
    if not kept:
        raise Unusable("There is no question to write; ask for other refs or topics.")
    return kept


def _on(topic: str, content: Mapping[str, Any]) -> bool:
    return any(str(one) == topic or str(one).startswith(f"{topic}.") for one in content.get("topics") or ())


def _of_site(data: Path, form: str) -> Source:
    open_site(data)
    from tayari.bank.queries import exports
    from tayari.config.linting import readable

    with readable(data):
        contents = exports.contents(exports.all_but_retired(), with_facts=form in formats.WITH_FACTS)
        return Source(contents, exports.pictures(contents))


def _of_pack(folder: Path, form: str) -> Source:
    from tayari.base.packfiles import read_yaml
    from tayari.base.packing import Findings

    findings = Findings()
    rows: Contents = [row.data for row in read_yaml(folder, "questions/**/*.yaml", findings)]
    shown = [row.data for row in read_yaml(folder, "pictures/*.yaml", findings)]
    if findings.errors:
        raise Unusable(f"{folder} cannot be read: {findings.errors[0]}")
    if form not in formats.WITH_FACTS and any(folder.glob("facts/*.tsv")):
        from tayari.config import pack_truths

        rows = pack_truths.told(folder, rows)
    return Source(rows, _pictures(folder / "pictures", shown, rows))


def _pictures(folder: Path, rows: Sequence[Mapping[str, Any]], contents: Contents) -> dict[str, Picture]:
    """Those of a pack that its questions show, as far as their files are there."""
    wanted = {ref for content in contents for ref in refs_in(content)}
    found = {}
    for row in rows:
        ref, name = str(row.get("ref")), str(row.get("file"))
        file = folder / name
        if ref in wanted and file.is_file() and file.parent.resolve() == folder.resolve():
            found[ref] = Picture(name, file.read_bytes(), in_language(row.get("alt") or {}, "en"), ref)
    return found
