"""`tayari facts import|export`: facts as one TSV file, in and out."""

from pathlib import Path

import click

from tayari.config.opening import data_option, open_site
from tayari.config.serving import migrate

FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def facts() -> None:
    """Bring facts in from a TSV file, or write them all to one."""


@facts.command("import", short_help="Bring in the facts of a TSV file.")
@click.argument("file", type=FILE)
@data_option()
@click.option("--dry-run", is_flag=True, help="Check and report only; change nothing.")
def bring_in(file: Path, data: Path, dry_run: bool) -> None:
    """Bring in the facts of FILE, which has the columns of packs, or those of a foreign list: subject predicate object
    valid_from valid_to source confidence.

    A foreign list is matched by name to entities and predicates and comes in as drafts. What cannot be
    matched is told line by line and left out. Exit code 1 when lines were left out.
    """
    site = open_site(data)
    site.writable()
    migrate(site)
    from tayari.base import clock
    from tayari.facts.actions import tables

    report = tables.bring_in(file, dry_run=dry_run, by=None, now=clock.now())
    for finding in sorted(report.findings):
        click.echo(str(finding))
    click.echo(", ".join(f"{report.counts[what]} {what}" for what in ("new", "changed", "same")))
    if report.refused:
        click.echo(f"{report.refused} lines were left out.")
    if dry_run:
        click.echo("Nothing was changed (--dry-run).")
    if report.refused:
        raise SystemExit(1)


@facts.command(short_help="Write all facts to a TSV file.")
@click.argument("file", type=FILE)
@data_option()
def export(file: Path, data: Path) -> None:
    """Write every fact to FILE in the columns of packs. Wording in other languages stands in packs only."""
    site = open_site(data)
    migrate(site)
    from tayari.facts.actions import tables

    click.echo(f"{tables.write_out(file)} facts written to {file}.")
