"""`tayari questions import|export|template`: questions in other people's formats, in and out."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from tayari.bank.formats import FORMATS
from tayari.bank.formats.templates import TEMPLATES
from tayari.base.problems import Unusable
from tayari.config import exchanging
from tayari.config.opening import data_option, open_site
from tayari.rules.interchange import Finding, Reading, Unreadable

_FILE = click.Path(path_type=Path)
_IN = [one.name for one in FORMATS.values() if one.read]
_OUT = [one.name for one in FORMATS.values() if one.write]
_TOLD = {"error", "warning"}


@click.command(name="import", short_help="Read questions from a file of another format.")
@click.argument("file", type=_FILE)
@click.option("--format", "form", type=click.Choice(_IN), help="The file's format; else its ending tells it.")
@click.option("--dry-run", is_flag=True, help="Say what would come in; open no site and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--dump", is_flag=True, help="With --json: print the questions too, each as tayari-question/1.")
@data_option()
def bring(file: Path, form: str | None, dry_run: bool, as_json: bool, dump: bool, data: Path) -> None:
    """Read the questions of FILE. They wait in the site for a person to review them; nothing is published.

    Every question is told that could not be read, and everything that a person should look at, with its place in
    the file. A key that the file does not give clearly stays open: none is guessed. Exit code 1 when there is an error
    or a warning.
    """
    if dump and not as_json:
        raise Unusable("--dump belongs to the JSON: give --json as well.")
    held = exchanging.bytes_of(file)
    told = form or exchanging.told_by(held, file)
    reading = exchanging.reading_of(held, file, told)
    batch = None if dry_run else _take(reading, file, held, told, data)
    click.echo(_as_json(reading, dump) if as_json else _as_text(reading, batch))
    _end(reading.every_finding())


def _take(reading: Reading, file: Path, held: bytes, form: str, data: Path) -> int:
    """Store what was read as a batch to be reviewed, and give its number."""
    from tayari.config.serving import migrate

    site = open_site(data)
    site.writable()
    migrate(site)
    from tayari.bank.actions import imports
    from tayari.base import clock

    name = exchanging.shown_name(file)
    try:
        batch = imports.take(reading=reading, file_name=name, data=held, format=form, by=None, now=clock.now())
    except Unreadable as problem:
        raise Unusable(str(problem)) from None
    return int(batch.pk)


def _as_json(reading: Reading, dump: bool) -> str:
    told: dict[str, Any] = {
        "found": len(reading.found),
        "imported": len(reading.imported),
        "skipped": len(reading.found) - len(reading.imported),
        "findings": [_data(finding) for finding in reading.every_finding()],
    }
    if dump:
        told["questions"] = [one.content for one in reading.imported]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _data(finding: Finding) -> dict[str, str]:
    return {name: getattr(finding, name) for name in ("where", "level", "rule", "message")}


def _as_text(reading: Reading, batch: int | None) -> str:
    lines = [_line(finding) for finding in reading.every_finding()]
    skipped = len(reading.found) - len(reading.imported)
    lines.append(f"{len(reading.found)} found, {len(reading.imported)} can come in, {skipped} cannot.")
    kept = f"They wait for review at /admin/questions/imports/{batch}/; nothing is in the bank yet."
    lines.append("Nothing was stored (--dry-run)." if batch is None else kept)
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    return f"{finding.where}: {finding.level}: {finding.message} [{finding.rule}]"


def _end(findings: Sequence[Finding]) -> None:
    if any(finding.level in _TOLD for finding in findings):
        raise SystemExit(1)


@click.command(short_help="Write questions to a file of another format.")
@click.argument("file", type=_FILE)
@click.option("--format", "form", type=click.Choice(_OUT), help="The format to write; else FILE's ending tells it.")
@click.option("--ref", "refs", metavar="REF", multiple=True, help="Only this question; may be given again.")
@click.option(
    "--topic",
    "topics",
    metavar="ID",
    multiple=True,
    help="Only questions on this topic or below it; may be given again.",
)
@click.option(
    "--lang", type=click.Choice(["en", "hi"]), default="en", show_default=True, help="For formats of one language."
)
@click.option(
    "--from", "source", metavar="PATH", type=_FILE, help="Questions of this file or pack's folder, without any site."
)
@click.option("--dry-run", is_flag=True, help="Say what FILE could not carry; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@data_option()
def export(
    file: Path,
    form: str | None,
    refs: tuple[str, ...],
    topics: tuple[str, ...],
    lang: str,
    source: Path | None,
    dry_run: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Write the questions of a site to FILE, which must not be there yet. Retired ones stay out.

    What the format cannot carry is said before anything is written. Exit code 1 when there is an error or a warning.
    """
    if source and click.get_current_context().get_parameter_source("data") is ParameterSource.COMMANDLINE:
        raise Unusable("Give --from or --data, not both.")
    if file.exists() and not dry_run:
        raise Unusable(f"{file} is there already: give another name, so that nothing is lost.")
    chosen = exchanging.format_of(file, form)
    told_by = exchanging.contents_of(data, source, chosen.name)
    contents = exchanging.chosen(told_by.contents, refs, topics)
    written = chosen.written(contents, language=lang, pictures=told_by.pictures)
    if as_json:
        told = {"found": len(contents), "exported": written.count, "skipped": len(contents) - written.count}
        click.echo(json.dumps({**told, "findings": list(map(_data, written.lost))}, ensure_ascii=False, indent=2))
    else:
        for finding in written.lost:
            click.echo(_line(finding))
    if not dry_run:
        _write_new(file, written.data)
    if not as_json:
        ending = "Nothing was written (--dry-run)." if dry_run else f"Written to {file}."
        click.echo(f"{written.count} of {len(contents)} questions as {chosen.label}. {ending}")
    _end(written.lost)


@click.command(short_help="Write an empty file to fill in with questions.")
@click.argument("file", type=_FILE)
@click.option("--format", "form", type=click.Choice(sorted(TEMPLATES)), help="Else FILE's ending tells it.")
def template(file: Path, form: str | None) -> None:
    """Write FILE (.xlsx or .csv) with the heads of all columns and, in the workbook, how they are filled in."""
    told = form or file.suffix.lower().removeprefix(".")
    if told not in TEMPLATES:
        raise Unusable(f"{file.name} does not tell its format by its ending; say --format xlsx or --format csv.")
    _write_new(file, TEMPLATES[told]())
    click.echo(f"Written to {file}; `tayari questions import {file}` reads it.")


COMMANDS = {"import": bring, "export": export, "template": template}


def _write_new(file: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises Unusable."""
    try:
        with file.open("xb") as kept:
            kept.write(data)
    except FileExistsError:
        raise Unusable(f"{file} is there already: give another name, so that nothing is lost.") from None
    except OSError as error:
        raise Unusable(f"{file} cannot be written ({error.strerror}); give another name.") from None
