"""`tayari doctor`: what is wrong with a site, and how to mend it."""

from pathlib import Path

import click

from tayari.config.opening import data_option, open_site


@click.command(short_help="Say what is wrong with a site and how to mend it.")
@data_option()
def doctor(data: Path) -> None:
    """Look a site over: folder, settings, database, tasks, jobs, mail, disk, static files, versions.

    Says what is wrong and how to mend it. Exit code 1 when something is.
    """
    folder = open_site(data)
    from tayari.base import clock
    from tayari.config import diagnosis

    wrong = 0
    for look in diagnosis.look(folder, now=clock.now()):
        wrong += look.wrong
        sign = "wrong" if look.wrong else "note" if look.mend else "ok"
        click.echo(f"{sign:<6} {look.what}: {look.found}")
        if look.mend:
            click.echo(f"{'':<6} {look.mend}")
    click.echo("All is well." if not wrong else f"{wrong} to mend.")
    if wrong:
        raise SystemExit(1)
