"""`tayari content load|export`: content packs, in and out."""

from pathlib import Path
from typing import Any

import click

from tayari.base.problems import Unusable
from tayari.config.opening import data_option, open_site
from tayari.config.serving import migrate, say

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
def content() -> None:
    """Load a content pack into a site, or write the site out as one."""


@content.command()
@click.argument("folder", type=FOLDER)
@data_option()
@click.option("--theirs", is_flag=True, help="Where an editor and the pack both changed something, the pack wins.")
@click.option(
    "--ours", is_flag=True, help="Where both changed something, the editor's stays, and it is not a conflict."
)
@click.option("--dry-run", is_flag=True, help="Check and report only; change nothing.")
def load(folder: Path, data: Path, theirs: bool, ours: bool, dry_run: bool) -> None:
    """Load the content pack in FOLDER.

    Everything is checked first. When anything is wrong, every error is listed with its file and line and nothing
    changes. What an editor changed since the last load is never overwritten unless --theirs is given.
    Exit code 1 when there were errors or conflicts.
    """
    if theirs and ours:
        raise Unusable("Give --theirs or --ours, not both.")
    site = open_site(data)
    site.writable()
    migrate(site)
    from tayari.base import clock
    from tayari.packs import aside
    from tayari.syllabus.actions import topics

    topics.load(now=clock.now())
    report = aside.load(folder, by=None, now=clock.now(), theirs=theirs, ours=ours, dry_run=dry_run, said=say)
    _print(report, dry_run)
    if report.refused or report.conflicts:
        raise SystemExit(1)


def _print(report: Any, dry_run: bool) -> None:
    for finding in sorted(report.findings):
        click.echo(str(finding))
    for ref in report.conflicts:
        click.echo(
            f"conflict: {ref} was changed by an editor and in the pack; --theirs takes the pack's, --ours keeps it."
        )
    for ref in report.left:
        click.echo(f"left: {ref} is no longer in the pack; it stays in the site.")
    if report.refused:
        click.echo("Nothing was loaded: mend the errors above and load again.")
        return
    for kind, counts in report.counts.items():
        if counts:
            click.echo(f"{kind}: {', '.join(f'{count} {what}' for what, count in sorted(counts.items()))}")
    click.echo("Nothing was changed (--dry-run)." if dry_run else f"Loaded {report.pack}.")


@content.command(short_help="Write the site out as a content pack.")
@click.argument("folder", type=FOLDER)
@data_option()
def export(folder: Path, data: Path) -> None:
    """Write everything the site holds to an empty FOLDER as a content pack."""
    site = open_site(data)
    migrate(site)
    from tayari.base import clock
    from tayari.packs import actions

    for kind, count in actions.export(folder, now=clock.now()).items():
        click.echo(f"{kind}: {count}")
    click.echo(f"Written to {folder}.")
